import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Conflict, NotFound, Stale } from '../kernel/errors.js';
import { Writes } from '../platform/write.js';
import { ActivitiesService } from './activities.service.js';
import { assertNotHeld } from './activity-states.js';
import { ActivityBatch, type BatchEntry } from './activity-batch.entity.js';
import type { BatchUndone } from './activity-batch.dto.js';
import { Activity } from './activity.entity.js';
import { assertOpenProject } from './checked-activity.js';
import { ProjectPlans } from './project-plans.js';

const TAKEN_BACK = 'Salvataggio annullato subito da chi l’aveva fatto';

/** Takes back what a batch did, all of it or nothing. */
@Injectable()
export class UndoBatch {
  constructor(
    private readonly writes: Writes,
    private readonly activities: ActivitiesService,
    private readonly plans: ProjectPlans,
  ) {}

  /** Of the project that is named, else of whatever it touched. 404 for a batch of somebody else, 409 when it was undone before, 412 when a row has changed since. */
  undo(caller: Caller, id: string, projectId?: string): Promise<BatchUndone> {
    return this.writes.run(async (db) => {
      const batch = await db.findOne(ActivityBatch, {
        where: { id, madeBy: caller.userId, ...(projectId && { projectId }) },
        lock: { mode: 'pessimistic_write' },
      });
      if (!batch) throw new NotFound();
      if (batch.undoneAt) {
        throw new Conflict('batch.undone', 'È già stato annullato: ricarica la pagina.');
      }
      for (const one of new Set(batch.rows.map((entry) => entry.projectId)))
        assertOpenProject((await this.plans.read(one)).state);
      // The last came last: what it took up must be free again before the others return.
      for (const entry of batch.rows.toReversed()) {
        await this.activities.find(db, caller, entry.projectId, entry.id, 'activity.log');
        await takeBack(db, entry);
      }
      await db.update(ActivityBatch, { id, undoneAt: IsNull() }, { undoneAt: () => 'now()' });
      return { activities: batch.rows.length };
    });
  }
}

async function takeBack(db: EntityManager, entry: BatchEntry): Promise<void> {
  const { id, projectId, version, before } = entry;
  const activity = await db.findOneOrFail(Activity, {
    where: { id, projectId },
    lock: { mode: 'pessimistic_write' },
  });
  if (activity.version !== version || (!before && (await isAttended(db, id)))) throw changedSince();
  assertNotHeld(activity);
  const former = before ?? { state: 'cancelled' as const, cancelReason: TAKEN_BACK };
  await db.save(Object.assign(activity, former, { version: version + 1 }));
}

async function isAttended(db: EntityManager, activityId: string): Promise<boolean> {
  const marks: unknown[] = await db.query('SELECT FROM attendance WHERE activity_id = $1 LIMIT 1', [
    activityId,
  ]);
  return marks.length > 0;
}

const changedSince = () =>
  new Stale(
    'version.stale',
    'Nel frattempo qualcuno ha modificato una di queste attività: non si può più annullare tutto insieme. Correggile dall’elenco.',
  );
