import { Button } from 'design-react-kit';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../api/session.js';
import type { MyProject } from '../api/session.js';
import { Icon } from '../frame/Icon.js';
import { KeyHint, PageHeader } from '../frame/PageHeader.js';
import { useKey } from '../frame/useKey.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { OneProject } from '../frame/OneProject.js';
import { ReportingTabs } from '../reports/ReportingTabs.js';
import { IndicatorPanel } from './IndicatorPanel.js';
import { IndicatorsTable } from './IndicatorsTable.js';
import { indicatorsQuery } from './indicator-queries.js';

/** What a project promised to count, and how far it has come. */
export default function IndicatorsPage() {
  return (
    <OneProject
      permission="indicator.view"
      title="Indicatori"
      tabs={<ReportingTabs />}
      locked="Il tuo ruolo non vede gli indicatori"
      choose="Gli indicatori sono di un progetto"
    >
      {(project) => <Indicators project={project} />}
    </OneProject>
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
