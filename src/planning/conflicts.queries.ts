import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder, scopeSql } from '../access/scope.js';
import { ACTIVITY_SCOPE } from '../activities/activity-scope.js';
import type { IsoDate } from '../kernel/dates.js';
import { personReach } from '../people/person-reach.js';
import type { ConflictView } from './planning.dto.js';

export interface Wanted {
  days: readonly IsoDate[];
  startTime: string;
  endTime: string;
  personIds: readonly string[];
  place: string | null;
  /** Activities that are being moved. */
  except: readonly string[];
}

type Found = ConflictView & { day: IsoDate };

// A mediator is busy in whatever project it works: that much everybody who knows the mediator may know, but not with what.
const CONFLICTS = (days: string, start: string, end: string, reach: string) => `
  SELECT w.day, 'person' AS kind, p.name, activity.id AS activity_id
  FROM unnest(${days}::date[]) AS w(day)
  JOIN activity_staff s ON s.span && tsrange(w.day + ${start}::time, w.day + ${end}::time) AND s.person_id = ANY(:people)
  JOIN person p ON p.id = s.person_id AND ${reach} JOIN activity ON activity.id = s.activity_id
  UNION ALL
  SELECT w.day, 'place', activity.place, activity.id
  FROM unnest(${days}::date[]) AS w(day)
  JOIN activity ON activity.day = w.day AND activity.state <> 'cancelled' AND search_text(activity.place) = search_text(:place)
    AND activity.start_time < ${end}::time AND activity.end_time > ${start}::time`;

/** People and places that are taken on those days at that time, over all projects. */
export async function conflictsOn(
  db: EntityManager,
  caller: Caller,
  wanted: Wanted,
): Promise<Found[]> {
  const params: unknown[] = [];
  const bind = binder(params);
  const [days, start, end] = [bind(wanted.days), bind(wanted.startTime), bind(wanted.endTime)];
  const found = CONFLICTS(days, start, end, personReach(caller, bind))
    .replace(':people', `${bind(wanted.personIds)}::uuid[]`)
    .replace(':place', `${bind(wanted.place)}::text`);
  return db.query(
    `SELECT c.day, c.kind, c.name, to_char(activity.start_time, 'HH24:MI') AS "startTime", to_char(activity.end_time, 'HH24:MI') AS "endTime",
       CASE WHEN seen THEN k.label || ', ' || coalesce(j.acronym, j.title) ELSE 'un altro impegno' END AS what,
       CASE WHEN seen THEN activity.id END AS "activityId", CASE WHEN seen THEN activity.project_id END AS "projectId"
     FROM (${found}) c JOIN activity ON activity.id = c.activity_id JOIN activity_kind k ON k.code = activity.kind
     JOIN project j ON j.id = activity.project_id
     CROSS JOIN LATERAL (SELECT ${scopeSql(caller, 'activity.view', ACTIVITY_SCOPE, bind)} AS seen) s
     WHERE activity.id <> ALL(${bind(wanted.except)}::uuid[])
     ORDER BY c.day, activity.start_time, c.name`,
    params,
  );
}
