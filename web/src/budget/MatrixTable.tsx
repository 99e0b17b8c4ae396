import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { amount } from '../frame/format.js';
import { Bar } from './Bar.js';
import { BudgetFigure } from './BudgetFigure.js';
import type { Figures, Matrix, MatrixLine, MatrixTotal } from './budget-queries.js';
import type { BudgetFigure as Key } from './figures.js';

export const VIEWS = {
  voce: 'Per voce',
  partner: 'Per partner',
  fonte: 'Per fonte',
  riga: 'Per riga',
};
export type View = keyof typeof VIEWS;

const AXES = { voce: 'category', partner: 'participation', fonte: 'source', riga: 'line' } as const;

type Row = Figures & { id: string; name: string; second: string | null };

const lineRow = (line: MatrixLine): Row & { line: MatrixLine } => ({
  ...line,
  line,
  name: line.description,
  second: [line.participationName, line.workItemCode].filter(Boolean).join(' · '),
});

const totalRow = ({ code, label, ...rest }: MatrixTotal): Row => ({
  ...rest,
  name: [code, label].filter(Boolean).join(' · '),
  second: null,
});

const rowsOf = (matrix: Matrix, view: View): Row[] => {
  if (view === 'riga') return matrix.lines.map(lineRow);
  const groups = {
    voce: matrix.byCategory,
    partner: matrix.byParticipation,
    fonte: matrix.bySource,
  };
  return groups[view].map(totalRow);
};

function columnsOf(matrix: Matrix, view: View): Column<Row>[] {
  const axis = AXES[view];
  const figure = (what: Key['what'], value: (row: Row) => string) => (row: Row) => (
    <BudgetFigure what={what} axis={axis} id={row.id} value={value(row)} name={row.name} />
  );
  const money = (key: string, header: string, cell: Column<Row>['cell'], total: string) => ({
    key,
    header,
    unit: '€',
    numeric: true,
    cell,
    total: amount(total),
  });
  const { total } = matrix;
  return [
    {
      key: 'name',
      header: VIEWS[view].replace('Per ', '').replace(/^./, (first) => first.toUpperCase()),
      phone: 'title',
      cell: (row) => <Name row={row} />,
    },
    ...(view === 'riga' ? [categoryColumn(matrix)] : []),
    money(
      'planned',
      'Previsto',
      figure('planned', (row) => row.planned),
      total.planned,
    ),
    money(
      'spent',
      'Speso',
      figure('spent', (row) => row.spent),
      total.spent,
    ),
    {
      key: 'bar',
      header: 'Speso su previsto',
      cell: (row) => <Bar spent={row.spent} planned={row.planned} />,
    },
    money(
      'residual',
      'Residuo',
      figure('residual', (row) => row.residual),
      total.residual,
    ),
    money(
      'blocked',
      'Non rendicontabile',
      figure('blocked', (row) => row.notClaimable),
      total.notClaimable,
    ),
  ];
}

const categoryColumn = (matrix: Matrix): Column<Row> => {
  const byId = new Map(matrix.lines.map((line) => [line.id, line]));
  return {
    key: 'category',
    header: 'Voce',
    cell: (row) => {
      const line = byId.get(row.id);
      return <span title={line?.categoryLabel}>{line?.categoryCode}</span>;
    },
  };
};

const Name = ({ row }: { row: Row }) => (
  <>
    {row.name}
    {row.second && <small className="cf-second">{row.second}</small>}
  </>
);

/** Planned, spent and residual; every amount opens to its rows. */
export function MatrixTable({ matrix, view }: { matrix: Matrix; view: View }) {
  return (
    <DataTable
      caption={`Budget ${VIEWS[view].toLowerCase()}`}
      columns={columnsOf(matrix, view)}
      rows={rowsOf(matrix, view)}
      rowKey={({ id }) => id}
      totalLabel="Totale"
      empty={<EmptyState title="Il budget in vigore non ha righe per te" />}
    />
  );
}
