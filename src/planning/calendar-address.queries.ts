import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder } from '../access/scope.js';
import { activityWhere } from '../activities/activity-filter.js';
import type { Period } from '../kernel/dates.js';
import type { CalendarAddressView } from './calendar-address.dto.js';
import type { CalendarEntry } from './calendar-file.js';

/** What an address is of. */
export interface AddressKey {
  userId: string;
  name: string;
  projectId: string | null;
  personId: string | null;
  organisationId: string | null;
}

/** The user's addresses that still answer, the newest first. */
export const addressesOf = (
  db: EntityManager,
  userId: string,
  id: string | null = null,
): Promise<CalendarAddressView[]> =>
  db.query(
    `SELECT c.id, c.name, c.project_id AS "projectId", c.person_id AS "personId", c.organisation_id AS "organisationId",
       coalesce(p.title, s.name, o.name) AS of, c.created_at AS "createdAt", c.last_read_at AS "lastReadAt"
     FROM calendar_address c LEFT JOIN project p ON p.id = c.project_id LEFT JOIN person s ON s.id = c.person_id
     LEFT JOIN organisation o ON o.id = c.organisation_id
     WHERE c.user_id = $1 AND c.revoked_at IS NULL AND ($2::uuid IS NULL OR c.id = $2) ORDER BY c.created_at DESC`,
    [userId, id],
  );

/** Null for a token that was guessed or revoked; once an hour is enough to know that it is in use. */
export async function keyOfToken(db: EntityManager, hash: Buffer): Promise<AddressKey | null> {
  const [found] = (await db.query(
    `SELECT id, user_id AS "userId", name, project_id AS "projectId", person_id AS "personId", organisation_id AS "organisationId",
       last_read_at IS NULL OR last_read_at < now() - interval '1 hour' AS stale
     FROM calendar_address WHERE token_hash = $1 AND revoked_at IS NULL`,
    [hash],
  )) as (AddressKey & { id: string; stale: boolean })[];
  if (found?.stale)
    await db.query('UPDATE calendar_address SET last_read_at = now() WHERE id = $1', [found.id]);
  return found ?? null;
}

const MOST_ENTRIES = 5000;

const ENTRY = `SELECT activity.id, activity.version, activity.state, activity.day, activity.ends_on AS "endsOn",
    to_char(activity.start_time, 'HH24:MI') AS "startTime", to_char(activity.end_time, 'HH24:MI') AS "endTime",
    coalesce(m.title, k.label) AS title, coalesce(j.acronym, j.title) AS "projectName", w.code AS "workItemCode", activity.place,
    ARRAY(SELECT s.name FROM person s WHERE s.id = ANY(activity.staff_ids) ORDER BY s.name) AS "staffNames", activity.updated_at AS "changedAt"
  FROM activity JOIN project j ON j.id = activity.project_id JOIN activity_kind k ON k.code = activity.kind JOIN work_item w ON w.id = activity.work_item_id
  LEFT JOIN meeting m ON m.activity_id = activity.id`;

/** One activity as it stands in every calendar that shows it; who may see it has been found already. */
export async function entryOf(db: EntityManager, activityId: string): Promise<CalendarEntry> {
  const [entry] = (await db.query(`${ENTRY} WHERE activity.id = $1`, [activityId])) as [
    CalendarEntry,
  ];
  return entry;
}

/** Everything in the period, what was cancelled too: a calendar that is not told keeps it. Beyond the most, what is long past is left out. */
export function entriesOf(
  db: EntityManager,
  caller: Caller,
  { projectId, personId, organisationId }: AddressKey,
  { from, to }: Period,
): Promise<CalendarEntry[]> {
  const params: unknown[] = [];
  const filter = {
    from,
    to,
    ...(projectId ? { projectId: [projectId] } : {}),
    ...(personId ? { personId: [personId] } : {}),
  };
  const where = [activityWhere(caller, filter, params)];
  if (organisationId) where.push(bodyHasPart(binder(params)(organisationId)));
  return db.query(
    `SELECT * FROM (${ENTRY} WHERE ${where.join(' AND ')}
       ORDER BY activity.day DESC, activity.id DESC LIMIT ${MOST_ENTRIES}) newest ORDER BY day, id`,
    params,
  );
}

/** It was there, or it is the partner that does the work. */
const bodyHasPart = (body: string): string =>
  `(activity.id IN (SELECT activity_id FROM activity_organisation WHERE organisation_id = ${body}::uuid)
    OR activity.participation_id IN (SELECT id FROM participation WHERE organisation_id = ${body}::uuid))`;
