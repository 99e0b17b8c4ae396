import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import type { Permission } from '../access/permissions.js';
import { binder, scopeSql } from '../access/scope.js';
import { ACTIVITY_SCOPE } from '../activities/activity-scope.js';
import type { IsoDate } from '../kernel/dates.js';
import { NotFound } from '../kernel/errors.js';
import { decodeCursor, pageOf, pageSize, type Page, type PageQuery } from '../kernel/page.js';
import type { MeetingRow, MeetingView, TaskFilter, TaskRow } from './meeting.dto.js';

const MOVED = `m.convened_at IS NOT NULL AND (m.convened_day, m.convened_ends_on, m.convened_start, m.convened_end, m.convened_place)
  IS DISTINCT FROM (activity.day, activity.ends_on, activity.start_time, activity.end_time, activity.place)`;

const ROW = `m.id, m.project_id AS "projectId", m.activity_id AS "activityId", m.title, activity.day,
  to_char(activity.start_time, 'HH24:MI') AS "startTime", to_char(activity.end_time, 'HH24:MI') AS "endTime", activity.place, activity.state,
  m.convened_at AS "convenedAt", m.convened_day AS "convenedDay", ${MOVED} AS moved, m.called_off_at AS "calledOffAt", m.minutes IS NOT NULL AS "hasMinutes",
  (SELECT count(*)::int FROM meeting_guest g WHERE g.meeting_id = m.id) AS guests,
  (SELECT count(*)::int FROM meeting_decision d WHERE d.meeting_id = m.id) AS decisions,
  (SELECT count(*)::int FROM meeting_decision d JOIN task t ON t.decision_id = d.id WHERE d.meeting_id = m.id AND t.state = 'open') AS "openTasks",
  m.demonstration, m.version`;

const TASK = `'id', t.id, 'personId', t.person_id, 'personName', p.name, 'dueDay', t.due_day, 'state', t.state, 'doneOn', t.done_on, 'version', t.version`;

const LISTS = `m.agenda, m.minutes,
  (SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'organisationId', g.organisation_id, 'organisationName', o.name,
      'email', g.email, 'convenedAt', g.convened_at, 'present', g.present) ORDER BY g.position, g.id), '[]')
   FROM meeting_guest g LEFT JOIN organisation o ON o.id = g.organisation_id WHERE g.meeting_id = m.id) AS "guestList",
  (SELECT coalesce(json_agg(json_build_object('id', d.id, 'text', d.text, 'task', CASE WHEN t.id IS NOT NULL THEN json_build_object(${TASK}) END) ORDER BY d.id), '[]')
   FROM meeting_decision d LEFT JOIN task t ON t.decision_id = d.id LEFT JOIN person p ON p.id = t.person_id WHERE d.meeting_id = m.id) AS "decisionList"`;

const FROM = 'FROM meeting m JOIN activity ON activity.id = m.activity_id';

/** The meetings of a project whose activity the caller reaches, the latest first. */
export async function pageOfMeetings(
  db: EntityManager,
  caller: Caller,
  projectId: string,
  query: PageQuery,
): Promise<Page<MeetingRow>> {
  const params: unknown[] = [projectId];
  const bind = binder(params);
  const where = [scopeSql(caller, 'activity.view', ACTIVITY_SCOPE, bind)];
  if (query.after) {
    const [day, id] = decodeCursor(query.after, 2);
    where.push(`(activity.day, m.id) < (${bind(day)}::date, ${bind(id)}::uuid)`);
  }
  const limit = pageSize(query);
  const rows: MeetingRow[] = await db.query(
    `SELECT ${ROW} ${FROM} WHERE m.project_id = $1 AND ${where.join(' AND ')}
     ORDER BY activity.day DESC, m.id DESC LIMIT ${bind(limit + 1)}`,
    params,
  );
  return pageOf(
    rows,
    limit,
    ({ day, id }) => [day, id],
    (row) => row,
  );
}

