import type { EntityManager } from 'typeorm';
import type { Stretch } from './target.js';

/** A body that came since the file was looked at, by another file or by hand, is there already. */
export async function markNamed(db: EntityManager, importId: string): Promise<void> {
  await db.query(
    `UPDATE import_result r SET state = 'already' WHERE r.import_id = $1 AND r.state = 'good'
       AND EXISTS (SELECT FROM organisation o WHERE search_text(o.name) = search_text(r.row ->> 'name'))`,
    [importId],
  );
}

export async function insertOrganisations(
  db: EntityManager,
  { importId, from, to }: Stretch,
): Promise<void> {
  await db.query(
    `INSERT INTO organisation (id, name, short_name, kind, parent_id, country, region, place, website, note)
     SELECT r.row_id, v.name, v."shortName", v.kind, v."parentId", v.country, v.region, v.place, v.website, v.note
     FROM import_result r CROSS JOIN LATERAL jsonb_to_record(r.row) AS v(name text, "shortName" text, kind text, "parentId" uuid,
       country text, region text, place text, website text, note text)
     WHERE r.import_id = $1 AND r.state = 'good' AND r.line BETWEEN $2 AND $3 ORDER BY r.line`,
    [importId, from, to],
  );
}

/** Those that were changed; what refers to them is for the database to say. */
export async function organisationsChangedSince(
  db: EntityManager,
  importId: string,
): Promise<number> {
  const [{ changed }] = (await db.query(
    `SELECT count(*)::int AS changed FROM import_result r LEFT JOIN organisation o ON o.id = r.row_id
     WHERE r.import_id = $1 AND r.state = 'good' AND o.version IS DISTINCT FROM 1`,
    [importId],
  )) as [{ changed: number }];
  return changed;
}

export async function deleteOrganisations(db: EntityManager, importId: string): Promise<void> {
  await db.query(
    `DELETE FROM organisation o USING import_result r
     WHERE r.import_id = $1 AND r.state = 'good' AND o.id = r.row_id`,
    [importId],
  );
}
