import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../kernel/dates.js';
import { contextIn } from './activity-context.js';
import type { LogActivity } from './activity.dto.js';
import { Activity } from './activity.entity.js';
import { checkActivity, rowOf } from './checked-activity.js';
import { ProjectPlans } from './project-plans.js';

/** Activities that follow from something else, written within its transaction: the same rules, the caller answers for who may. */
@Injectable()
export class ActivityEntries {
  constructor(
    private readonly plans: ProjectPlans,
    private readonly clock: Clock,
  ) {}

  /** Throws RuleBroken, and whatever the database refuses. */
  async add(db: EntityManager, projectId: string, input: LogActivity): Promise<Activity> {
    return db.save(
      db.create(Activity, {
        ...(await this.checked(projectId, input)),
        projectId,
        demonstration: false,
      }),
    );
  }

  /** Replaces what was logged, in a row that is locked already. */
  async change(db: EntityManager, activity: Activity, input: LogActivity): Promise<Activity> {
    const checked = await this.checked(activity.projectId, input);
    return db.save(Object.assign(activity, checked, { version: activity.version + 1 }));
  }

  private async checked(projectId: string, input: LogActivity) {
    const plan = await this.plans.read(projectId);
    return rowOf(checkActivity(input, contextIn(plan, input)), this.clock.today());
  }
}
