import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder, scopeSql } from '../access/scope.js';
import type { MatrixLine, MatrixTotal, MonthSpent } from './matrix.dto.js';

type LineRow = Omit<MatrixLine, 'residual'>;
type SourceRow = Omit<MatrixTotal, 'residual'>;

const columns = { project: 'l.project_id', participation: 'l.participation_id' };

/** Lines of a version with what was charged on them in any version. */
export async function matrixLines(
  db: EntityManager,
  caller: Caller,
  versionId: string,
): Promise<LineRow[]> {
  const params: unknown[] = [versionId];
  return db.query(
    `SELECT l.id, l.stable_key AS "stableKey", l.participation_id AS "participationId", o.name AS "participationName",
       c.id AS "categoryId", c.code AS "categoryCode", c.label AS "categoryLabel", w.id AS "workItemId", w.code AS "workItemCode",
       w.title AS "workItemTitle", l.description, l.planned, l.version, s.spent, s.not_claimable AS "notClaimable", s.expenses, f.sources
     FROM budget_line l
     JOIN participation p ON p.id = l.participation_id
     JOIN organisation o ON o.id = p.organisation_id
     JOIN cost_category c ON c.id = l.cost_category_id
     LEFT JOIN work_item w ON w.id = l.work_item_id
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(e.amount), 0)::numeric(14,2) AS spent, count(e.id)::int AS expenses,
         coalesce(sum(e.amount) FILTER (WHERE cardinality(e.blocks) > 0), 0)::numeric(14,2) AS not_claimable
       FROM budget_line k JOIN expense e ON e.budget_line_id = k.id AND e.state = 'recorded'
       WHERE k.stable_key = l.stable_key) s
     CROSS JOIN LATERAL (
       SELECT coalesce(json_agg(json_build_object('fundingSourceId', b.funding_source_id, 'amount', b.amount::text) ORDER BY g.position), '[]') AS sources
       FROM budget_line_source b JOIN funding_source g ON g.id = b.funding_source_id WHERE b.budget_line_id = l.id) f
     WHERE l.budget_version_id = $1 AND ${scopeSql(caller, 'budget.view', columns, binder(params))}
     ORDER BY c.position, c.code, p.role = 'lead' DESC, o.name, w.position NULLS FIRST, l.stable_key`,
    params,
  );
}

/** What each source was to pay of the lines of a version, and what it has paid of the expenses charged on them. */
export async function matrixSources(
  db: EntityManager,
  caller: Caller,
  versionId: string,
): Promise<SourceRow[]> {
  const params: unknown[] = [versionId];
  return db.query(
    `WITH lines AS (SELECT l.* FROM budget_line l WHERE l.budget_version_id = $1 AND ${scopeSql(caller, 'budget.view', columns, binder(params))}),
     plan AS (SELECT b.funding_source_id AS id, sum(b.amount) AS planned FROM budget_line_source b JOIN lines ON lines.id = b.budget_line_id GROUP BY 1),
     paid AS (
       SELECT h.funding_source_id AS id, sum(h.amount) AS spent, sum(h.amount) FILTER (WHERE cardinality(e.blocks) > 0) AS blocked
       FROM lines JOIN budget_line k ON k.stable_key = lines.stable_key
       JOIN expense e ON e.budget_line_id = k.id AND e.state = 'recorded'
       JOIN expense_share h ON h.expense_id = e.id GROUP BY 1)
     SELECT f.id, f.code, f.label, coalesce(plan.planned, 0)::numeric(14,2) AS planned, coalesce(paid.spent, 0)::numeric(14,2) AS spent,
       coalesce(paid.blocked, 0)::numeric(14,2) AS "notClaimable"
     FROM funding_source f LEFT JOIN plan USING (id) LEFT JOIN paid USING (id)
     WHERE f.project_id = (SELECT v.project_id FROM budget_version v WHERE v.id = $1) ORDER BY f.position`,
    params,
  );
}

/** What was spent month by month, by the day on which the cost was incurred. */
export async function spentByMonth(db: EntityManager, caller: Caller): Promise<MonthSpent[]> {
  const params: unknown[] = [];
  const scope = { project: 'e.project_id', participation: 'e.participation_id' };
  return db.query(
    `SELECT to_char(e.incurred_on, 'YYYY-MM') AS month, sum(e.amount)::numeric(14,2) AS spent FROM expense e
     WHERE e.state = 'recorded' AND ${scopeSql(caller, 'budget.view', scope, binder(params))} GROUP BY 1 ORDER BY 1`,
    params,
  );
}
