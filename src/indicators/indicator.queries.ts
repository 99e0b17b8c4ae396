import type { EntityManager } from 'typeorm';
import { decodeCursor, pageOf, pageSize } from '../kernel/page.js';
import { headcounts } from './indicator.entity.js';
import type {
  IndicatorPerson,
  IndicatorPersonPage,
  IndicatorRow,
  IndicatorRowPage,
  IndicatorRowsQuery,
} from './indicator.dto.js';
import { peopleOf } from './people-of-activities.js';

/** The activities that an indicator `i` takes between $2 and $3, each with what it adds where that is a sum; `measure.ts` says the same in memory. */
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

/** SQL: the people whom an indicator `i` counts between $2 and $3; of another measure those who were at its activities. */
const PEOPLE = `SELECT * FROM (${peopleOf(ROWS)}) p WHERE i.measure <> 'recipients' OR p.target = 'recipient'`;

/** Those of each indicator of the project $1 that counts people, with the indicator's id as "indicatorId". */
export const PEOPLE_OF_INDICATORS = `
  SELECT i.id AS "indicatorId", p.* FROM indicator i CROSS JOIN LATERAL (${PEOPLE}) p
  WHERE i.project_id = $1 AND i.measure IN ('${headcounts.join("', '")}') ORDER BY p.code`;

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
    `SELECT i.id, CASE WHEN i.measure IN ('${headcounts.join("', '")}') THEN (SELECT count(*) FROM (${PEOPLE}) p)
       ELSE (SELECT coalesce(sum(r.amount), 0) FROM (${ROWS}) r) END AS value
     FROM indicator i WHERE i.project_id = $1`,
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
  const within = [indicatorId, query.from ?? null, query.to ?? null];
  const rows: (Omit<IndicatorRow, 'amount'> & { amount: string })[] = await db.query(
    `SELECT r.id, r.day, r.kind, k.label AS "kindLabel", w.code AS "workItemCode", o.name AS organisation, r.place, r.amount
     FROM indicator i CROSS JOIN LATERAL (${ROWS}) r
     JOIN activity_kind k ON k.code = r.kind JOIN work_item w ON w.id = r.work_item_id
     LEFT JOIN participation p ON p.id = r.participation_id LEFT JOIN organisation o ON o.id = p.organisation_id
     WHERE i.id = $1 AND ($4::date IS NULL OR (r.day, r.id) > ($4::date, $5::uuid))
     ORDER BY r.day, r.id LIMIT $6`,
    [...within, day, id, limit + 1],
  );
  const page = pageOf(
    rows,
    limit,
    (row) => [row.day, row.id],
    ({ amount, ...row }) => ({ ...row, amount: Number(amount) }),
  );
  const [counted]: { count: number }[] = await db.query(
    `SELECT count(*)::int FROM indicator i CROSS JOIN LATERAL (${ROWS}) r WHERE i.id = $1`,
    within,
  );
  return { ...page, count: counted!.count };
}

/** One page of the people whom an indicator counts, by code. */
export async function peopleOfIndicator(
  db: EntityManager,
  indicatorId: string,
  query: IndicatorRowsQuery,
): Promise<IndicatorPersonPage> {
  const limit = pageSize(query);
  const after = query.after ? decodeCursor(query.after, 1)[0] : '';
  const rows: IndicatorPerson[] = await db.query(
    `SELECT p.id, p.code, p.target, p.presences, p.minutes FROM indicator i CROSS JOIN LATERAL (${PEOPLE}) p
     WHERE i.id = $1 AND p.code > $4 ORDER BY p.code LIMIT $5`,
    [indicatorId, query.from ?? null, query.to ?? null, after, limit + 1],
  );
  return pageOf(
    rows,
    limit,
    ({ code }) => [code],
    (row) => row,
  );
}
