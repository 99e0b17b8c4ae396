import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conflict, RuleBroken } from '../kernel/errors.js';
import { bumpVersion, given } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { Objective } from '../projects/objective.entity.js';
import { openProject } from '../projects/open-project.js';
import { ObjectiveWorkItem } from './work-item.entity.js';
import type {
  AddObjective,
  ChangeObjective,
  ObjectiveList,
  ObjectiveView,
} from './work-plan.dto.js';
import { objectivesOf } from './work-plan.queries.js';

/** What a project is for: a tree, which the work plan serves. */
@Injectable()
export class ObjectivesService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
  ) {}

  async list(projectId: string): Promise<ObjectiveList> {
    return { items: await objectivesOf(this.source.manager, projectId), next: null };
  }

  add(projectId: string, body: AddObjective): Promise<ObjectiveView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      const position = await db.countBy(Objective, { projectId });
      return save(db, db.create(Objective, { projectId, position }), body);
    });
  }

  change(
    projectId: string,
    id: string,
    version: number,
    body: ChangeObjective,
  ): Promise<ObjectiveView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      const objective = await bumpVersion(db, Objective, { id, projectId }, version);
      if (body.parentId) await assertNotUnderItself(db, objective, body.parentId);
      return save(db, objective, body);
    });
  }

  /** Takes away what was written by mistake, with its links to the plan; not one that others stand under. */
  remove(projectId: string, id: string, version: number): Promise<void> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      await bumpVersion(db, Objective, { id, projectId }, version);
      if (await db.existsBy(Objective, { parentId: id, projectId })) throw hasOthersUnder();
      await db.delete(ObjectiveWorkItem, { objectiveId: id, projectId });
      await db.delete(Objective, { id, projectId });
    });
  }
}

async function save(
  db: EntityManager,
  objective: Objective,
  body: ChangeObjective,
): Promise<ObjectiveView> {
  const { id, projectId } = await db.save(Object.assign(objective, given(body)));
  const [view] = (await objectivesOf(db, projectId, id)) as [ObjectiveView];
  return view;
}

async function assertNotUnderItself(
  db: EntityManager,
  { id, projectId }: Objective,
  parentId: string,
): Promise<void> {
  const all = await db.findBy(Objective, { projectId });
  const parents = new Map(all.map((one) => [one.id, one.parentId]));
  for (let above: string | null = parentId; above !== null; above = parents.get(above) ?? null) {
    if (above !== id) continue;
    throw new RuleBroken(
      'objective.loop',
      'Un obiettivo non può stare sotto sé stesso: scegli un altro obiettivo superiore.',
      [{ path: 'parentId', message: 'Sta già sotto questo obiettivo.' }],
    );
  }
}

const hasOthersUnder = () =>
  new Conflict(
    'objective.has-others',
    'Altri obiettivi stanno sotto questo: spostali o toglili prima.',
  );
