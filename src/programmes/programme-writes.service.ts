import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotFound, RuleBroken } from '../kernel/errors.js';
import { bumpVersion, given } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import type {
  AddFund,
  AddNode,
  AddProgramme,
  ChangeFund,
  ChangeNode,
  ChangeProgramme,
} from './programme-changes.dto.js';
import { Fund, Programme, ProgrammeNode } from './programme.entity.js';
import type { FundView, ProgrammeNodeView, ProgrammeView } from './programmes.dto.js';
import { fundsOf } from './programmes.service.js';

/** Funds, their programmes and the trees of codes, as somebody learns of them. */
@Injectable()
export class ProgrammeWrites {
  constructor(private readonly writes: Writes) {}

  addFund(body: AddFund): Promise<FundView> {
    return this.writes.run(async (db) => fundOf(db, (await db.save(db.create(Fund, body))).id));
  }

  changeFund(id: string, version: number, body: ChangeFund): Promise<FundView> {
    return this.writes.run(async (db) => {
      await db.save(Object.assign(await bumpVersion(db, Fund, { id }, version), given(body)));
      return fundOf(db, id);
    });
  }

  addProgramme(fundId: string, body: AddProgramme): Promise<ProgrammeView> {
    return this.writes.run(async (db) => {
      if (!(await db.existsBy(Fund, { id: fundId }))) throw new NotFound();
      const { id } = await db.save(db.create(Programme, { ...body, fundId }));
      return programmeOf(db, id);
    });
  }

  changeProgramme(id: string, version: number, body: ChangeProgramme): Promise<ProgrammeView> {
    return this.writes.run(async (db) => {
      await db.save(Object.assign(await bumpVersion(db, Programme, { id }, version), given(body)));
      return programmeOf(db, id);
    });
  }

  addNode(programmeId: string, body: AddNode): Promise<ProgrammeNodeView> {
    return this.writes.run(async (db) => {
      if (!(await db.existsBy(Programme, { id: programmeId }))) throw new NotFound();
      const { id } = await db.save(db.create(ProgrammeNode, { ...body, programmeId }));
      return nodeOf(db, id);
    });
  }

  changeNode(id: string, version: number, body: ChangeNode): Promise<ProgrammeNodeView> {
    return this.writes.run(async (db) => {
      const node = await bumpVersion(db, ProgrammeNode, { id }, version);
      if (body.parentId) await assertNotUnderItself(db, node, body.parentId);
      await db.save(Object.assign(node, given(body)));
      return nodeOf(db, id);
    });
  }
}

async function fundOf(db: EntityManager, id: string): Promise<FundView> {
  return found(await fundsOf(db), id);
}

async function programmeOf(db: EntityManager, id: string): Promise<ProgrammeView> {
  const funds = await fundsOf(db);
  return found(
    funds.flatMap(({ programmes }) => programmes),
    id,
  );
}

async function nodeOf(db: EntityManager, id: string): Promise<ProgrammeNodeView> {
  const node = await db.findOneByOrFail(ProgrammeNode, { id });
  const { parentId, code, label, kind, version } = node;
  return { id, parentId, code, label, kind, version };
}

export function found<View extends { id: string }>(views: View[], id: string): View {
  const view = views.find((one) => one.id === id);
  if (!view) throw new NotFound();
  return view;
}

async function assertNotUnderItself(
  db: EntityManager,
  { id, programmeId }: ProgrammeNode,
  parentId: string,
): Promise<void> {
  const all = await db.findBy(ProgrammeNode, { programmeId });
  const parents = new Map(all.map((one) => [one.id, one.parentId]));
  for (let above: string | null = parentId; above !== null; above = parents.get(above) ?? null) {
    if (above !== id) continue;
    throw new RuleBroken(
      'programme.loop',
      'Un nodo del programma non può stare sotto sé stesso: scegli un altro livello superiore.',
      [{ path: 'parentId', message: 'Sta già sotto questo nodo.' }],
    );
  }
}
