import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import type { Permission } from '../access/permissions.js';
import { binder, scopeSql } from '../access/scope.js';
import { decodeCursor, type Page, pageOf, pageSize } from '../kernel/page.js';
import type { ExpenseFilter, ExpenseTotals, ExpenseView } from './expense.dto.js';
import { likeOf, type Bind } from '../platform/sql.js';

type ExpenseRow = Omit<ExpenseView, 'createdAt'> & { createdAt: Date };

/** Expenses with all that a row shows of them; $1 is the funding source whose share is asked. */
export const EXPENSES = `
  FROM expense e
  JOIN cost_document d ON d.id = e.cost_document_id
  JOIN budget_line l ON l.id = e.budget_line_id
  JOIN cost_category c ON c.id = l.cost_category_id
  LEFT JOIN work_item w ON w.id = l.work_item_id
  JOIN participation p ON p.id = e.participation_id
  JOIN organisation o ON o.id = p.organisation_id
  LEFT JOIN expense_share s ON s.expense_id = e.id AND s.funding_source_id = $1`;

const SELECT = `
  SELECT e.id, e.project_id AS "projectId", e.participation_id AS "participationId", o.name AS "participationName",
    d.id AS "costDocumentId", d.kind AS "documentKind", d.issuer_name AS "issuerName", d.number AS "documentNumber",
    d.issued_on AS "documentIssuedOn", l.id AS "budgetLineId", l.description AS "lineDescription", c.id AS "categoryId",
    c.code AS "categoryCode", c.label AS "categoryLabel", w.id AS "workItemId", w.code AS "workItemCode", e.amount,
    s.amount AS share, e.incurred_on AS "incurredOn", e.paid_on AS "paidOn", e.description, e.state,
    e.cancel_reason AS "cancelReason", e.blocks, e.report_id IS NOT NULL AS locked, e.corrects_id AS "correctsId",
    e.demonstration, e.created_at AS "createdAt", e.version
  ${EXPENSES}`;

const toView = (row: ExpenseRow): ExpenseView => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
});

type Condition = (query: ExpenseFilter, bind: Bind) => string | undefined;

const equal =
  (column: string, value: (query: ExpenseFilter) => string | undefined): Condition =>
  (query, bind) =>
    value(query) === undefined ? undefined : `${column} = ${bind(value(query))}`;

// A line is the same in every version of the budget: an expense charged on an earlier one is found by its key.
const ofLine: Condition = ({ budgetLineId }, bind) =>
  budgetLineId &&
  `l.stable_key = (SELECT b.stable_key FROM budget_line b WHERE b.id = ${bind(budgetLineId)})`;

const containing: Condition = ({ q }, bind) => {
  if (!q) return undefined;
  const part = bind(likeOf(q));
  const columns = ['d.issuer_name', 'd.number', 'e.description', 'l.description'];
  return `(${columns.map((column) => `search_text(${column}) LIKE search_text(${part})`).join(' OR ')})`;
};

const filters: Condition[] = [
  ofLine,
  containing,
  equal('l.cost_category_id', (query) => query.categoryId),
  equal('e.participation_id', (query) => query.participationId),
  equal('l.work_item_id', (query) => query.workItemId),
  equal('e.cost_document_id', (query) => query.costDocumentId),
  ({ fundingSourceId }) => fundingSourceId && 's.amount IS NOT NULL',
  ({ from }, bind) => from && `e.incurred_on >= ${bind(from)}`,
  ({ to }, bind) => to && `e.incurred_on <= ${bind(to)}`,
  ({ claimable }) =>
    claimable === undefined ? undefined : `${claimable ? '' : 'NOT '}${CLAIMABLE}`,
  ({ block }, bind) => block && `${bind(block)} = ANY(e.blocks)`,
  ({ state = 'recorded' }, bind) => (state === 'all' ? undefined : `e.state = ${bind(state)}`),
];

/** What was cancelled is paid by nobody. */
const CLAIMABLE = `(e.state = 'recorded' AND cardinality(e.blocks) = 0)`;

/** The rows that the caller reaches and the query asks for; the first parameter is always the funding source. */
export function expensesWhere(
  caller: Caller,
  query: ExpenseFilter,
  permission: Permission = 'expense.view',
): { params: unknown[]; sql: string } {
  const params: unknown[] = [query.fundingSourceId ?? null];
  const bind = binder(params);
  const reach = scopeSql(
    caller,
    permission,
    { project: 'e.project_id', participation: 'e.participation_id' },
    bind,
  );
  const asked = filters.map((filter) => filter(query, bind)).filter(Boolean);
  return { params, sql: [reach, ...asked].join(' AND ') };
}

/** Newest first. */
export async function listExpenses(
  db: EntityManager,
  caller: Caller,
  query: ExpenseFilter,
): Promise<Page<ExpenseView>> {
  const { params, sql } = expensesWhere(caller, query);
  const bind = binder(params);
  const limit = pageSize(query);
  const [day, id] = query.after ? decodeCursor(query.after, 2) : [];
  const after = query.after
    ? `AND (e.incurred_on, e.id) < (${bind(day)}::date, ${bind(id)}::uuid)`
    : '';
  const rows: ExpenseRow[] = await db.query(
    `${SELECT} WHERE ${sql} ${after} ORDER BY e.incurred_on DESC, e.id DESC LIMIT ${bind(limit + 1)}`,
    params,
  );
  return pageOf(rows, limit, (row) => [row.incurredOn, row.id], toView);
}

/** What the listed rows sum to, to the cent. */
export async function totalExpenses(
  db: EntityManager,
  caller: Caller,
  query: ExpenseFilter,
): Promise<ExpenseTotals> {
  const { params, sql } = expensesWhere(caller, query);
  const amount = query.fundingSourceId ? 's.amount' : 'e.amount';
  const [totals] = (await db.query(
    `SELECT count(*)::int AS expenses, coalesce(sum(${amount}), 0)::numeric(14,2) AS amount,
       coalesce(sum(${amount}) FILTER (WHERE ${CLAIMABLE}), 0)::numeric(14,2) AS claimable,
       coalesce(sum(${amount}) FILTER (WHERE e.state = 'recorded' AND NOT ${CLAIMABLE}), 0)::numeric(14,2) AS "notClaimable"
     ${EXPENSES} WHERE ${sql}`,
    params,
  )) as [ExpenseTotals];
  return totals;
}

/** The expense when the caller reaches it with this permission; null otherwise. */
export async function findExpense(
  db: EntityManager,
  caller: Caller,
  id: string,
  permission: Permission = 'expense.view',
): Promise<ExpenseView | null> {
  const { params, sql } = expensesWhere(caller, { state: 'all' }, permission);
  const rows: ExpenseRow[] = await db.query(
    `${SELECT} WHERE ${sql} AND e.id = ${binder(params)(id)}`,
    params,
  );
  return rows[0] ? toView(rows[0]) : null;
}
