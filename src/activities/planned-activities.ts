import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { addDays, Clock } from '../kernel/dates.js';
import { contextIn } from './activity-context.js';
import type { LogActivity } from './activity.dto.js';
import { Activity } from './activity.entity.js';
import { assertNotHeld, assertStillOpen } from './activity-states.js';
import { checkActivity, rowOf } from './checked-activity.js';
import { assertOwn } from './own-work.js';
import { ProjectPlans } from './project-plans.js';
import { assertAlone } from './shares.js';

/** How an activity changes when it is moved: what is absent stays. */
export interface Move {
  days: number;
  startTime?: string;
  endTime?: string;
  place?: string | null;
  staffIds?: string[];
}

/** Activities that follow from something else, written inside its transaction under the same rules. */
@Injectable()
export class PlannedActivities {
  constructor(
    private readonly plans: ProjectPlans,
    private readonly clock: Clock,
  ) {}

  /** One row for each input, in their order. Throws RuleBroken, and Forbidden for somebody else's work. */
  async add(
    db: EntityManager,
    caller: Caller,
    projectId: string,
    inputs: LogActivity[],
    seriesId: string | null = null,
  ): Promise<Activity[]> {
    for (const input of inputs) await assertOwn(db, caller, projectId, input);
    return this.enter(db, projectId, inputs, { seriesId });
  }

  /** The same for whom the feature itself let do so. What is given of the row stands above what follows from the input. */
  async enter(
    db: EntityManager,
    projectId: string,
    inputs: LogActivity[],
    given: Partial<Pick<Activity, 'seriesId' | 'state'>> = {},
  ): Promise<Activity[]> {
    const plan = await this.plans.read(projectId);
    const rows = inputs.map((input) => {
      const checked = checkActivity(input, contextIn(plan, input));
      const row = { ...rowOf(checked, this.clock.today()), ...given };
      return db.create(Activity, { ...row, projectId, demonstration: false });
    });
    return db.save(rows);
  }

  /** Replaces what was planned or logged, in a row that is locked already. */
  async change(
    db: EntityManager,
    activity: Activity,
    input: LogActivity,
    state: 'planned' | 'done',
  ): Promise<Activity> {
    const plan = await this.plans.read(activity.projectId);
    const row = rowOf(checkActivity(input, contextIn(plan, input)), this.clock.today());
    return db.save(Object.assign(activity, row, { state, version: activity.version + 1 }));
  }

  /** Moves rows that the caller was let reach; the farthest in the direction of the move goes first, out of the others' way. */
  async move(
    db: EntityManager,
    caller: Caller,
    activities: Activity[],
    move: Move,
  ): Promise<Activity[]> {
    const [first] = activities;
    if (!first) return [];
    const plan = await this.plans.read(first.projectId);
    const ahead = Math.sign(move.days) || 1;
    const order = activities.toSorted((a, b) => (a.day < b.day ? ahead : -ahead));
    for (const activity of order) {
      assertAlone(activity);
      assertStillOpen(activity.state);
      assertNotHeld(activity);
      assertAlone(activity);
      const input = moved(activity, move);
      await assertOwn(db, caller, first.projectId, input, activity);
      const checked = checkActivity(input, contextIn(plan, input));
      const { state, ...row } = rowOf(checked, this.clock.today());
      // What was planned waits to be registered, also on a day that is past: moving it says nothing of what was done.
      const kept = activity.state === 'planned' ? activity.state : state;
      await db.save(Object.assign(activity, row, { state: kept }));
    }
    return order;
  }
}

/** What was logged, as it would be logged again, without its times and amounts. */
export function asLogged(activity: Activity): LogActivity {
  const { id: _id, minutes: _m, quantity: _q, startTime: _s, endTime: _e, ...rest } = activity;
  return rest;
}

/** What it would be after the move. */
export function moved(activity: Activity, move: Move): LogActivity {
  const { minutes, quantity, endsOn } = activity;
  const { startTime, endTime } = timesOf(activity, move);
  const oneDay = endsOn === null || endsOn === activity.day;
  return {
    ...asLogged(activity),
    day: addDays(activity.day, move.days),
    endsOn: endsOn === null ? null : addDays(endsOn, move.days),
    startTime,
    endTime,
    place: move.place === undefined ? activity.place : move.place,
    staffIds: move.staffIds ?? activity.staffIds,
    quantity: quantity === null ? null : Number(quantity),
    // Times on one day say how long it lasts.
    ...(startTime !== null && oneDay ? {} : { minutes }),
  };
}

const timesOf = (activity: Activity, move: Move) => ({
  startTime: move.startTime ?? activity.startTime?.slice(0, 5) ?? null,
  endTime: move.endTime ?? activity.endTime?.slice(0, 5) ?? null,
});
