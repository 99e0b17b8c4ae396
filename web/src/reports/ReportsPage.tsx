import { Button } from 'design-react-kit';
import { useQueries } from '@tanstack/react-query';
import { useMay } from '../api/session.js';
import type { MyProject } from '../api/session.js';
import { Icon } from '../frame/Icon.js';
import { plural } from '../frame/format.js';
import { KeyHint, PageHeader } from '../frame/PageHeader.js';
import { useProjectContext, useProjectsWith } from '../frame/project-context.js';
import { useKey } from '../frame/useKey.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Locked } from '../frame/OneProject.js';
import { DraftPanel } from './DraftPanel.js';
import { reportsQuery } from './report-queries.js';
import { ReportingTabs } from './ReportingTabs.js';
import { ReportsTable } from './ReportsTable.js';

/** Every sheet of my projects, or of the chosen one: what is missing, what was sent. */
export default function ReportsPage() {
  const { project } = useProjectContext();
  const mine = useProjectsWith('report.view');
  const shown = project ? mine.filter(({ id }) => id === project.id) : mine;
  if (shown.length === 0)
    return <Locked title="Rendicontazioni" locked="Il tuo ruolo non vede le rendicontazioni" />;
  return <Reports projects={shown} />;
}

function Reports({ projects }: { projects: MyProject[] }) {
  const may = useMay();
  const [panel, setPanel] = useUrlValue('apri');
  const writable = projects.filter(({ id }) => may('report.edit', id));
  const draft = () => setPanel('scheda');
  useKey('b', () => writable.length > 0 && draft());
  const lists = useQueries({ queries: projects.map(({ id }) => reportsQuery(id)) });
  const rows = lists.every(({ data }) => data)
    ? lists.flatMap(({ data }, at) =>
        (data?.items ?? []).map((report) => ({ report, project: projects[at] as MyProject })),
      )
    : undefined;
  const failed = lists.find(({ error }) => error);
  const drafts = rows?.filter(({ report }) => report.state === 'draft').length;
  return (
    <div className="cf-page">
      <PageHeader
        title="Rendicontazioni"
        state={
          rows &&
          `${plural(rows.length, 'scheda', 'schede')}, ${plural(drafts ?? 0, 'bozza', 'bozze')}`
        }
        action={
          writable.length > 0 && (
            <Button type="button" color="primary" onClick={draft}>
              <Icon name="plus" />
              Genera bozza <KeyHint>B</KeyHint>
            </Button>
          )
        }
      />
      <ReportingTabs />
      <ReportsTable
        rows={rows}
        withProject={projects.length > 1}
        error={failed?.error}
        retry={() => void failed?.refetch()}
      />
      {panel === 'scheda' && writable.length > 0 && (
        <DraftPanel projects={writable} close={() => setPanel(null)} />
      )}
    </div>
  );
}
