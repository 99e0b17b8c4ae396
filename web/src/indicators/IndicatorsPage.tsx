import { Button } from 'design-react-kit';
import { useQuery } from '@tanstack/react-query';
import { useMay, useMe } from '../api/session.js';
import type { MyProject } from '../api/session.js';
import { EmptyState } from '../frame/EmptyState.js';
import { Icon } from '../frame/Icon.js';
import { KeyHint, PageHeader } from '../frame/PageHeader.js';
import { useProjectContext } from '../frame/project-context.js';
import { useKey } from '../frame/useKey.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { ReportingTabs } from '../reports/ReportingTabs.js';
import { IndicatorPanel } from './IndicatorPanel.js';
import { IndicatorsTable } from './IndicatorsTable.js';
import { indicatorsQuery } from './indicator-queries.js';

/** What a project promised to count, and how far it has come. */
export default function IndicatorsPage() {
  const { project } = useProjectContext();
  const { projects } = useMe();
  const mine = projects.filter(({ permissions }: MyProject) =>
    permissions.includes('indicator.view'),
  );
  const chosen = project ?? (mine.length === 1 ? (mine[0] ?? null) : null);
  if (chosen && mine.includes(chosen)) return <Indicators project={chosen} />;
  return (
    <div className="cf-page">
      <PageHeader title="Indicatori" />
      <ReportingTabs />
      <EmptyState
        icon={mine.length === 0 ? 'locked' : 'folder'}
        title={mine.length === 0 ? 'Il tuo ruolo non vede gli indicatori' : 'Scegli un progetto'}
        text="Gli indicatori sono di un progetto: sceglilo in alto."
      />
    </div>
  );
}

function Indicators({ project }: { project: MyProject }) {
  const may = useMay();
  const edits = may('indicator.edit', project.id);
  const [open, setOpen] = useUrlValue('indicatore');
  const { data, error, refetch } = useQuery(indicatorsQuery(project.id));
  const add = () => setOpen('nuovo');
  useKey('i', () => edits && add());
  const indicator = data?.find(({ id }) => id === open);
  return (
    <div className="cf-page">
      <PageHeader
        title="Indicatori"
        state={project.title}
        action={
          edits && (
            <Button type="button" color="primary" onClick={add}>
              <Icon name="plus" />
              Nuovo indicatore <KeyHint>I</KeyHint>
            </Button>
          )
        }
      />
      <ReportingTabs />
      <IndicatorsTable
        projectId={project.id}
        rows={data}
        onOpen={edits ? ({ id }) => setOpen(id) : undefined}
        error={error}
        retry={() => void refetch()}
      />
      {edits && (open === 'nuovo' || indicator) && (
        <IndicatorPanel
          key={open}
          projectId={project.id}
          indicator={indicator}
          close={() => setOpen(null)}
        />
      )}
    </div>
  );
}
