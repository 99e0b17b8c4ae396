import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Clock } from '../kernel/dates.js';
import { BadShape } from '../kernel/errors.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityBatch, type BatchEntry, type FormerActivity } from './activity-batch.entity.js';
import type { BatchCancel, BatchRow, BatchView, SaveBatch } from './activity-batch.dto.js';
import { contextIn } from './activity-context.js';
import { toActivityView } from './activity.dto.js';
import { Activity } from './activity.entity.js';
import { assertNotHeld, assertStillOpen, cancelActivity } from './activity-states.js';
import { RowRefusals } from './batch-rows.js';
import { checkActivity, rowOf } from './checked-activity.js';
import { assertOwn } from './own-work.js';
import { type ProjectPlan, ProjectPlans } from './project-plans.js';
import { assertAlone } from './shares.js';

/** One batch while it is saved. */
interface Batch {
  db: EntityManager;
  caller: Caller;
  projectId: string;
  plan: ProjectPlan;
  refusals: RowRefusals;
  entries: BatchEntry[];
}

/** Ends a transaction that was only to say whether it would pass. */
class WouldPass extends Error {}

/** Logs, changes and cancels many activities at once: all or nothing, every refusal told by row and field. */
@Injectable()
export class ActivityBatches {
  constructor(
    private readonly writes: Writes,
    private readonly clock: Clock,
    private readonly plans: ProjectPlans,
    private readonly activities: ActivitiesService,
  ) {}

  /** Throws Problem `activity.batch` with the errors of all rows. */
  async save(caller: Caller, projectId: string, input: SaveBatch): Promise<BatchView> {
    assertWhole(input);
    const plan = await this.plans.read(projectId);
    try {
      return await this.writes.run(async (db) => {
        const refusals = new RowRefusals();
        const batch: Batch = { db, caller, projectId, plan, refusals, entries: [] };
        const items = await this.saveRows(batch, input.rows ?? []);
        const cancelled = await this.cancelRows(batch, input.cancel ?? [], input.reason ?? null);
        refusals.assertNone();
        if (input.dryRun) throw new WouldPass();
        const kept = db.create(ActivityBatch, {
          projectId,
          madeBy: caller.userId,
          rows: batch.entries,
        });
        return { id: (await db.save(kept)).id, items: items.map(toActivityView), cancelled };
      });
    } catch (error) {
      if (error instanceof WouldPass) return { id: null, items: [], cancelled: 0 };
      throw error;
    }
  }

  private async saveRows(batch: Batch, rows: BatchRow[]): Promise<Activity[]> {
    const saved: Activity[] = [];
    for (const [index, row] of rows.entries()) {
      const activity = await batch.refusals.attempt(batch.db, `rows.${index}`, () =>
        this.saveRow(batch, row),
      );
      if (activity) saved.push(activity);
    }
    return saved;
  }

  private async saveRow(batch: Batch, { id, version = 0, ...input }: BatchRow): Promise<Activity> {
    const { db, caller, projectId, plan, entries } = batch;
    const old = id === undefined ? null : await this.take(batch, { id, version });
    await assertOwn(db, caller, projectId, input, old ?? undefined);
    if (old) assertChangeable(old);
    const before = old && formerOf(old);
    const values = rowOf(checkActivity(input, contextIn(plan, input)), this.clock.today());
    const saved = await db.save(
      old
        ? Object.assign(old, values)
        : db.create(Activity, { ...values, projectId, demonstration: false, version: 1 }),
    );
    entries.push({ id: saved.id, version: saved.version, before });
    return db.findOneByOrFail(Activity, { id: saved.id });
  }

  private async cancelRows(
    batch: Batch,
    rows: BatchCancel[],
    reason: string | null,
  ): Promise<number> {
    for (const [index, row] of rows.entries()) {
      await batch.refusals.attempt(batch.db, `cancel.${index}`, async () => {
        const activity = await this.take(batch, row);
        const before = formerOf(activity);
        await cancelActivity(batch.db, activity, reason);
        batch.entries.push({ id: activity.id, version: activity.version, before });
      });
    }
    return rows.length;
  }

  /** The row locked, if it is the caller's and no sent report holds it. */
  private async take(
    { db, caller, projectId }: Batch,
    { id, version }: BatchCancel,
  ): Promise<Activity> {
    await this.activities.find(db, caller, projectId, id, 'activity.log');
    const activity = await bumpVersion(db, Activity, { id, projectId }, version);
    assertNotHeld(activity);
    return activity;
  }
}

function assertChangeable(activity: Activity): void {
  assertAlone(activity);
  assertStillOpen(activity.state);
}

function assertWhole({ rows = [], cancel = [], reason }: SaveBatch): void {
  if (rows.length + cancel.length === 0)
    throw new BadShape('activity.batch-empty', 'Non c’è nessuna riga da salvare.');
  if (cancel.length > 0 && !reason)
    throw new BadShape('request.shape', 'Scrivi perché annulli queste attività.', [
      { path: 'reason', message: 'Manca il motivo.' },
    ]);
}

function formerOf(activity: Activity): FormerActivity {
  const { id: _id, projectId: _project, late: _late, version: _version, ...rest } = activity;
  const { createdBy: _by, reportId: _report, ...former } = rest;
  return former;
}
