import type { EntityManager } from 'typeorm';
import type { ImportPlace, Stretch } from './target.js';

/** SQL: the good rows of an import as the columns that they will be. */
const GOOD = `
  import_result r CROSS JOIN LATERAL jsonb_to_record(r.row) AS v("workItemId" uuid, "participationId" uuid, kind text, day date,
    "endsOn" date, "startTime" time, "endTime" time, minutes integer, quantity numeric, place text, note text,
    participants integer, women integer, men integer, "staffIds" uuid[], "organisationIds" uuid[], language text,
    "territoryId" uuid, "targetGroup" text, "contractLineId" uuid, "overReason" text, "courseId" uuid)`;

/** Makes the activities in one statement, so that the triggers spread, sum and audit them together. */
export async function insertActivities(
  db: EntityManager,
  { importId, from, to }: Stretch,
  { projectId, today }: ImportPlace,
): Promise<void> {
  await db.query(
    `INSERT INTO activity (id, project_id, work_item_id, participation_id, kind, state, day, ends_on, start_time, end_time, minutes,
       quantity, place, note, participants, women, men, staff_ids, organisation_ids, language, territory_id, contract_line_id,
       over_reason, course_id, target_group)
     SELECT r.row_id, $4, v."workItemId", v."participationId", v.kind, CASE WHEN v.day > $5::date THEN 'planned' ELSE 'done' END,
       v.day, v."endsOn", v."startTime", v."endTime", v.minutes, v.quantity, v.place, v.note, v.participants, v.women, v.men,
       v."staffIds", v."organisationIds", v.language, v."territoryId", v."contractLineId", v."overReason", v."courseId", v."targetGroup"
     FROM ${GOOD} WHERE r.import_id = $1 AND r.state = 'good' AND r.line BETWEEN $2 AND $3 ORDER BY r.line`,
    [importId, from, to, projectId, today],
  );
}

/** A person's time is taken once: by what is in the program, then by the rows of the file in their order. */
export async function markTakenTimes(db: EntityManager, importId: string): Promise<void> {
  await db.query(
    `WITH spans AS MATERIALIZED (
       SELECT r.line, s.person, tsrange(v.day + v."startTime", v.day + v."endTime") AS span
       FROM ${GOOD} CROSS JOIN LATERAL unnest(v."staffIds") AS s(person)
       WHERE r.import_id = $1 AND r.state = 'good' AND v."startTime" IS NOT NULL AND coalesce(v."endsOn", v.day) = v.day),
     taken AS (
       SELECT line, 'È già impegnata in quell’orario, in un’altra attività: cambia orario o persona.' AS words
       FROM spans s WHERE EXISTS (SELECT FROM activity_staff a WHERE a.person_id = s.person AND a.span && s.span)
       UNION ALL
       SELECT line, 'È già impegnata in quell’orario alla riga ' || other || ': cambia orario o persona.' FROM (
         SELECT line, lower(span) < max(upper(span)) OVER w AS clash, lag(line) OVER w2 AS other FROM spans
         WINDOW w AS (PARTITION BY person ORDER BY lower(span), line ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
           w2 AS (PARTITION BY person ORDER BY lower(span), line)) o WHERE clash)
     UPDATE import_result r SET state = 'bad', errors = t.errors
     FROM (SELECT line, jsonb_agg(DISTINCT jsonb_build_object('path', 'staffIds', 'message', words)) AS errors FROM taken GROUP BY line) t
     WHERE r.import_id = $1 AND r.line = t.line`,
    [importId],
  );
}

export async function activitiesChangedSince(db: EntityManager, importId: string): Promise<number> {
  const [{ changed }] = (await db.query(
    `SELECT count(*)::int AS changed FROM import_result r JOIN activity a ON a.id = r.row_id
     WHERE r.import_id = $1 AND r.state = 'good' AND (a.version <> 1 OR a.report_id IS NOT NULL
       OR EXISTS (SELECT FROM attendance t WHERE t.activity_id = a.id))`,
    [importId],
  )) as [{ changed: number }];
  return changed;
}

export async function cancelActivities(
  db: EntityManager,
  importId: string,
  reason: string,
): Promise<void> {
  await db.query(
    `UPDATE activity a SET state = 'cancelled', cancel_reason = $2, version = a.version + 1
     FROM import_result r WHERE r.import_id = $1 AND r.state = 'good' AND a.id = r.row_id`,
    [importId, reason],
  );
}
