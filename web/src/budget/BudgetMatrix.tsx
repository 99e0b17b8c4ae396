import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { DrillDown } from '../frame/DrillDown.js';
import { EmptyState } from '../frame/EmptyState.js';
import { day } from '../frame/format.js';
import { useContextLink } from '../frame/project-context.js';
import { DemoChip } from '../frame/StateChip.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Loading } from '../frame/Loading.js';
import { Switcher } from '../frame/Switcher.js';
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
  const link = useContextLink();
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
      <Switcher label="Vista del budget" className="cf-matrix-views" views={SWITCHES} at={view} />
      <MatrixTable matrix={data} view={view} />
      <DrillDown
        scope={projectId}
        load={(figure) =>
          drillBudget(client, projectId, figure, (filters) => link('/budget/spese', filters))
        }
      />
    </div>
  );
}

const InForce = ({ version }: { version: NonNullable<Matrix['budgetVersion']> }) => (
  <p className="cf-in-force">
    Versione {version.number}, approvata il {day(version.approvedOn)}
    {version.act && ` con ${version.act}`} {version.demonstration && <DemoChip />}
  </p>
);

const SWITCHES = Object.entries(VIEWS).map(([at, label]) => ({
  at,
  label,
  params: { vista: at, cifra: null },
}));