/** Throws 404 unless the caller reaches its activity with this permission. */
export async function meetingOf(
  db: EntityManager,
  caller: Caller,
  { projectId, id }: { projectId: string; id: string },
  permission: Permission = 'activity.view',
): Promise<MeetingView> {
  const params: unknown[] = [projectId, id];
  const scope = scopeSql(caller, permission, ACTIVITY_SCOPE, binder(params));
  const [view] = (await db.query(
    `SELECT ${ROW}, ${LISTS} ${FROM} WHERE m.project_id = $1 AND m.id = $2 AND ${scope}`,
    params,
  )) as MeetingView[];
  if (!view) throw new NotFound();
  return view;
}

/** For a letter about a meeting that nobody asks for: of no caller's scope. */
export async function meetingAsCalled(
  db: EntityManager,
  id: string,
): Promise<MeetingView & { projectTitle: string }> {
  const [view] = (await db.query(
    `SELECT ${ROW}, ${LISTS}, j.title AS "projectTitle" ${FROM} JOIN project j ON j.id = m.project_id WHERE m.id = $1`,
    [id],
  )) as [MeetingView & { projectTitle: string }];
  return view;
}

/** Keeps what the letters that go out now say. */
export const noteCalled = (db: EntityManager, id: string, at: Date): Promise<unknown> =>
  db.query(
    `UPDATE meeting m SET convened_at = $2, convened_day = a.day, convened_ends_on = a.ends_on, convened_start = a.start_time,
       convened_end = a.end_time, convened_place = a.place, called_off_at = NULL, version = m.version + 1
     FROM activity a WHERE a.id = m.activity_id AND m.id = $1`,
    [id, at],
  );

const TASKS = `FROM task t JOIN person p ON p.id = t.person_id JOIN meeting_decision d ON d.id = t.decision_id JOIN meeting m ON m.id = d.meeting_id
  JOIN activity ON activity.id = m.activity_id JOIN project j ON j.id = t.project_id`;
const TASK_ROW = `t.id, t.person_id AS "personId", p.name AS "personName", t.due_day AS "dueDay", t.state, t.done_on AS "doneOn", t.version,
  t.project_id AS "projectId", coalesce(j.acronym, j.title) AS "projectName", d.text, m.id AS "meetingId", m.title AS "meetingTitle"`;

/** Tasks of the meetings that the caller reaches, those due first in front. */
export async function pageOfTasks(
  db: EntityManager,
  caller: Caller,
  filter: TaskFilter,
  today: IsoDate,
): Promise<Page<TaskRow>> {
  const params: unknown[] = [];
  const bind = binder(params);
  const where = [scopeSql(caller, 'activity.view', ACTIVITY_SCOPE, bind)];
  const { projectId, state, personId, overdue, after } = filter;
  if (projectId?.length) where.push(`t.project_id = ANY(${bind(projectId)}::uuid[])`);
  if (state?.length) where.push(`t.state = ANY(${bind(state)})`);
  if (personId?.length) where.push(`t.person_id = ANY(${bind(personId)}::uuid[])`);
  if (overdue) where.push(`t.state = 'open' AND t.due_day < ${bind(today)}`);
  if (after) {
    const [day, id] = decodeCursor(after, 2);
    where.push(`(t.due_day, t.id) > (${bind(day)}::date, ${bind(id)}::uuid)`);
  }
  const limit = pageSize(filter);
  const rows: TaskRow[] = await db.query(
    `SELECT ${TASK_ROW} ${TASKS} WHERE ${where.join(' AND ')} ORDER BY t.due_day, t.id LIMIT ${bind(limit + 1)}`,
    params,
  );
  return pageOf(
    rows,
    limit,
    ({ dueDay, id }) => [dueDay, id],
    (row) => row,
  );
}

/** Throws 404 unless the caller reaches the task's meeting with this permission. */
export async function taskOf(
  db: EntityManager,
  caller: Caller,
  { projectId, id }: { projectId: string; id: string },
  permission: Permission = 'activity.view',
): Promise<TaskRow> {
  const params: unknown[] = [projectId, id];
  const scope = scopeSql(caller, permission, ACTIVITY_SCOPE, binder(params));
  const [row] = (await db.query(
    `SELECT ${TASK_ROW} ${TASKS} WHERE t.project_id = $1 AND t.id = $2 AND ${scope}`,
    params,
  )) as TaskRow[];
  if (!row) throw new NotFound();
  return row;
}
