import type { EntityManager } from 'typeorm';
import type { ImportPlace, Stretch } from './target.js';

const ROWS = `
  import_result r CROSS JOIN LATERAL jsonb_to_record(r.row) AS v(title text, "organisationId" uuid, "personId" uuid, reference text,
    "signedOn" date, "validFrom" date, "validTo" date, kind text, language text, "unitRate" numeric, bought integer,
    minimum integer, step integer)`;

/** What each kind is counted in. */
export async function unitsOf(db: EntityManager): Promise<Map<string, string>> {
  const kinds = (await db.query('SELECT code, unit FROM activity_kind')) as {
    code: string;
    unit: string;
  }[];
  return new Map(kinds.map(({ code, unit }) => [code, unit]));
}

/** With whom and until when the contracts of a project are, by title and reference. */
export async function contractsKnown(
  db: EntityManager,
  projectId: string,
): Promise<Map<string, string>> {
  const contracts = (await db.query(
    `SELECT title, reference, organisation_id AS body, person_id AS person, valid_from AS "from", valid_to AS "to"
     FROM contract WHERE project_id = $1`,
    [projectId],
  )) as Record<'title' | 'reference' | 'body' | 'person' | 'from' | 'to', string | null>[];
  return new Map(
    contracts.map(({ title, reference, body, person, from, to }) => [
      `${title ?? ''}\u001f${reference ?? ''}`,
      JSON.stringify([body, person, from, to]),
    ]),
  );
}

/** A contract that is not there takes the id of the first row that names it. */
export async function insertContracts(
  db: EntityManager,
  { importId, from, to }: Stretch,
  { projectId }: ImportPlace,
): Promise<void> {
  const params = [importId, from, to, projectId];
  await db.query(
    `INSERT INTO contract (id, project_id, organisation_id, person_id, title, reference, signed_on, valid_from, valid_to)
     SELECT DISTINCT ON (v.title, v.reference) r.row_id, $4, v."organisationId", v."personId", v.title, v.reference, v."signedOn",
       v."validFrom", v."validTo"
     FROM ${ROWS} WHERE r.import_id = $1 AND r.state = 'good' AND r.line BETWEEN $2 AND $3
       AND NOT EXISTS (SELECT FROM contract c WHERE c.project_id = $4 AND c.title = v.title AND c.reference IS NOT DISTINCT FROM v.reference)
     ORDER BY v.title, v.reference, r.line`,
    params,
  );
  await db.query(
    `INSERT INTO contract_line (id, project_id, contract_id, kind, language, unit_rate, bought, minimum, step, valid_from, valid_to)
     SELECT r.row_id, $4, (SELECT c.id FROM contract c WHERE c.project_id = $4 AND c.title = v.title
         AND c.reference IS NOT DISTINCT FROM v.reference ORDER BY c.id LIMIT 1),
       v.kind, v.language, v."unitRate", v.bought, v.minimum, v.step, v."validFrom", v."validTo"
     FROM ${ROWS} WHERE r.import_id = $1 AND r.state = 'good' AND r.line BETWEEN $2 AND $3 ORDER BY r.line`,
    params,
  );
}

/** Lines that were changed, used or allotted; contracts that were changed or gained other lines. */
export async function contractsChangedSince(db: EntityManager, importId: string): Promise<number> {
  const [{ changed }] = (await db.query(
    `WITH made AS (SELECT row_id FROM import_result WHERE import_id = $1 AND state = 'good')
     SELECT count(*)::int AS changed FROM made m
       LEFT JOIN contract_line l ON l.id = m.row_id LEFT JOIN contract c ON c.id = m.row_id
     WHERE l.version IS DISTINCT FROM 1 OR c.version <> 1
       OR EXISTS (SELECT FROM activity a WHERE a.contract_line_id = l.id)
       OR EXISTS (SELECT FROM hour_allotment h WHERE h.contract_line_id = l.id)
       OR EXISTS (SELECT FROM contract_line o WHERE o.contract_id = c.id AND o.id NOT IN (SELECT row_id FROM made))`,
    [importId],
  )) as [{ changed: number }];
  return changed;
}

export async function deleteContracts(db: EntityManager, importId: string): Promise<void> {
  for (const table of ['contract_line', 'contract'])
    await db.query(
      `DELETE FROM ${table} t USING import_result r
       WHERE r.import_id = $1 AND r.state = 'good' AND t.id = r.row_id`,
      [importId],
    );
}
