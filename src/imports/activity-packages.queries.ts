import type { EntityManager } from 'typeorm';
import type { Terms } from '../contracts/billable.js';
import type { Allotted, Taking } from '../contracts/package-use.js';
import type { FieldError } from '../kernel/errors.js';

const AT_ONCE = 5000;

interface Package extends Terms {
  id: string;
  amount: number;
  used: number;
}

/** The packages of the good rows, each with its one sum. Nobody else takes of them until the transaction ends. */
export async function lockedPackages(db: EntityManager, importId: string): Promise<Package[]> {
  const locked = (await db.query(
    `SELECT l.id FROM contract_line l WHERE l.id IN (
       SELECT DISTINCT (r.row ->> 'contractLineId')::uuid FROM import_result r WHERE r.import_id = $1 AND r.state = 'good')
     ORDER BY l.id FOR NO KEY UPDATE`,
    [importId],
  )) as { id: string }[];
  // Summed after the lock: what was taken while this waited for it counts.
  return db.query(
    `SELECT l.id, k.unit, l.minimum, l.step, l.bought AS amount, contract_line_used(l.id, true)::float8 AS used
     FROM contract_line l JOIN activity_kind k ON k.code = l.kind WHERE l.id = ANY($1)`,
    [locked.map(({ id }) => id)],
  );
}

export const allottedOf = (db: EntityManager, lineId: string): Promise<Allotted[]> =>
  db.query(
    `SELECT h.organisation_id AS "organisationId", h.territory_id AS "territoryId", h.amount, contract_allotment_used(h.id, true)::float8 AS used
     FROM hour_allotment h WHERE h.contract_line_id = $1`,
    [lineId],
  );

/** The next good rows that take of a package, in the order of the file. */
export const takingAfter = (
  db: EntityManager,
  importId: string,
  after: number,
): Promise<(Taking & { line: number; lineId: string })[]> =>
  db.query(
    `SELECT r.line, v."contractLineId" AS "lineId", v.kind, v.minutes, v.quantity::float8, v."overReason", v."territoryId", v."organisationIds"
     FROM import_result r CROSS JOIN LATERAL jsonb_to_record(r.row) AS v("contractLineId" uuid, kind text, minutes integer,
       quantity numeric, "overReason" text, "territoryId" uuid, "organisationIds" uuid[])
     WHERE r.import_id = $1 AND r.state = 'good' AND r.line > $2 AND v."contractLineId" IS NOT NULL ORDER BY r.line LIMIT ${AT_ONCE}`,
    [importId, after],
  );

export const markBad = (
  db: EntityManager,
  importId: string,
  bad: readonly { line: number; errors: FieldError[] }[],
): Promise<unknown> =>
  db.query(
    `UPDATE import_result r SET state = 'bad', errors = b.errors
     FROM jsonb_to_recordset($2) AS b(line integer, errors jsonb) WHERE r.import_id = $1 AND r.line = b.line`,
    [importId, JSON.stringify(bad)],
  );
