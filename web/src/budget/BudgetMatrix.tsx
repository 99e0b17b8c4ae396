import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, useLocation } from 'react-router';
import { DrillDown } from '../frame/DrillDown.js';
import { EmptyState } from '../frame/EmptyState.js';
import { day } from '../frame/format.js';
import { DemoChip } from '../frame/StateChip.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Loading } from '../frame/Loading.js';
import { drillBudget } from './budget-drill.js';
import { matrixQuery } from './budget-queries.js';
import type { Matrix } from './budget-queries.js';
import './budget.css';
import { MatrixTable, VIEWS } from './MatrixTable.js';
import type { View } from './MatrixTable.js';
import { Totals } from './Totals.js';

const SpentChart = lazy(() => import('./SpentChart.js'));

/** The budget in force of one project: totals, chart and the matrix whose figures open to their rows. */
export function BudgetMatrix({ projectId }: { projectId: string }) {
  const { data, error, refetch } = useQuery(matrixQuery(projectId));
  const client = useQueryClient();
  const [chosen] = useUrlValue('vista');
  const view: View = chosen && chosen in VIEWS ? (chosen as View) : 'voce';
  if (!data) return <Loading {...{ error, refetch }} card />;
  if (!data.budgetVersion) {
    return (
      <EmptyState
        icon="chart-line"
        title="Nessun budget approvato"
        text="L’amministratore lo scrive in «Versioni», il responsabile lo approva; da allora si registrano le spese."
      />
    );
  }
  return (
    <div className="cf-stack">
      <InForce version={data.budgetVersion} />
      <Totals total={data.total} />
      <Suspense fallback={<Loading card />}>
        <SpentChart matrix={data} />
      </Suspense>
      <ViewSwitch view={view} />
      <MatrixTable matrix={data} view={view} />
      <DrillDown scope={projectId} load={(figure) => drillBudget(client, projectId, figure)} />
    </div>
  );
}

const InForce = ({ version }: { version: NonNullable<Matrix['budgetVersion']> }) => (
  <p className="cf-in-force">
    Versione {version.number}, approvata il {day(version.approvedOn)}
    {version.act && ` con ${version.act}`} {version.demonstration && <DemoChip />}
  </p>
);

function ViewSwitch({ view }: { view: View }) {
  const { search } = useLocation();
  const to = (value: string) => {
    const params = new URLSearchParams(search);
    params.set('vista', value);
    params.delete('cifra');
    return { search: params.toString() };
  };
  return (
    <nav className="cf-switcher cf-matrix-views" aria-label="Vista del budget">
      {Object.entries(VIEWS).map(([value, label]) => (
        <Link key={value} to={to(value)} aria-current={value === view} replace preventScrollReset>
          {label}
        </Link>
      ))}
    </nav>
  );
}
