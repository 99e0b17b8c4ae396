import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { addDays, Clock } from '../kernel/dates.js';
import { bumpVersion } from '../platform/versions.js';
import { contextIn } from './activity-context.js';
import type { LogActivity } from './activity.dto.js';
import { Activity } from './activity.entity.js';
import { assertMayBecome, assertStillOpen } from './activity-states.js';
import { assertOwn, held } from './activities.service.js';
import { checkActivity, rowOf } from './checked-activity.js';
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

/** Activities as other features plan, move and cancel them, inside a transaction of theirs and under the same rules. */
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
    for (const input of inputs) assertOwn(caller, projectId, input);
    const plan = await this.plans.read(projectId);
    const rows = inputs.map((input) => {
      const checked = checkActivity(input, contextIn(plan, input));
      return db.create(Activity, {
        ...rowOf(checked, this.clock.today()),
        projectId,
        seriesId,
        demonstration: false,
      });
    });
    return db.save(rows);
  }

  /** Moves rows that the caller was let reach; the farthest in the direction of the move goes first, out of the others' way. */
  async move(db: EntityManager, activities: Activity[], move: Move): Promise<Activity[]> {
    const [first] = activities;
    if (!first) return [];
    const plan = await this.plans.read(first.projectId);
    const ahead = Math.sign(move.days) || 1;
    const order = activities.toSorted((a, b) => (a.day < b.day ? ahead : -ahead));
    for (const activity of order) {
      assertAlone(activity);
      assertStillOpen(activity.state);
      if (activity.reportId !== null) throw held();
      const input = moved(activity, move);
      const checked = checkActivity(input, contextIn(plan, input));
      await db.save(Object.assign(activity, rowOf(checked, this.clock.today())));
    }
    return order;
  }

  async cancel(activity: Activity, db: EntityManager, reason: string): Promise<void> {
    if (activity.reportId !== null) throw held();
    assertMayBecome(activity.state, 'cancelled');
    await db.save(Object.assign(activity, { state: 'cancelled', cancelReason: reason }));
  }

  /** The row locked, its version raised: for what is moved or cancelled with others. */
  async take(db: EntityManager, { id, projectId, version }: Activity): Promise<Activity> {
    return bumpVersion(db, Activity, { id, projectId }, version);
  }
}

function moved(activity: Activity, move: Move): LogActivity {
  const { id: _id, minutes, quantity, endsOn, ...rest } = activity;
  const { startTime, endTime } = timesOf(activity, move);
  const oneDay = endsOn === null || endsOn === activity.day;
  return {
    ...rest,
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
