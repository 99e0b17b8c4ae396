import { Bar } from './Bar.js';
import { BudgetFigure } from './BudgetFigure.js';
import type { Figures } from './budget-queries.js';

/** The four figures of the whole budget. */
export function Totals({ total }: { total: Figures }) {
  const figure = (what: 'planned' | 'spent' | 'residual' | 'blocked', value: string) => (
    <BudgetFigure what={what} axis="all" id="" value={value} name="tutto il budget" unit />
  );
  return (
    <dl className="cf-totals">
      <div>
        <dt>Previsto</dt>
        <dd>{figure('planned', total.planned)}</dd>
      </div>
      <div>
        <dt>Speso</dt>
        <dd>
          {figure('spent', total.spent)}
          <Bar spent={total.spent} planned={total.planned} />
        </dd>
      </div>
      <div>
        <dt>Residuo</dt>
        <dd>{figure('residual', total.residual)}</dd>
      </div>
      <div>
        <dt>Speso e oggi non rendicontabile</dt>
        <dd>{figure('blocked', total.notClaimable)}</dd>
      </div>
    </dl>
  );
}
