import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder } from '../access/scope.js';
import { activityWhere } from '../activities/activity-filter.js';
import type { Period } from '../kernel/dates.js';
import type { CalendarItem, CalendarQuery } from './planning.dto.js';

/** A month of a busy institute; more is not read in a calendar. */
export const MOST_ITEMS = 2000;

const ITEM = `activity.id, activity.project_id AS "projectId", coalesce(j.acronym, j.title) AS "projectName", activity.kind, k.label AS "kindLabel",
  m.title, m.id AS "meetingId", w.code AS "workItemCode", o.name AS "partnerName", activity.day, activity.ends_on AS "endsOn",
  to_char(activity.start_time, 'HH24:MI') AS "startTime", to_char(activity.end_time, 'HH24:MI') AS "endTime", activity.minutes, activity.place,
  activity.staff_ids AS "staffIds", ARRAY(SELECT s.name FROM person s WHERE s.id = ANY(activity.staff_ids) ORDER BY s.name) AS "staffNames",
  activity.state, activity.series_id AS "seriesId", activity.report_id IS NOT NULL AS held, activity.version`;

/** What stands in the caller's calendar between two days, in order; at most one row more than fits. */
export function calendarItems(
  db: EntityManager,
  caller: Caller,
  { from, to }: Period,
  { from: _from, to: _to, patron: _patron, ...filter }: CalendarQuery,
): Promise<CalendarItem[]> {
  const params: unknown[] = [];
  const bind = binder(params);
  const where = activityWhere(caller, filter, params);
  return db.query(
    `SELECT ${ITEM} FROM activity
     JOIN project j ON j.id = activity.project_id JOIN activity_kind k ON k.code = activity.kind JOIN work_item w ON w.id = activity.work_item_id
     LEFT JOIN meeting m ON m.activity_id = activity.id LEFT JOIN participation a ON a.id = activity.participation_id LEFT JOIN organisation o ON o.id = a.organisation_id
     WHERE activity.state <> 'cancelled' AND activity.day <= ${bind(to)} AND coalesce(activity.ends_on, activity.day) >= ${bind(from)} AND ${where}
     ORDER BY activity.day, activity.start_time NULLS FIRST, activity.id LIMIT ${MOST_ITEMS + 1}`,
    params,
  );
}
