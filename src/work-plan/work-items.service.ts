import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NotFound } from '../kernel/errors.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import type { History } from '../platform/audit/audit.dto.js';
import { bumpVersion, given } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { openProject } from '../projects/open-project.js';
import { assertInOrder } from '../projects/period.js';
import type { Project } from '../projects/project.entity.js';
import { draftOf } from './plan-draft.js';
import { assertInside, assertNoLoop } from './work-item-place.js';
import { ObjectiveWorkItem, WorkItem } from './work-item.entity.js';
import type { AddWorkItem, ChangeWorkItem, WorkItemList, WorkItemView } from './work-plan.dto.js';
import { workItemOf, workItemsOf } from './work-plan.queries.js';

/** The plan of a project: actions, work packages, phases and what is under them. */
@Injectable()
export class WorkItemsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly trail: AuditTrail,
  ) {}

  async list(projectId: string): Promise<WorkItemList> {
    return { items: await workItemsOf(this.source.manager, projectId), next: null };
  }

  async read(projectId: string, id: string): Promise<WorkItemView> {
    return found(await workItemOf(this.source.manager, projectId, id));
  }

  async history(projectId: string, id: string): Promise<History> {
    await this.read(projectId, id);
    return { items: await this.trail.of('work_item', id) };
  }

  add(projectId: string, body: AddWorkItem): Promise<WorkItemView> {
    return this.writes.run(async (db) => {
      const project = await openProject(db, projectId);
      await draftOf(db, projectId);
      return this.save(db, project, db.create(WorkItem, { projectId }), body);
    });
  }

  change(
    projectId: string,
    id: string,
    version: number,
    body: ChangeWorkItem,
  ): Promise<WorkItemView> {
    return this.writes.run(async (db) => {
      const project = await openProject(db, projectId);
      const item = await bumpVersion(db, WorkItem, { id, projectId }, version);
      await draftOf(db, projectId);
      return this.save(db, project, item, body);
    });
  }

  private async save(
    db: EntityManager,
    project: Project,
    item: WorkItem,
    body: ChangeWorkItem,
  ): Promise<WorkItemView> {
    Object.assign(item, given(body));
    await assertPlaced(db, project, item);
    const { id, projectId } = await db.save(item);
    if (body.objectiveIds) await linkObjectives(db, projectId, id, body.objectiveIds);
    return found(await workItemOf(db, projectId, id));
  }
}

function found(item: WorkItemView | null): WorkItemView {
  if (!item) throw new NotFound();
  return item;
}

async function assertPlaced(db: EntityManager, project: Project, item: WorkItem): Promise<void> {
  const dates = { starts: item.starts ?? null, ends: item.ends ?? null };
  assertInOrder(dates.starts, dates.ends);
  assertInside(dates, project, 'il progetto');
  if (!item.parentId) return;
  const items = await db.findBy(WorkItem, { projectId: project.id });
  const parent = items.find(({ id }) => id === item.parentId);
  if (parent) assertInside(dates, parent, `«${parent.code}»`);
  assertNoLoop(item.id, item.parentId, new Map(items.map(({ id, parentId }) => [id, parentId])));
}

async function linkObjectives(
  db: EntityManager,
  projectId: string,
  workItemId: string,
  objectiveIds: string[],
): Promise<void> {
  await db.delete(ObjectiveWorkItem, { projectId, workItemId });
  await db.insert(
    ObjectiveWorkItem,
    [...new Set(objectiveIds)].map((objectiveId) => ({ projectId, workItemId, objectiveId })),
  );
}
