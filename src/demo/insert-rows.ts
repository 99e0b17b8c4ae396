import type { EntityManager } from 'typeorm';

const BATCH = 1000;

/** Inserts rows (column → value) through one statement per thousand and gives their ids in the same order. */
export async function insertRows(
  db: EntityManager,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    ids.push(...(await insertBatch(db, table, rows.slice(start, start + BATCH))));
  }
  return ids;
}

async function insertBatch(
  db: EntityManager,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<string[]> {
  const columns = Object.keys(rows[0] ?? {});
  const inserted: { id: string }[] = await db.query(
    `INSERT INTO ${table} (${columns.join(', ')})
     SELECT ${columns.map((column) => `r.${column}`).join(', ')}
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS e(item, place),
       LATERAL jsonb_populate_record(NULL::${table}, e.item) r
     ORDER BY e.place RETURNING id`,
    [JSON.stringify(rows)],
  );
  return inserted.map(({ id }) => id);
}

/** What the facts leave out is null in the table: unknown stays unknown. */
export const known = (columns: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, value ?? null]));
