import { Button } from 'design-react-kit';
import { lazy, Suspense } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { useMay } from '../api/session.js';
import type { MyProject } from '../api/session.js';
import { NoSuchPart } from '../frame/ErrorPage.js';
import { Icon } from '../frame/Icon.js';
import { KeyHint, PageHeader } from '../frame/PageHeader.js';
import { Tabs } from '../frame/Tabs.js';
import { useKey } from '../frame/useKey.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Loading } from '../frame/Loading.js';
import { OneProject } from '../frame/OneProject.js';
import { BudgetMatrix } from './BudgetMatrix.js';
import { MyBudgets } from './MyBudgets.js';

const ExpensesTab = lazy(() => import('../spending/ExpensesTab.js'));
const DocumentsTab = lazy(() => import('../spending/DocumentsTab.js'));
const VersionsTab = lazy(() => import('./VersionsTab.js'));
const InvoicePanel = lazy(() => import('../spending/InvoicePanel.js'));

export default function BudgetPage() {
  return (
    <OneProject
      permission="budget.view"
      title="Budget e spese"
      locked="Il tuo ruolo non vede il budget"
      choose={(mine) => <MyBudgets projects={mine} />}
    >
      {(project) => <Budget project={project} />}
    </OneProject>
  );
}

function Budget({ project }: { project: MyProject }) {
  const may = useMay();
  const [panel, setPanel] = useUrlValue('fattura');
  const records = may('expense.edit', project.id);
  const record = () => setPanel('nuova');
  useKey('f', () => records && record());
  return (
    <div className="cf-page">
      <PageHeader
        title="Budget e spese"
        state={project.title}
        action={
          records && (
            <Button type="button" color="primary" onClick={record}>
              <Icon name="plus" />
              Registra una spesa <KeyHint>F</KeyHint>
            </Button>
          )
        }
      />
      <PartTabs slug={project.slug} />
      <Suspense fallback={<Loading card />}>
        <Routes>
          <Route index element={<BudgetMatrix projectId={project.id} />} />
          <Route path="spese" element={<ExpensesTab projectId={project.id} />} />
          <Route path="giustificativi" element={<DocumentsTab projectId={project.id} />} />
          <Route path="versioni" element={<VersionsTab projectId={project.id} />} />
          <Route path="*" element={<NoSuchPart />} />
        </Routes>
        {records && panel === 'nuova' && (
          <InvoicePanel projectId={project.id} close={() => setPanel(null)} />
        )}
      </Suspense>
    </div>
  );
}

/** Each part keeps the project; filters belong to their own list and stay behind. */
function PartTabs({ slug }: { slug: string }) {
  const { search } = useLocation();
  const project = new URLSearchParams(search).get('progetto') ?? slug;
  const to = (path: string) => `${path}?progetto=${project}`;
  return (
    <Tabs
      label="Parti del budget"
      tabs={[
        { to: to('/budget'), label: 'Budget', end: true },
        { to: to('/budget/spese'), label: 'Spese' },
        { to: to('/budget/giustificativi'), label: 'Giustificativi' },
        { to: to('/budget/versioni'), label: 'Versioni' },
      ]}
    />
  );
}
