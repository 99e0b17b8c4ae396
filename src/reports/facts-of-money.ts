import type { EntityManager } from 'typeorm';
import { lateSql } from '../activities/late.js';
import type { FactScope } from './facts-of-work.js';
import type { Tellable } from './figures/telling.js';
import { toldSql } from './told.js';

interface Category {
  categoryId: string;
  categoryCode: string;
  categoryLabel: string;
}

/** A line of the approved budget. */
export interface BudgetLineFact extends Category {
  id: string;
  version: number;
  description: string;
  participationId: string;
  planned: string;
}

/** Its day is when the cost was incurred. */
export interface ExpenseFact extends Category, Tellable {
  id: string;
  version: number;
  amount: string;
  participationId: string;
  /** "Fornitore n. 12" */
  document: string;
  /** Why it cannot be claimed for now; none when it can. */
  blocks: string[];
  demonstration: boolean;
}

/** What one source pays: of the approved budget by line, and of what was spent by expense. */
export interface SourceFact {
  id: string;
  label: string;
  rate: string;
  planned: { lineId: string; amount: string }[];
  paid: { expenseId: string; amount: string }[];
}

export const budgetLinesOf = (db: EntityManager, projectId: string): Promise<BudgetLineFact[]> =>
  db.query(
    `SELECT l.id, l.version, l.description, l.participation_id AS "participationId", l.planned,
       c.id AS "categoryId", c.code AS "categoryCode", c.label AS "categoryLabel"
     FROM budget_line l JOIN budget_version v ON v.id = l.budget_version_id JOIN cost_category c ON c.id = l.cost_category_id
     WHERE l.project_id = $1 AND v.state = 'approved' ORDER BY c.position, c.code, l.description, l.id`,
    [projectId],
  );

export const expensesOf = (
  db: EntityManager,
  { projectId, correctsId, to, hold }: FactScope,
): Promise<ExpenseFact[]> =>
  db.query(
    `WITH told AS (${toldSql('expense')})
     SELECT e.id, e.version, e.incurred_on AS day, e.amount, e.participation_id AS "participationId", e.blocks, e.demonstration,
       d.issuer_name || ' n. ' || d.number AS document, c.id AS "categoryId", c.code AS "categoryCode", c.label AS "categoryLabel",
       e.state = 'recorded' AS stands, coalesce(told.times, 0) AS "toldElsewhere", ${lateSql('e', 'incurred_on')} AS late
     FROM expense e JOIN cost_document d ON d.id = e.cost_document_id
     JOIN budget_line l ON l.id = e.budget_line_id JOIN cost_category c ON c.id = l.cost_category_id LEFT JOIN told ON told.row_id = e.id
     WHERE e.project_id = $1 AND e.incurred_on <= $3 AND (e.state = 'recorded' OR told.times <> 0)
     ORDER BY e.incurred_on, e.id ${hold ? 'FOR UPDATE OF e FOR SHARE OF d' : ''}`,
    [projectId, correctsId, to],
  );

export const sourcesOf = (db: EntityManager, projectId: string): Promise<SourceFact[]> =>
  db.query(
    `SELECT s.id, s.label, s.rate,
       coalesce((SELECT json_agg(json_build_object('lineId', l.id, 'amount', b.amount::text) ORDER BY l.id)
         FROM budget_line_source b JOIN budget_line l ON l.id = b.budget_line_id JOIN budget_version v ON v.id = l.budget_version_id
         WHERE b.funding_source_id = s.id AND v.state = 'approved'), '[]') AS planned,
       coalesce((SELECT json_agg(json_build_object('expenseId', x.expense_id, 'amount', x.amount::text) ORDER BY x.expense_id)
         FROM expense_share x WHERE x.funding_source_id = s.id), '[]') AS paid
     FROM funding_source s WHERE s.project_id = $1 ORDER BY s.position`,
    [projectId],
  );
