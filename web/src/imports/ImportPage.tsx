import { useQuery } from '@tanstack/react-query';
import { useMay } from '../api/session.js';
import type { MyProject } from '../api/session.js';
import { ActivityTabs } from '../activities/ActivityTabs.js';
import { useCourseProject } from '../courses/useCourseProject.js';
import { EmptyState } from '../frame/EmptyState.js';
import { PageHeader } from '../frame/PageHeader.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Loading } from '../frame/Loading.js';
import { importQuery } from './import-queries.js';
import { ImportHistory } from './ImportHistory.js';
import { OneImport } from './OneImport.js';
import { SendSheet } from './SendSheet.js';
import './imports.css';

/** From a sheet to rows of the program: choose a file, look at what it would do, do it, take it back. */
export default function ImportPage() {
  const project = useCourseProject('import.view');
  if (project && project !== 'none') return <Importing project={project} />;
  const none = project === 'none';
  return (
    <div className="cf-page">
      <PageHeader title="Importa" />
      <ActivityTabs />
      <EmptyState
        icon={none ? 'locked' : 'folder'}
        title={none ? 'Il tuo ruolo non importa file' : 'Scegli un progetto'}
        text={
          none
            ? 'Chiedi a chi amministra gli accessi se ti serve.'
            : 'Quello che importi va in un progetto: sceglilo in alto.'
        }
      />
    </div>
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
