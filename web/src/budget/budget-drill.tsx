import type { QueryClient } from '@tanstack/react-query';
import type { Column } from '../frame/DataTable.js';
import type { Drill } from '../frame/DrillDown.js';
import { amount, day, euro } from '../frame/format.js';
import { expenseRows, expenseTotals } from '../spending/spending-queries.js';
import type { Block, Expense, ExpenseFilter } from '../spending/spending-queries.js';
import { BlockChips, documentName } from '../spending/words.js';
import { matrixQuery } from './budget-queries.js';
import type { MatrixLine } from './budget-queries.js';
import { minus, sum } from './cents.js';
import { figureOf, nameOf, plannedRows, WHAT } from './figures.js';
import type { BudgetFigure } from './figures.js';

export interface DrillRow {
  key: string;
  day: string | null;
  title: string;
  detail: string;
  partner: string;
  amount: string;
  blocks: Block[];
}

const COLUMNS: Column<DrillRow>[] = [
  { key: 'day', header: 'Giorno', cell: (row) => <span className="cf-num">{day(row.day)}</span> },
  {
    key: 'title',
    header: 'Che cosa',
    phone: 'title',
    cell: (row) => (
      <>
        {row.title}
        <small className="cf-second">{row.detail}</small>
      </>
    ),
  },
  { key: 'partner', header: 'Partner', cell: ({ partner }) => partner },
  { key: 'amount', header: 'Importo', unit: '€', numeric: true, cell: (row) => amount(row.amount) },
  { key: 'blocks', header: 'Segni', cell: ({ blocks }) => <BlockChips blocks={blocks} /> },
];

const PARAMS: Record<BudgetFigure['axis'], keyof ExpenseFilter | null> = {
  line: 'budgetLineId',
  category: 'categoryId',
  participation: 'participationId',
  source: 'fundingSourceId',
  all: null,
};

const RULES: Record<BudgetFigure['what'], string> = {
  planned: 'Somma delle righe del budget in vigore.',
  spent: 'Somma delle spese registrate e non annullate.',
  residual: 'Righe del budget, meno le spese registrate e non annullate.',
  blocked: 'Somma delle spese che oggi non si possono rendicontare, con il motivo.',
};

const lineRow = ({ line, amount: value }: { line: MatrixLine; amount: string }): DrillRow => ({
  key: line.id,
  day: null,
  title: line.description,
  detail: [line.categoryCode, line.categoryLabel, line.workItemCode].filter(Boolean).join(' · '),
  partner: line.participationName,
  amount: value,
  blocks: [],
});

const expenseRow = (expense: Expense, sign: '' | '-'): DrillRow => ({
  key: expense.id,
  day: expense.incurredOn,
  title: `${expense.issuerName}, ${documentName(expense)}`,
  detail: [expense.categoryCode, expense.lineDescription].join(' · '),
  partner: expense.participationName,
  amount: `${sign}${expense.share ?? expense.amount}`,
  blocks: expense.blocks,
});

const NOTHING = { items: [], expenses: 0, amount: '0.00' };

/** The expenses of a figure, with how many they are and their sum by the server. */
async function spentOn(projectId: string, { what, axis, id }: BudgetFigure) {
  if (what === 'planned') return NOTHING;
  const param = PARAMS[axis];
  const filter: ExpenseFilter = {
    ...(param && { [param]: id }),
    ...(what === 'blocked' && { claimable: false }),
  };
  const [{ items }, { expenses, amount: spent }] = await Promise.all([
    expenseRows(projectId, filter),
    expenseTotals(projectId, filter),
  ]);
  return { items, expenses, amount: spent };
}

/** How the filters of the list of expenses call an axis; of a source it has none. */
const LISTED: Partial<Record<BudgetFigure['axis'], string>> = {
  line: 'riga',
  category: 'voce',
  participation: 'partner',
};

/** The filters under which the list of expenses holds the rows of a figure; null when it does not. */
function listOf({ what, axis, id }: BudgetFigure): Record<string, string> | null {
  if (what !== 'spent' && what !== 'blocked') return null;
  if (axis === 'source') return null;
  const name = LISTED[axis];
  return { ...(name && { [name]: id }), ...(what === 'blocked' && { segno: 'no' }) };
}

/** The rows of a figure: lines for what is planned, expenses for what is spent, both for what is left. */
export async function drillBudget(
  client: QueryClient,
  projectId: string,
  key: string,
  listAt: (filters: Record<string, string>) => string,
): Promise<Drill<DrillRow>> {
  const figure = figureOf(key);
  const { what, axis } = figure;
  const [matrix, spent] = await Promise.all([
    client.fetchQuery({ ...matrixQuery(projectId), staleTime: 0 }),
    spentOn(projectId, figure),
  ]);
  const lines =
    what === 'planned' || what === 'residual' ? plannedRows(matrix, figure).map(lineRow) : [];
  const left = what === 'residual';
  const planned = sum(lines.map((row) => row.amount));
  const listed = listOf(figure);
  const note = axis === 'source' ? ' Di ogni riga conta la quota di questa fonte.' : '';
  return {
    title: `${WHAT[what]}: ${nameOf(matrix, figure)}`,
    rule: RULES[what] + note,
    columns:
      what === 'planned'
        ? COLUMNS.filter((one) => one.key !== 'day' && one.key !== 'blocks')
        : COLUMNS,
    rows: [...lines, ...spent.items.map((one) => expenseRow(one, left ? '-' : ''))],
    rowKey: (row) => row.key,
    sum: euro(left ? minus(planned, spent.amount) : what === 'planned' ? planned : spent.amount),
    count: lines.length + spent.expenses,
    ...(listed && { listAt: listAt(listed) }),
  };
}
