import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { lazy, Suspense } from 'react';
import { useMay } from '../api/session.js';
import type { MyProject } from '../api/session.js';
import { plural } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { PageHeader } from '../frame/PageHeader.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { ImportLink } from '../imports/ImportLink.js';
import { RegistryTabs } from '../organisations/RegistryTabs.js';
import { ChooseProject } from '../frame/ChooseProject.js';
import { OneProject } from '../frame/OneProject.js';
import { contractsQuery, packagesQuery } from './contract-queries.js';
import { ContractsList } from './ContractsList.js';
import { PackageTable } from './PackageTable.js';
import './contracts.css';

const ContractPanels = lazy(() => import('./ContractPanels.js'));

/** What was bought of cooperatives and mediators, and what is left of it. */
export default function ContractsPage() {
  return (
    <OneProject
      permission="contract.view"
      title="Contratti e ore"
      tabs={<RegistryTabs />}
      locked="Il tuo ruolo non vede i contratti"
      choose={choose}
    >
      {(project) => <Contracts project={project} />}
    </OneProject>
  );
}

const choose = (mine: MyProject[]) => (
  <div className="cf-page">
    <PageHeader title="Contratti e ore" state="Scegli un progetto per aprire i suoi contratti." />
    <RegistryTabs />
    <ChooseProject projects={mine} path="/contratti" />
  </div>
);

function Contracts({ project }: { project: MyProject }) {
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
