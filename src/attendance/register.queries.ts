import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder, scopeSql } from '../access/scope.js';
import { ACTIVITY_SCOPE } from '../activities/activity-scope.js';
import { type IsoDate, monthPeriod } from '../kernel/dates.js';
import type { Register, RegisterPerson, RegisterSession } from './attendance.dto.js';

const ALWAYS = { from: '1900-01-01', to: '2199-12-31' };

/** The sessions of a course (of one month) that were not cancelled, as boxes for whoever is enrolled or came. */
export async function readRegister(
  db: EntityManager,
  caller: Caller,
  courseId: string,
  { month, today }: { month: string | undefined; today: IsoDate },
): Promise<Register> {
  const { from, to } = month ? monthPeriod(month) : ALWAYS;
  const params: unknown[] = [courseId, from, to, today];
  const bind = binder(params);
  const mine = scopeSql(caller, 'attendance.edit', ACTIVITY_SCOPE, bind);
  const confidential = scopeSql(caller, 'document.confidential', { project: 'd.project_id' }, bind);
  const sessions: RegisterSession[] = await db.query(
    `SELECT activity.id AS "activityId", activity.day, to_char(activity.start_time, 'HH24:MI') AS "startTime",
       to_char(activity.end_time, 'HH24:MI') AS "endTime", activity.minutes, activity.state,
       activity.day <= $4 AND activity.report_id IS NULL AND ${mine} AS open,
       (SELECT s.report_number FROM sent_period s WHERE s.report_id = activity.report_id) AS "reportNumber",
       (SELECT count(*)::int FROM document d WHERE d.subject_table = 'activity' AND d.subject_id = activity.id AND d.state = 'attached'
         AND (NOT d.confidential OR ${confidential})) AS files
     FROM activity WHERE activity.course_id = $1 AND activity.state <> 'cancelled' AND activity.day BETWEEN $2 AND $3
     ORDER BY activity.day, activity.start_time, activity.id`,
    params,
  );
  const ids = sessions.map(({ activityId }) => activityId);
  return { sessions, people: await peopleOf(db, courseId, ids) };
}

const peopleOf = (
  db: EntityManager,
  courseId: string,
  activityIds: string[],
): Promise<RegisterPerson[]> =>
  db.query(
    `SELECT r.id AS "recipientId", r.code, r.initials, e.status, e.from_day AS "fromDay", e.to_day AS "toDay",
       coalesce(json_agg(json_build_object('activityId', t.activity_id, 'present', t.present, 'minutes', t.minutes))
         FILTER (WHERE t.id IS NOT NULL), '[]') AS marks
     FROM recipient r LEFT JOIN enrolment e ON e.recipient_id = r.id AND e.course_id = $1
     LEFT JOIN attendance t ON t.recipient_id = r.id AND t.activity_id = ANY($2::uuid[])
     WHERE e.id IS NOT NULL OR r.id IN (SELECT recipient_id FROM attendance WHERE activity_id = ANY($2::uuid[]))
     GROUP BY r.id, e.id ORDER BY e.status IS NULL, e.status = 'withdrawn', r.initials, r.code`,
    [courseId, activityIds],
  );
