import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder, scopeSql } from '../access/scope.js';
import { ACTIVITY_SCOPE } from '../activities/activity-scope.js';
import type { ActivityState } from '../activities/activity.entity.js';
import { Clock, formatDay, type IsoDate } from '../kernel/dates.js';
import { NotFound, RuleBroken } from '../kernel/errors.js';
import { COURSE_SCOPE } from '../recipients/course-scope.js';
import { INTAKE_SCOPE } from '../recipients/recipients.queries.js';
import { Writes } from '../platform/write.js';
import type { Mark, MarkedSession, MarksSaved } from './attendance.dto.js';

interface Session {
  id: string;
  day: IsoDate;
  minutes: number;
  state: ActivityState;
}

/** Writes who was there. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly writes: Writes,
    private readonly clock: Clock,
  ) {}

  /** Writes the boxes of a register, all or none; a planned session of today or before has thereby taken place. */
  mark(caller: Caller, projectId: string, marks: Mark[]): Promise<MarksSaved> {
    const cells = [...new Map(marks.map((m) => [`${m.activityId} ${m.recipientId}`, m])).values()];
    return this.writes.run(async (db) => {
      const ids = [...new Set(cells.map(({ activityId }) => activityId))].sort();
      const sessions = await this.sessionsOf(db, caller, projectId, ids);
      await assertReached(db, caller, projectId, cells);
      const today = this.clock.today();
      for (const session of sessions.values()) assertPast(session, today);
      await touch(db, ids);
      await write(db, projectId, cells, sessions);
      return { marks: cells.length, sessions: await stateOf(db, ids) };
    });
  }

  /** Locks the sessions; 404 unless the caller reaches each of them. */
  private async sessionsOf(
    db: EntityManager,
    caller: Caller,
    projectId: string,
    ids: string[],
  ): Promise<Map<string, Session>> {
    const params: unknown[] = [projectId, ids];
    const scope = scopeSql(caller, 'attendance.edit', ACTIVITY_SCOPE, binder(params));
    const rows: Session[] = await db.query(
      `SELECT id, day, minutes, state FROM activity
       WHERE project_id = $1 AND id = ANY($2::uuid[]) AND ${scope} ORDER BY id FOR UPDATE`,
      params,
    );
    if (rows.length < ids.length) throw new NotFound();
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function assertPast({ day, state }: Session, today: IsoDate): void {
  if (day > today) {
    throw new RuleBroken(
      'attendance.early',
      `L’incontro del ${formatDay(day)} deve ancora svolgersi: segna le presenze quel giorno.`,
    );
  }
  if (state === 'cancelled') {
    throw new RuleBroken(
      'attendance.cancelled',
      `L’incontro del ${formatDay(day)} è annullato: non ha presenze.`,
    );
  }
}

/** 404 unless every person is one of the caller's in this project, or stands in the register of the session: enrolled in its course, or marked. */
async function assertReached(
  db: EntityManager,
  caller: Caller,
  projectId: string,
  cells: Mark[],
): Promise<void> {
  const pairs = [cells.map((m) => m.activityId), cells.map((m) => m.recipientId)];
  const params: unknown[] = [projectId, ...pairs];
  const bind = binder(params);
  const [{ missed }] = (await db.query(
    `SELECT count(*)::int AS missed FROM unnest($2::uuid[], $3::uuid[]) AS c (activity, recipient)
     WHERE NOT EXISTS (SELECT FROM intake WHERE intake.project_id = $1 AND intake.recipient_id = c.recipient
         AND ${scopeSql(caller, 'attendance.edit', INTAKE_SCOPE, bind)})
       AND NOT EXISTS (SELECT FROM activity a JOIN course ON course.id = a.course_id JOIN enrolment e ON e.course_id = course.id
         WHERE a.id = c.activity AND e.recipient_id = c.recipient AND ${scopeSql(caller, 'attendance.edit', COURSE_SCOPE, bind)})
       AND NOT EXISTS (SELECT FROM attendance t WHERE t.activity_id = c.activity AND t.recipient_id = c.recipient)`,
    params,
  )) as [{ missed: number }];
  if (missed > 0) throw new NotFound();
}

/** What was planned is done. All are written anew, so that a sheet that is being sent meanwhile must look again at who was there. */
async function touch(db: EntityManager, ids: string[]): Promise<void> {
  await db.query(
    `UPDATE activity SET state = 'done', version = version + 1 WHERE id = ANY($1::uuid[]) AND state = 'planned'`,
    [ids],
  );
  await db.query(
    'UPDATE activity SET updated_at = now() WHERE id = ANY($1::uuid[]) AND report_id IS NULL',
    [ids],
  );
}

async function write(
  db: EntityManager,
  projectId: string,
  cells: Mark[],
  sessions: Map<string, Session>,
): Promise<void> {
  const gone = cells.filter(({ presence }) => presence === 'none');
  await db.query(
    `DELETE FROM attendance t USING unnest($1::uuid[], $2::uuid[]) AS g(activity, recipient)
     WHERE t.activity_id = g.activity AND t.recipient_id = g.recipient`,
    [gone.map((m) => m.activityId), gone.map((m) => m.recipientId)],
  );
  const kept = cells
    .filter(({ presence }) => presence !== 'none')
    .map(({ activityId, recipientId, presence, minutes }) => ({
      activity: activityId,
      recipient: recipientId,
      present: presence === 'present',
      minutes: presence === 'present' ? minutes : 0,
      whole: sessions.get(activityId)?.minutes ?? 0,
    }));
  await db.query(
    `INSERT INTO attendance AS t (project_id, activity_id, recipient_id, present, minutes)
     SELECT $1, k.activity, k.recipient, k.present, coalesce(k.minutes, was.minutes, k.whole)
     FROM jsonb_to_recordset($2::jsonb) AS k(activity uuid, recipient uuid, present boolean, minutes integer, whole integer)
     LEFT JOIN attendance was ON was.activity_id = k.activity AND was.recipient_id = k.recipient AND was.present
     ORDER BY k.activity, k.recipient
     ON CONFLICT (activity_id, recipient_id) DO UPDATE SET present = excluded.present, minutes = excluded.minutes, version = t.version + 1
     WHERE (t.present, t.minutes) IS DISTINCT FROM (excluded.present, excluded.minutes)`,
    [projectId, JSON.stringify(kept)],
  );
}

const stateOf = (db: EntityManager, ids: string[]): Promise<MarkedSession[]> =>
  db.query(
    `SELECT a.id AS "activityId", a.state, (SELECT count(*)::int FROM attendance t WHERE t.activity_id = a.id AND t.present) AS present
     FROM activity a WHERE a.id = ANY($1::uuid[]) ORDER BY a.day, a.start_time, a.id`,
    [ids],
  );
