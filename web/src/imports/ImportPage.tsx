import { useQuery } from '@tanstack/react-query';
import { useMay } from '../api/session.js';
import type { MyProject } from '../api/session.js';
import { ActivityTabs } from '../activities/ActivityTabs.js';
import { PageHeader } from '../frame/PageHeader.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Loading } from '../frame/Loading.js';
import { OneProject } from '../frame/OneProject.js';
import { importQuery } from './import-queries.js';
import { ImportHistory } from './ImportHistory.js';
import { OneImport } from './OneImport.js';
import { SendSheet } from './SendSheet.js';
import './imports.css';

/** From a sheet to rows of the program: choose a file, look at what it would do, do it, take it back. */
export default function ImportPage() {
  return (
    <OneProject
      permission="import.view"
      title="Importa"
      tabs={<ActivityTabs />}
      locked="Il tuo ruolo non importa file"
      choose="Quello che importi va in un progetto"
    >
      {(project) => <Importing project={project} />}
    </OneProject>
  );
}

function Importing({ project }: { project: MyProject }) {
  const may = useMay();
  const [open, setOpen] = useUrlValue('importazione');
  const edits = may('import.edit', project.id);
  return (
    <div className="cf-page">
      <PageHeader title="Importa" state={project.title} />
      <ActivityTabs />
      {open ? (
        <Opened project={project} id={open} edits={edits} close={() => setOpen(null)} />
      ) : (
        <>
          {edits && <SendSheet project={project} sent={({ id }) => setOpen(id)} />}
          <ImportHistory projectId={project.id} open={setOpen} />
        </>
      )}
    </div>
  );
}

interface OpenedProps {
  project: MyProject;
  id: string;
  edits: boolean;
  close: () => void;
}

function Opened({ project, id, edits, close }: OpenedProps) {
  const { data, error, refetch } = useQuery(importQuery(project.id, id));
  if (!data) return <Loading {...{ error, refetch }} card />;
  return <OneImport key={data.id} file={data} projectId={project.id} edits={edits} close={close} />;
}
