import type { EntityManager } from 'typeorm';
import { decodeCursor, pageOf, pageSize } from '../kernel/page.js';
import type { IndicatorRow, IndicatorRowPage, IndicatorRowsQuery } from './indicator.dto.js';

/** The activities that an indicator `i` adds up between $2 and $3, each with what it adds; `measure.ts` says the same in memory. */
const ROWS = `
  SELECT a.id, a.day, a.kind, a.work_item_id, a.participation_id, a.place,
    CASE i.measure WHEN 'sum_minutes' THEN a.minutes WHEN 'count' THEN 1 ELSE coalesce(a.quantity, 0) END AS amount
  FROM activity a
  WHERE a.project_id = i.project_id AND a.state IN ('done', 'confirmed')
    AND (cardinality(i.kinds) = 0 OR a.kind = ANY(i.kinds))
    AND (i.work_item_id IS NULL OR a.work_item_id IN (
      WITH RECURSIVE below AS (
        SELECT i.work_item_id AS id UNION SELECT w.id FROM work_item w JOIN below b ON w.parent_id = b.id)
      SELECT id FROM below))
    AND ($2::date IS NULL OR a.day >= $2) AND ($3::date IS NULL OR a.day <= $3)`;

export interface Within {
  from?: string;
  to?: string;
}

/** The value of each indicator of a project, by its id. */
export async function valuesOf(
  db: EntityManager,
  projectId: string,
  { from, to }: Within,
): Promise<Map<string, number>> {
  const rows: { id: string; value: string }[] = await db.query(
    `SELECT i.id, coalesce(sum(r.amount), 0) AS value
     FROM indicator i LEFT JOIN LATERAL (${ROWS}) r ON true WHERE i.project_id = $1 GROUP BY i.id`,
    [projectId, from ?? null, to ?? null],
  );
  return new Map(rows.map(({ id, value }) => [id, Number(value)]));
}

/** One page of the rows of one indicator, oldest first. */
export async function rowsOf(
  db: EntityManager,
  indicatorId: string,
  query: IndicatorRowsQuery,
): Promise<IndicatorRowPage> {
  const limit = pageSize(query);
  const [day, id] = query.after ? decodeCursor(query.after, 2) : [null, null];
  const rows: (Omit<IndicatorRow, 'amount'> & { amount: string })[] = await db.query(
    `SELECT r.id, r.day, r.kind, k.label AS "kindLabel", w.code AS "workItemCode", o.name AS organisation, r.place, r.amount
     FROM indicator i CROSS JOIN LATERAL (${ROWS}) r
     JOIN activity_kind k ON k.code = r.kind JOIN work_item w ON w.id = r.work_item_id
     LEFT JOIN participation p ON p.id = r.participation_id LEFT JOIN organisation o ON o.id = p.organisation_id
     WHERE i.id = $1 AND ($4::date IS NULL OR (r.day, r.id) > ($4::date, $5::uuid))
     ORDER BY r.day, r.id LIMIT $6`,
    [indicatorId, query.from ?? null, query.to ?? null, day, id, limit + 1],
  );
  return pageOf(
    rows,
    limit,
    (row) => [row.day, row.id],
    (row) => ({ ...row, amount: Number(row.amount) }),
  );
}
