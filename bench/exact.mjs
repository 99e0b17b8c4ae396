import { asking } from './cluster.mjs';

/** After any load: the sums are the sums of the rows, and every write has left exactly one audit entry. */
export async function checkExact({ small, large, figures }) {
  const found = [];
  for (const { ownerUrl, rows, added = 0 } of [small, large]) {
    const { wrongSums, activities, entries } = await asking(ownerUrl, count);
    found.push(wrongSums + Math.abs(entries - activities) + Math.abs(activities - rows - added));
  }
  figures.add('sums that differ from their rows, writes without their one audit entry', {
    target: 0,
    better: 'lower',
    ratios: found,
    conditions: `${small.rows + (small.added ?? 0)} and ${large.rows + (large.added ?? 0)} activities, each logged or loaded through the triggers`,
  });
}

async function count(db) {
  const { rows } = await db.query(`
    WITH r AS (SELECT project_id, kind, date_trunc('month', day)::date AS month, count(*) AS n, sum(minutes) AS m, coalesce(sum(quantity), 0) AS q
      FROM activity WHERE state IN ('done', 'confirmed') GROUP BY 1, 2, 3),
    s AS (SELECT project_id, kind, month, sum(activities) AS n, sum(minutes) AS m, sum(quantity) AS q FROM activity_month GROUP BY 1, 2, 3)
    SELECT (SELECT count(*)::int FROM r FULL JOIN s USING (project_id, kind, month) WHERE (r.n, r.m, r.q) IS DISTINCT FROM (s.n, s.m, s.q)) AS "wrongSums",
      (SELECT count(*)::int FROM activity) AS activities,
      (SELECT count(DISTINCT row_id)::int FROM audit_entry WHERE table_name = 'activity' AND action = 'insert') AS entries,
      (SELECT count(*)::int FROM audit_entry WHERE table_name = 'activity') AS all_entries`);
  const [{ wrongSums, activities, entries, all_entries: all }] = rows;
  // An entry too many is as wrong as one too few.
  return { wrongSums, activities, entries: entries === all ? entries : -1 };
}
