import { Button } from 'design-react-kit';
import { lazy, Suspense } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { useMay, useMe } from '../api/session.js';
import type { MyProject } from '../api/session.js';
import { EmptyState } from '../frame/EmptyState.js';
import { Icon } from '../frame/Icon.js';
import { KeyHint, PageHeader } from '../frame/PageHeader.js';
import { Tabs } from '../frame/Tabs.js';
import { useKey } from '../frame/useKey.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { useProjectContext } from '../frame/project-context.js';
import { Loading } from '../frame/Loading.js';
import { BudgetMatrix } from './BudgetMatrix.js';
import { MyBudgets } from './MyBudgets.js';

const ExpensesTab = lazy(() => import('../spending/ExpensesTab.js'));
const DocumentsTab = lazy(() => import('../spending/DocumentsTab.js'));
const VersionsTab = lazy(() => import('./VersionsTab.js'));
const InvoicePanel = lazy(() => import('../spending/InvoicePanel.js'));

export default function BudgetPage() {
  const { project } = useProjectContext();
  const { projects } = useMe();
  const mine = projects.filter(({ permissions }: MyProject) => permissions.includes('budget.view'));
  const chosen = project ?? (mine.length === 1 ? (mine[0] ?? null) : null);
  if (mine.length === 0 || (chosen && !mine.includes(chosen))) return <NotForYou />;
  if (!chosen) return <MyBudgets projects={mine} />;
  return <OneProject project={chosen} />;
}

const NotForYou = () => (
  <div className="cf-page">
    <PageHeader title="Budget e spese" />
    <EmptyState
      icon="locked"
      title="Il tuo ruolo non vede il budget"
      text="Chiedi a chi amministra gli accessi se ti serve."
    />
  </div>
);

function OneProject({ project }: { project: MyProject }) {
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
