import type { EntityManager } from 'typeorm';
import type { ImportPlace, Stretch } from './target.js';

/** Ids by code, of the whole institute: whoever has a code is known by it. */
export async function codesKnown(db: EntityManager): Promise<Map<string, string>> {
  const rows = (await db.query('SELECT code, id FROM recipient')) as { code: string; id: string }[];
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** SQL: the good rows; who has no code yet is known by the row's own id. */
const GOOD = `
  SELECT r.row_id AS id, r.line, v.*, coalesce(v."recipientId", r.row_id) AS person, v."recipientId" IS NULL AS new
  FROM import_result r CROSS JOIN LATERAL jsonb_to_record(r.row) AS v("courseId" uuid, "recipientId" uuid, status text,
    "fromDay" date, "toDay" date, code text, initials text, "birthYear" smallint, "ageBand" text, gender text, citizenship text)
  WHERE r.import_id = $1 AND r.state = 'good'`;
/** SQL: those of a stretch. */
const ROWS = `(${GOOD} AND r.line BETWEEN $2 AND $3) r`;

/** SQL: marks as bad the rows that `clashes` tells, as line, path and message. */
const markBad = (clashes: string): string => `
  UPDATE import_result r SET state = 'bad', errors = jsonb_build_array(jsonb_build_object('path', c.path, 'message', c.message))
  FROM (${clashes}) AS c (line, path, message) WHERE r.import_id = $1 AND r.line = c.line`;

/** Who is enrolled is there already; nobody enrols twice, and a course takes as many as it has seats, in the order of the file. */
export async function markEnrolled(db: EntityManager, importId: string): Promise<void> {
  // As enrolling by hand does, so that the last seat is taken once.
  await db.query(
    `SELECT FROM course WHERE id IN (SELECT "courseId" FROM (${GOOD}) g) ORDER BY id FOR UPDATE`,
    [importId],
  );
  await db.query(
    `UPDATE import_result r SET state = 'already' FROM (${GOOD}) g JOIN enrolment e ON e.course_id = g."courseId" AND e.recipient_id = g.person
     WHERE r.import_id = $1 AND r.line = g.line`,
    [importId],
  );
  await db.query(
    markBad(`SELECT line, 'code', 'La stessa persona è già alla riga ' || first || ' per questo corso.'
      FROM (SELECT line, min(line) OVER (PARTITION BY "courseId", person) AS first FROM (${GOOD}) g) t WHERE line > first`),
    [importId],
  );
  await db.query(
    markBad(`SELECT line, 'courseId', 'I posti del corso sono finiti: iscrivi come uditore o aumenta i posti.'
      FROM (SELECT line, "courseId", row_number() OVER (PARTITION BY "courseId" ORDER BY line) AS nth FROM (${GOOD}) g WHERE status = 'regular') t
      JOIN course c ON c.id = "courseId"
      WHERE nth > c.seats - (SELECT count(*) FROM enrolment e WHERE e.course_id = c.id AND e.status = 'regular')`),
    [importId],
  );
}

/** New people get a code; who has one is taken in charge by the course's partner if it has not yet; then they are enrolled. */
export async function insertEnrolments(
  db: EntityManager,
  { importId, from, to }: Stretch,
  { projectId, today }: ImportPlace,
): Promise<void> {
  const stretch = [importId, from, to];
  await db.query(
    `INSERT INTO recipient (id, person_id, code, initials, birth_year, age_band, gender, citizenship)
     SELECT id, id, code, initials, "birthYear", "ageBand", gender, coalesce(citizenship, 'XX') FROM ${ROWS} WHERE new ORDER BY line`,
    stretch,
  );
  await db.query(
    `INSERT INTO intake (id, project_id, recipient_id, participation_id, taken_on)
     SELECT DISTINCT ON (r.person, c.participation_id) r.id, $4, r.person, c.participation_id, least(r."fromDay", $5::date)
     FROM ${ROWS} JOIN course c ON c.id = r."courseId" ORDER BY r.person, c.participation_id, r.line
     ON CONFLICT ON CONSTRAINT intake_once DO NOTHING`,
    [...stretch, projectId, today],
  );
  await db.query(
    `INSERT INTO enrolment (id, project_id, course_id, recipient_id, status, from_day, to_day)
     SELECT id, $4, "courseId", person, status, "fromDay", "toDay" FROM ${ROWS} ORDER BY line`,
    [...stretch, projectId],
  );
}

/** Enrolments, intakes and people that were changed or attended, or on whom other work of somebody stands by now. */
export async function enrolmentsChangedSince(db: EntityManager, importId: string): Promise<number> {
  const [{ changed }] = (await db.query(
    `WITH made AS (SELECT row_id FROM import_result WHERE import_id = $1 AND state = 'good')
     SELECT count(*)::int AS changed FROM made m LEFT JOIN enrolment e ON e.id = m.row_id LEFT JOIN recipient p ON p.id = m.row_id
       LEFT JOIN intake k ON k.id = m.row_id
     WHERE e.version IS DISTINCT FROM 1 OR p.version <> 1 OR p.person_id <> p.id OR k.version <> 1
       OR EXISTS (SELECT FROM enrolment o JOIN course c ON c.id = o.course_id WHERE o.recipient_id = k.recipient_id
                  AND o.project_id = k.project_id AND c.participation_id IS NOT DISTINCT FROM k.participation_id
                  AND o.id NOT IN (SELECT row_id FROM made))
       OR EXISTS (SELECT FROM attendance t JOIN activity a ON a.id = t.activity_id WHERE t.recipient_id = k.recipient_id
                  AND t.project_id = k.project_id AND a.participation_id IS NOT DISTINCT FROM k.participation_id)
       OR EXISTS (SELECT FROM attendance t JOIN activity a ON a.id = t.activity_id
                  WHERE t.recipient_id = e.recipient_id AND a.course_id = e.course_id)
       OR EXISTS (SELECT FROM intake i WHERE i.recipient_id = p.id AND i.id NOT IN (SELECT row_id FROM made))
       OR EXISTS (SELECT FROM enrolment o WHERE o.recipient_id = p.id AND o.id NOT IN (SELECT row_id FROM made))`,
    [importId],
  )) as [{ changed: number }];
  return changed;
}

export async function deleteEnrolments(db: EntityManager, importId: string): Promise<void> {
  for (const table of ['enrolment', 'intake', 'recipient'])
    await db.query(
      `DELETE FROM ${table} t USING import_result r
       WHERE r.import_id = $1 AND r.state = 'good' AND t.id = r.row_id`,
      [importId],
    );
}
