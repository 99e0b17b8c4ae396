import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder, scopeSql } from '../access/scope.js';
import { ACTIVITY_SCOPE } from '../activities/activity-scope.js';
import type { LogActivity } from '../activities/activity.dto.js';
import type { IsoDate } from '../kernel/dates.js';
import { personReach } from '../people/person-reach.js';
import type { ConflictView } from './planning.dto.js';

/** A day with its hours, and who and which place are wanted then. */
export type Slot = Pick<LogActivity, 'day' | 'startTime' | 'endTime' | 'staffIds' | 'place'>;

const ASKED: (keyof Slot)[] = ['day', 'startTime', 'endTime', 'staffIds', 'place'];

type Found = ConflictView & { day: IsoDate };

// A mediator is busy in whatever project it works: that much everybody who knows the mediator may know, but not with what.
const CONFLICTS = (slots: string, reach: string) => `
  WITH w AS (SELECT * FROM jsonb_to_recordset(${slots}::jsonb)
    AS slot(day date, "startTime" time, "endTime" time, "staffIds" uuid[], place text))
  SELECT w.day, 'person' AS kind, p.name, activity.id AS activity_id
  FROM w CROSS JOIN unnest(w."staffIds") AS wanted(id)
  JOIN activity_staff s ON s.person_id = wanted.id AND s.span && tsrange(w.day + w."startTime", w.day + w."endTime")
  JOIN person p ON p.id = s.person_id AND ${reach} JOIN activity ON activity.id = s.activity_id
  UNION
  SELECT w.day, 'place', activity.place, activity.id
  FROM w JOIN activity ON activity.day = w.day AND activity.state <> 'cancelled' AND search_text(activity.place) = search_text(w.place)
    AND activity.start_time < w."endTime" AND activity.end_time > w."startTime"`;

/** People and places that are taken at those times, over all projects; what is moved away from them (`except`) takes nobody. */
export async function conflictsOn(
  db: EntityManager,
  caller: Caller,
  slots: readonly Slot[],
  except: readonly string[],
): Promise<Found[]> {
  const params: unknown[] = [];
  const bind = binder(params);
  const found = CONFLICTS(bind(JSON.stringify(slots, ASKED)), personReach(caller, bind));
  return db.query(
    `SELECT c.day, c.kind, c.name, to_char(activity.start_time, 'HH24:MI') AS "startTime", to_char(activity.end_time, 'HH24:MI') AS "endTime",
       CASE WHEN seen THEN k.label || ', ' || coalesce(j.acronym, j.title) ELSE 'un altro impegno' END AS what,
       CASE WHEN seen THEN activity.id END AS "activityId", CASE WHEN seen THEN activity.project_id END AS "projectId"
     FROM (${found}) c JOIN activity ON activity.id = c.activity_id JOIN activity_kind k ON k.code = activity.kind
     JOIN project j ON j.id = activity.project_id
     CROSS JOIN LATERAL (SELECT ${scopeSql(caller, 'activity.view', ACTIVITY_SCOPE, bind)} AS seen) s
     WHERE activity.id <> ALL(${bind(except)}::uuid[])
     ORDER BY c.day, activity.start_time, c.name`,
    params,
  );
}
