import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { lazy, Suspense } from 'react';
import { useMay, useMe } from '../api/session.js';
import type { MyProject } from '../api/session.js';
import { EmptyState } from '../frame/EmptyState.js';
import { plural } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { PageHeader } from '../frame/PageHeader.js';
import { useProjectContext } from '../frame/project-context.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { ImportLink } from '../imports/ImportLink.js';
import { RegistryTabs } from '../organisations/RegistryTabs.js';
import { ChooseProject } from './ChooseProject.js';
import { contractsQuery, packagesQuery } from './contract-queries.js';
import { ContractsList } from './ContractsList.js';
import { PackageTable } from './PackageTable.js';
import './contracts.css';

const ContractPanels = lazy(() => import('./ContractPanels.js'));

/** What was bought of cooperatives and mediators, and what is left of it. */
export default function ContractsPage() {
  const { project } = useProjectContext();
  const { projects } = useMe();
  const mine = projects.filter(({ permissions }: MyProject) =>
    permissions.includes('contract.view'),
  );
  const chosen = project ?? (mine.length === 1 ? (mine[0] ?? null) : null);
  if (chosen && mine.includes(chosen)) return <OneProject project={chosen} />;
  return (
    <div className="cf-page">
      <PageHeader
        title="Contratti e ore"
        state={mine.length > 0 && !chosen ? 'Scegli un progetto per aprire i suoi contratti.' : ''}
      />
      <RegistryTabs />
      {chosen || mine.length === 0 ? (
        <EmptyState
          icon="locked"
          title="Il tuo ruolo non vede i contratti"
          text="Chiedi a chi amministra gli accessi se ti serve."
        />
      ) : (
        <ChooseProject projects={mine} path="/contratti" />
      )}
    </div>
  );
}

function OneProject({ project }: { project: MyProject }) {
  const may = useMay();
  const [panel, setPanel] = useUrlValue('apri');
  const edits = may('contract.edit', project.id);
  return (
    <div className="cf-page">
      <PageHeader
        title="Contratti e ore"
        state={<State project={project} />}
        action={
          edits && (
            <>
              <ImportLink target="contracts" />
              <Button type="button" color="primary" onClick={() => setPanel('nuovo')}>
                <Icon name="plus" />
                Nuovo contratto
              </Button>
            </>
          )
        }
      />
      <RegistryTabs />
      <PackageTable projectId={project.id} />
      <ContractsList projectId={project.id} edits={edits} open={setPanel} />
      <Suspense fallback={null}>
        {panel && (
          <ContractPanels projectId={project.id} panel={panel} close={() => setPanel(null)} />
        )}
      </Suspense>
    </div>
  );
}

/** How many contracts there are, and which packages run out. */
function State({ project }: { project: MyProject }) {
  const { data: contracts } = useQuery(contractsQuery(project.id));
  const { data: lines } = useQuery(packagesQuery(project.id, 'line'));
  if (!contracts || !lines) return project.title;
  const ending = lines.filter(({ alert }) => alert !== 'none').length;
  const words = [
    project.acronym ?? project.title,
    plural(contracts.length, 'contratto', 'contratti'),
    ending > 0 && `${plural(ending, 'pacchetto', 'pacchetti')} oltre l’80 %`,
  ];
  return words.filter(Boolean).join(' · ');
}
