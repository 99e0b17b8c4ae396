import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conflict, NotFound, RuleBroken } from '../kernel/errors.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { openProject } from '../projects/open-project.js';
import { WorkPlanVersion, type PlannedItem } from './work-plan-version.entity.js';
import type { ApprovePlan, PlanVersionList, PlanVersionView } from './work-plan.dto.js';
import { planVersionsOf, workItemsOf } from './work-plan.queries.js';

/** Versions of the plan: one draft at a time, approved by an act, frozen from then on. */
@Injectable()
export class PlanVersionsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
  ) {}

  async list(projectId: string): Promise<PlanVersionList> {
    return { items: await planVersionsOf(this.source.manager, projectId), next: null };
  }

  open(projectId: string): Promise<PlanVersionView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      const [latest] = await planVersionsOf(db, projectId);
      if (latest?.state === 'draft') throw draftOpen(latest.number);
      const draft = db.create(WorkPlanVersion, {
        projectId,
        number: (latest?.number ?? 0) + 1,
        state: 'draft',
        version: 1,
      });
      const { id } = await db.save(draft);
      return viewOf(db, projectId, id);
    });
  }

  approve(
    projectId: string,
    id: string,
    version: number,
    { approvedOn, act = null }: ApprovePlan,
  ): Promise<PlanVersionView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      const plan = await bumpVersion(db, WorkPlanVersion, { id, projectId }, version);
      if (plan.state === 'approved')
        throw new Conflict('plan.approved', `La versione ${plan.number} è già approvata.`);
      const content = await contentOf(db, projectId);
      if (content.length === 0) {
        throw new RuleBroken(
          'plan.empty',
          'Il piano di lavoro è vuoto: aggiungi almeno una voce prima di approvarlo.',
        );
      }
      await db.save(Object.assign(plan, { state: 'approved', approvedOn, act, content }));
      return viewOf(db, projectId, id);
    });
  }
}

const draftOpen = (number: number) =>
  new Conflict(
    'plan.draft',
    `C’è già una bozza aperta (versione ${number}): modifica o approva quella.`,
  );

async function viewOf(db: EntityManager, projectId: string, id: string): Promise<PlanVersionView> {
  const [view] = await planVersionsOf(db, projectId, id);
  if (!view) throw new NotFound();
  return view;
}

async function contentOf(db: EntityManager, projectId: string): Promise<PlannedItem[]> {
  const items = await workItemsOf(db, projectId);
  return items.map(({ id, parentId, kind, code, title, starts, ends }) => ({
    id,
    parentId,
    kind,
    code,
    title,
    starts,
    ends,
  }));
}
