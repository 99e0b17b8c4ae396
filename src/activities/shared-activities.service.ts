import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Clock } from '../kernel/dates.js';
import { RuleBroken } from '../kernel/errors.js';
import { Writes } from '../platform/write.js';
import { contextIn } from './activity-context.js';
import { type LogActivity, toActivityView } from './activity.dto.js';
import { Activity } from './activity.entity.js';
import { minutesOf, stateOn } from './activity-rules.js';
import { checkActivity } from './checked-activity.js';
import { assertMayLog, assertOwn } from './own-work.js';
import { ProjectPlans } from './project-plans.js';
import type { ActivityShare, ShareActivity, SharedActivityView } from './shared-activity.dto.js';
import { assertOneDay, assertShares } from './shares.js';

/** One piece of work that serves several projects: a row in each, with its own minutes, all or none. */
@Injectable()
export class SharedActivities {
  constructor(
    private readonly writes: Writes,
    private readonly plans: ProjectPlans,
    private readonly clock: Clock,
  ) {}

  /** 404 for a project in which the caller has no role, 403 for one in which it may not log. */
  share(caller: Caller, { shares, ...common }: ShareActivity): Promise<SharedActivityView> {
    for (const { projectId } of shares) assertMayLog(caller, projectId);
    const sharedId = randomUUID();
    return this.writes.run(async (db) => {
      const { startTime, endTime, day, endsOn = null } = common;
      assertOneDay(day, endsOn);
      const lasted = minutesOf({ day, endsOn: null, startTime, endTime, minutes: undefined });
      assertShares(shares, lasted);
      const ids: string[] = [];
      for (const share of shares) ids.push(await this.add(db, caller, { sharedId, share, common }));
      const rows = await Promise.all(ids.map((id) => db.findOneByOrFail(Activity, { id })));
      return { sharedId, items: rows.map(toActivityView) };
    });
  }

  private async add(
    db: EntityManager,
    caller: Caller,
    { sharedId, share, common }: Part,
  ): Promise<string> {
    const { projectId, ...own } = share;
    const { startTime, endTime, ...rest } = common;
    // The times are those of the whole: a share alone would contradict them.
    const input: LogActivity = { ...rest, ...own };
    await assertOwn(db, caller, projectId, input);
    const plan = await this.plans.read(projectId);
    const context = contextIn(plan, input);
    if (context.unit !== 'minutes') throw notByMinutes(context.label);
    const { quantity: _, ...checked } = checkActivity(input, context);
    const state = stateOn(checked.day, this.clock.today());
    const times = { startTime, endTime };
    const row = { ...checked, ...times, projectId, sharedId, state, demonstration: false };
    const { id } = await db.save(db.create(Activity, { ...row, quantity: null }));
    return id;
  }
}

interface Part {
  sharedId: string;
  share: ActivityShare;
  common: Omit<ShareActivity, 'shares'>;
}

const notByMinutes = (label: string) =>
  new RuleBroken(
    'activity.shares',
    `«${label}» non si conta in ore: si registra in un progetto solo.`,
    [{ path: 'kind', message: 'Scegli un tipo che si conta in ore.' }],
  );
