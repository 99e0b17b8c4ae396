import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import type { Permission } from '../access/permissions.js';
import { Clock } from '../kernel/dates.js';
import { BadShape, NotFound } from '../kernel/errors.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityBatch, type BatchEntry, type FormerActivity } from './activity-batch.entity.js';
import type {
  BatchRowOfProject,
  BatchView,
  SaveBatchOfProjects,
  SeenActivityOfProject,
} from './activity-batch.dto.js';
import { contextIn } from './activity-context.js';
import { toActivityView } from './activity.dto.js';
import { Activity } from './activity.entity.js';
import {
  assertNotHeld,
  assertStillOpen,
  cancelActivity,
  confirmActivity,
} from './activity-states.js';
import { RowRefusals } from './batch-rows.js';
import { assertOpenProject, checkActivity, rowOf } from './checked-activity.js';
import { assertMayLog, assertOwn } from './own-work.js';
import { type ProjectPlan, ProjectPlans } from './project-plans.js';
import { assertAlone } from './shares.js';

/** One batch while it is saved. */
interface Batch {
  db: EntityManager;
  caller: Caller;
  plans: ReadonlyMap<string, ProjectPlan>;
  refusals: RowRefusals;
  entries: BatchEntry[];
}

const PERMISSIONS = { cancel: 'activity.log', confirm: 'activity.confirm' } as const;
const NOTHING_SAVED: BatchView = { id: null, items: [], cancelled: 0, confirmed: 0 };

/** Ends a transaction that was only to say whether it would pass. */
class WouldPass extends Error {}

/** Logs, changes, cancels and confirms many activities at once: all or nothing, every refusal told by row and field. */
@Injectable()
export class ActivityBatches {
  constructor(
    private readonly writes: Writes,
    private readonly clock: Clock,
    private readonly plans: ProjectPlans,
    private readonly activities: ActivitiesService,
  ) {}

  /** Throws Problem `activity.batch` with the errors of all rows; 404 and 403 for a project that is not the caller's to write in. */
  async save(caller: Caller, input: SaveBatchOfProjects): Promise<BatchView> {
    const { rows = [], cancel = [], confirm = [], reason = null, dryRun } = input;
    assertWhole(input);
    const plans = await this.plansOf(caller, [...rows, ...cancel, ...confirm]);
    try {
      return await this.writes.run(async (db) => {
        const refusals = new RowRefusals();
        const batch: Batch = { db, caller, plans, refusals, entries: [] };
        const items = await this.saveRows(batch, rows);
        await this.stepRows(batch, 'cancel', cancel, (one) => cancelActivity(db, one, reason));
        await this.stepRows(batch, 'confirm', confirm, (one) => confirmActivity(db, one));
        refusals.assertNone();
        if (dryRun) throw new WouldPass();
        const { id } = await db.save(keptOf(batch));
        return {
          id,
          items: items.map(toActivityView),
          cancelled: cancel.length,
          confirmed: confirm.length,
        };
      });
    } catch (error) {
      if (error instanceof WouldPass) return NOTHING_SAVED;
      throw error;
    }
  }

  private async plansOf(
    caller: Caller,
    rows: readonly { projectId: string }[],
  ): Promise<Map<string, ProjectPlan>> {
    const plans = new Map<string, ProjectPlan>();
    for (const { projectId } of rows) {
      if (plans.has(projectId)) continue;
      assertMayLog(caller, projectId);
      plans.set(projectId, await this.plans.read(projectId));
    }
    return plans;
  }

  private async saveRows(batch: Batch, rows: BatchRowOfProject[]): Promise<Activity[]> {
    const saved: Activity[] = [];
    for (const [index, row] of rows.entries()) {
      const activity = await batch.refusals.attempt(batch.db, `rows.${index}`, () =>
        this.saveRow(batch, row),
      );
      if (activity) saved.push(activity);
    }
    return saved;
  }

  private async saveRow(batch: Batch, row: BatchRowOfProject): Promise<Activity> {
    const { id, version = 0, projectId, ...input } = row;
    const { db, caller, plans, entries } = batch;
    const old = id === undefined ? null : await this.take(batch, { id, version, projectId });
    await assertOwn(db, caller, projectId, input, old ?? undefined);
    if (old) assertChangeable(old);
    const before = old && formerOf(old);
    const values = rowOf(
      checkActivity(input, contextIn(planIn(plans, projectId), input)),
      this.clock.today(),
    );
    const saved = await db.save(
      old
        ? Object.assign(old, values)
        : db.create(Activity, { ...values, projectId, demonstration: false, version: 1 }),
    );
    entries.push({ id: saved.id, projectId, version: saved.version, before });
    return db.findOneByOrFail(Activity, { id: saved.id });
  }

  private async stepRows(
    batch: Batch,
    step: 'cancel' | 'confirm',
    rows: SeenActivityOfProject[],
    act: (activity: Activity) => Promise<void>,
  ): Promise<void> {
    for (const [index, row] of rows.entries()) {
      await batch.refusals.attempt(batch.db, `${step}.${index}`, async () => {
        const { projectId } = row;
        const activity = await this.take(batch, row, PERMISSIONS[step]);
        assertOpenProject(planIn(batch.plans, projectId).state);
        const before = formerOf(activity);
        await act(activity);
        batch.entries.push({ id: activity.id, projectId, version: activity.version, before });
      });
    }
  }

  /** The row locked, if it is the caller's and no sent report holds it. */
  private async take(
    { db, caller }: Batch,
    { id, version, projectId }: SeenActivityOfProject,
    permission: Permission = 'activity.log',
  ): Promise<Activity> {
    await this.activities.find(db, caller, projectId, id, permission);
    const activity = await bumpVersion(db, Activity, { id, projectId }, version);
    assertNotHeld(activity);
    return activity;
  }
}

function assertChangeable(activity: Activity): void {
  assertAlone(activity);
  assertStillOpen(activity.state);
}

function assertWhole({ rows = [], cancel = [], confirm = [], reason }: SaveBatchOfProjects): void {
  if (rows.length + cancel.length + confirm.length === 0)
    throw new BadShape('activity.batch-empty', 'Non c’è nessuna riga da salvare.');
  if (cancel.length > 0 && !reason)
    throw new BadShape('request.shape', 'Scrivi perché annulli queste attività.', [
      { path: 'reason', message: 'Manca il motivo.' },
    ]);
}

/** What is kept of it for its undo, under its project when it has only one. */
function keptOf({ db, caller, plans, entries }: Batch): ActivityBatch {
  const [projectId = null, ...others] = plans.keys();
  return db.create(ActivityBatch, {
    projectId: others.length > 0 ? null : projectId,
    madeBy: caller.userId,
    rows: entries,
  });
}

/** Every project of the rows was read before the first was saved. */
const planIn = (plans: Batch['plans'], projectId: string): ProjectPlan => {
  const plan = plans.get(projectId);
  if (!plan) throw new NotFound();
  return plan;
};

function formerOf(activity: Activity): FormerActivity {
  const { id: _id, projectId: _project, late: _late, version: _version, ...rest } = activity;
  const { createdBy: _by, reportId: _report, reportNumber: _number, ...former } = rest;
  return former;
}
