import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, MoreThanOrEqual, Not } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { scoped } from '../access/scope.js';
import { ActivitiesService } from '../activities/activities.service.js';
import { type LogActivity, toActivityView } from '../activities/activity.dto.js';
import { ACTIVITY_SCOPE } from '../activities/activity-scope.js';
import { Activity } from '../activities/activity.entity.js';
import { cancelActivity } from '../activities/activity-states.js';
import { moved, PlannedActivities } from '../activities/planned-activities.js';
import { addDays } from '../kernel/dates.js';
import { NotFound, RuleBroken } from '../kernel/errors.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { openProject } from '../projects/open-project.js';
import { ActivitySeries } from './activity-series.entity.js';
import { CalendarService } from './calendar.service.js';
import type {
  CancelSeries,
  MoveActivity,
  MovedActivities,
  MoveQuery,
  PlannedDays,
  Scope,
} from './planning.dto.js';
import { continued, endedBefore, movedBy } from './recurrence.js';

/** Moves and cancels an activity alone, with those that follow in its series, or with all of them. */
@Injectable()
export class MovesService {
  constructor(
    private readonly source: DataSource,
    private readonly calendar: CalendarService,
    private readonly writes: Writes,
    private readonly all: ActivitiesService,
    private readonly planned: PlannedActivities,
  ) {}

  /** What would be in the way of a move, apart from what moves along with it. */
  async ahead(
    caller: Caller,
    projectId: string,
    id: string,
    { scope, days = 0, personId, ...move }: MoveQuery,
  ): Promise<PlannedDays> {
    const db = this.source.manager;
    const chosen = await this.all.find(db, caller, projectId, id, 'activity.log');
    const { others } = await withOthers(db, caller, chosen, scope);
    const rows = [chosen, ...others];
    const slots = rows.map((row) => moved(row, { ...move, days, staffIds: personId }));
    const except = rows.map((row) => row.id);
    const items = await this.calendar.inTheWay(caller, slots.filter(isOfOneDay), { except });
    return { words: null, items };
  }

  /** What was done stays where it was. Throws Conflict when somebody is taken there, Stale. */
  move(
    caller: Caller,
    projectId: string,
    id: string,
    version: number,
    { scope, ...move }: MoveActivity,
  ): Promise<MovedActivities> {
    return this.change(caller, projectId, { id, version, scope }, async (db, chosen, rows) => {
      if (move.days !== 0 && scope !== 'this') await moveSeries(db, chosen, rows, move.days, scope);
      await this.planned.move(db, caller, rows, move);
    });
  }

  cancel(
    caller: Caller,
    projectId: string,
    id: string,
    version: number,
    { scope, reason }: CancelSeries,
  ): Promise<MovedActivities> {
    return this.change(caller, projectId, { id, version, scope }, async (db, _, rows) => {
      for (const row of rows) await cancelActivity(db, row, reason);
    });
  }

  private change(
    caller: Caller,
    projectId: string,
    { id, version, scope }: { id: string; version: number; scope: Scope },
    work: (db: EntityManager, chosen: Activity, rows: Activity[]) => Promise<void>,
  ): Promise<MovedActivities> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      await this.all.find(db, caller, projectId, id, 'activity.log');
      const chosen = await bumpVersion(db, Activity, { id, projectId }, version);
      const { others, kept } = await withOthers(db, caller, chosen, scope);
      const rows = [chosen];
      for (const other of others) {
        rows.push(await bumpVersion(db, Activity, { id: other.id, projectId }, other.version));
      }
      await work(db, chosen, rows);
      return answer(db, id, rows.length, kept);
    });
  }
}

/** Those of its series that change along with the chosen one, and how many stay because they were done. */
async function withOthers(
  db: EntityManager,
  caller: Caller,
  { seriesId, projectId, day, id }: Activity,
  scope: Scope,
): Promise<{ others: Activity[]; kept: number }> {
  if (scope === 'this') return { others: [], kept: 0 };
  if (seriesId === null) throw alone();
  const from = scope === 'all' ? {} : { day: MoreThanOrEqual(day) };
  const where = { seriesId, projectId, id: Not(id), state: Not('cancelled' as const), ...from };
  const rows = await db.find(Activity, { where, order: { day: 'ASC', id: 'ASC' } });
  const others = rows.filter(({ state }) => state === 'planned');
  await assertReached(db, caller, others);
  return { others, kept: rows.length - others.length };
}

/** Throws NotFound unless the caller may change all of them. */
async function assertReached(db: EntityManager, caller: Caller, rows: Activity[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const query = db
    .createQueryBuilder(Activity, 'activity')
    .where('activity.id = ANY(:ids)', { ids });
  const reached = await scoped(query, caller, 'activity.log', ACTIVITY_SCOPE).getCount();
  if (reached < rows.length) throw new NotFound();
}

const isOfOneDay = ({ day, endsOn }: LogActivity): boolean => !endsOn || endsOn === day;

const answer = async (
  db: EntityManager,
  id: string,
  changed: number,
  kept: number,
): Promise<MovedActivities> => ({
  activity: toActivityView(await db.findOneByOrFail(Activity, { id })),
  changed,
  kept,
});

const alone = () =>
  new RuleBroken('series.none', 'Questa attività non fa parte di una serie: scegli «solo questa».');

/** The rule follows its days: moved as a whole, or cut where the move begins. */
async function moveSeries(
  db: EntityManager,
  chosen: Activity,
  rows: Activity[],
  days: number,
  scope: Scope,
): Promise<void> {
  const series = await db.findOne(ActivitySeries, {
    where: { id: chosen.seriesId ?? '', projectId: chosen.projectId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!series) throw new NotFound();
  const { rule, firstDay, leftOut, projectId } = series;
  const later = leftOut.map((day) => addDays(day, days));
  series.version += 1;
  if (scope === 'all' || chosen.day <= firstDay) {
    const moved = { rule: movedBy(rule, days), firstDay: addDays(firstDay, days), leftOut: later };
    await db.save(Object.assign(series, moved));
    return;
  }
  const rest = rule.includes('COUNT=') ? continued(rule, rows.length) : rule;
  const next = await db.save(
    db.create(ActivitySeries, {
      projectId,
      rule: movedBy(rest, days),
      firstDay: addDays(chosen.day, days),
      leftOut: later.filter((_, i) => (leftOut[i] ?? '') > chosen.day),
      version: 1,
    }),
  );
  await db.save(Object.assign(series, { rule: endedBefore(rule, chosen.day) }));
  for (const row of rows) row.seriesId = next.id;
}
