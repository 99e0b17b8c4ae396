import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Caller } from '../access/caller.js';
import type { Permission } from '../access/permissions.js';
import { scoped } from '../access/scope.js';
import { Clock } from '../kernel/dates.js';
import { NotFound, RuleBroken } from '../kernel/errors.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { ACTIVITY_SCOPE } from './activity-scope.js';
import { assertMayBecome, assertNotHeld, assertStillOpen } from './activity-states.js';
import { Activity, type ActivityState } from './activity.entity.js';
import {
  toActivityView,
  type ActivityView,
  type LogActivity,
  type RectifyActivity,
} from './activity.dto.js';
import { contextIn } from './activity-context.js';
import { checkActivity, rowOf } from './checked-activity.js';
import { ActivityLog } from './log-activity.js';
import { ProjectPlans } from './project-plans.js';
import { assertOwn } from './own-work.js';
import { asShare, assertAlone, timesOfWhole } from './shares.js';

/** Logs, changes, confirms, cancels and corrects activities. */
@Injectable()
export class ActivitiesService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly clock: Clock,
    private readonly plans: ProjectPlans,
    private readonly activityLog: ActivityLog,
  ) {}

  /** Two round trips with the caller's own: the rules know the project already, the row brings everything that follows from it. */
  async log(caller: Caller, projectId: string, input: LogActivity): Promise<ActivityView> {
    await assertOwn(this.source.manager, caller, projectId, input);
    return this.activityLog.add(projectId, input);
  }

  async read(caller: Caller, projectId: string, id: string): Promise<ActivityView> {
    return toActivityView(await this.find(this.source.manager, caller, projectId, id));
  }

  /** Replaces what was logged; 409 when a sent report holds it, 412 when somebody changed it first. */
  async change(
    caller: Caller,
    projectId: string,
    id: string,
    version: number,
    input: LogActivity,
  ): Promise<ActivityView> {
    const plan = await this.plans.read(projectId);
    return this.writes.run(async (db) => {
      const old = await this.find(db, caller, projectId, id, 'activity.log');
      await assertOwn(db, caller, projectId, input, old);
      assertAlone(old);
      const checked = checkActivity(input, contextIn(plan, input));
      const activity = await bumpVersion(db, Activity, { id, projectId }, version);
      assertStillOpen(activity.state);
      // A changed activity is no longer the one that was confirmed.
      Object.assign(activity, rowOf(checked, this.clock.today()));
      await db.save(activity);
      // Its new day may be of a report that was sent, or no longer.
      return toActivityView(await db.findOneByOrFail(Activity, { id }));
    });
  }

  confirm(caller: Caller, projectId: string, id: string, version: number): Promise<ActivityView> {
    return this.become(caller, projectId, id, version, 'confirmed');
  }

  cancel(
    caller: Caller,
    projectId: string,
    id: string,
    version: number,
    reason: string,
  ): Promise<ActivityView> {
    return this.become(caller, projectId, id, version, 'cancelled', reason);
  }

  /** Corrects what a sent report holds: cancels it and logs a new activity that names it, for the next report. */
  async rectify(
    caller: Caller,
    projectId: string,
    id: string,
    version: number,
    { reason, ...input }: RectifyActivity,
  ): Promise<ActivityView> {
    const plan = await this.plans.read(projectId);
    return this.writes.run(async (db) => {
      const seen = await this.find(db, caller, projectId, id, 'activity.confirm');
      await assertOwn(db, caller, projectId, input, seen);
      const given = asShare(seen, input);
      const checked = checkActivity(given, contextIn(plan, given));
      const old = await bumpVersion(db, Activity, { id, projectId }, version);
      if (old.reportId === null) {
        throw new RuleBroken(
          'activity.not-held',
          'Nessun rendiconto inviato contiene questa attività: modificala direttamente.',
        );
      }
      assertMayBecome(old.state, 'cancelled');
      await db.save(Object.assign(old, { state: 'cancelled', cancelReason: reason }));
      const created = await db.save(
        db.create(Activity, {
          ...rowOf(checked, this.clock.today()),
          ...timesOfWhole(seen),
          projectId,
          correctsId: id,
          demonstration: false,
        }),
      );
      return toActivityView(await db.findOneByOrFail(Activity, { id: created.id }));
    });
  }

  /** Throws 404 unless the caller reaches the row with this permission. */
  async find(
    db: EntityManager,
    caller: Caller,
    projectId: string,
    id: string,
    permission: Permission = 'activity.view',
  ): Promise<Activity> {
    const query = db
      .createQueryBuilder(Activity, 'activity')
      .where('activity.id = :id AND activity.project_id = :projectId', { id, projectId });
    const activity = await scoped(query, caller, permission, ACTIVITY_SCOPE).getOne();
    if (!activity) throw new NotFound();
    return activity;
  }

  private become(
    caller: Caller,
    projectId: string,
    id: string,
    version: number,
    ...[state, reason]: [ActivityState, string?]
  ): Promise<ActivityView> {
    return this.writes.run(async (db) => {
      const permission = state === 'confirmed' ? 'activity.confirm' : 'activity.log';
      await this.find(db, caller, projectId, id, permission);
      const activity = await bumpVersion(db, Activity, { id, projectId }, version);
      // The database lets the correction cancel what a report holds; nobody else.
      assertNotHeld(activity);
      assertMayBecome(activity.state, state);
      Object.assign(activity, { state, cancelReason: reason ?? null });
      return toActivityView(await db.save(activity));
    });
  }
}
