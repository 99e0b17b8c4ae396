import type { EntityManager } from 'typeorm';
import type { ChangeProject } from './projects.dto.js';

/** A list of the sheet: its table and the columns that make one of its rows. */
interface SheetList {
  table: string;
  columns: string[];
}

const LISTS = {
  places: { table: 'project_place', columns: ['country', 'region', 'province'] },
  areas: { table: 'project_area', columns: ['label'] },
  aliases: { table: 'project_alias', columns: ['alias'] },
  communities: { table: 'project_community', columns: ['label', 'country'] },
  codes: { table: 'project_code', columns: ['scheme', 'code'] },
  functions: { table: 'project_function', columns: ['function'] },
} as const satisfies Partial<Record<keyof ChangeProject, SheetList>>;

/** Puts each list that is given in the place of the old one; what stays the same is not written again. */
export async function replaceSheetLists(
  db: EntityManager,
  projectId: string,
  body: ChangeProject,
): Promise<void> {
  for (const [name, list] of Object.entries(LISTS)) {
    const items = body[name as keyof typeof LISTS];
    if (items === undefined) continue;
    const rows = (items ?? []).map((item) =>
      typeof item === 'string' ? { [list.columns[0]]: item } : item,
    );
    await replace(db, projectId, list, rows);
  }
}

async function replace(
  db: EntityManager,
  projectId: string,
  { table, columns }: SheetList | (typeof LISTS)[keyof typeof LISTS],
  rows: object[],
): Promise<void> {
  const names = columns.join(', ');
  const given = `jsonb_to_recordset($2::jsonb) AS x(${columns.map((column) => `${column} text`).join(', ')})`;
  const values = [projectId, JSON.stringify(rows)];
  await db.query(
    `DELETE FROM ${table} t WHERE project_id = $1 AND NOT EXISTS (SELECT FROM ${given}
       WHERE (${columns.map((column) => `x.${column}`).join(', ')}) IS NOT DISTINCT FROM (${columns
         .map((column) => `t.${column}::text`)
         .join(', ')}))`,
    values,
  );
  await db.query(
    `INSERT INTO ${table} (project_id, ${names}) SELECT $1, ${names} FROM ${given} ON CONFLICT DO NOTHING`,
    values,
  );
}
