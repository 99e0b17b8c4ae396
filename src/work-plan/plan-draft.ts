import type { EntityManager } from 'typeorm';
import { Conflict } from '../kernel/errors.js';
import { WorkPlanVersion } from './work-plan-version.entity.js';

/**
 * The draft that takes the changes: an approved plan stays as it is. A project without any version gets its first
 * draft here, since somebody has to begin.
 */
export async function draftOf(db: EntityManager, projectId: string): Promise<WorkPlanVersion> {
  const [latest] = await db.find(WorkPlanVersion, {
    where: { projectId },
    order: { number: 'DESC' },
    take: 1,
    lock: { mode: 'pessimistic_write' },
  });
  if (!latest)
    return db.save(
      db.create(WorkPlanVersion, { projectId, number: 1, state: 'draft', version: 1 }),
    );
  if (latest.state === 'draft') return latest;
  throw new Conflict(
    'plan.approved',
    `Il piano di lavoro (versione ${latest.number}) è approvato: apri una nuova versione per modificarlo.`,
  );
}
