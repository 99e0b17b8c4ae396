import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NotFound, RuleBroken } from '../kernel/errors.js';
import { describeConstraint } from '../platform/constraints.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import type {
  ChangeIndicator,
  IndicatorList,
  IndicatorPersonPage,
  IndicatorRowPage,
  IndicatorRowsQuery,
  IndicatorView,
  NewIndicator,
} from './indicator.dto.js';
import { countsPeople, Indicator } from './indicator.entity.js';
import { peopleOfIndicator, rowsOf, valuesOf, type Within } from './indicator.queries.js';

describeConstraint('indicator_code_once', {
  status: 409,
  code: 'indicator.code',
  detail: 'Il progetto ha già un indicatore con questo codice: scegline un altro.',
});
describeConstraint('indicator_whole_target', {
  status: 422,
  code: 'indicator.target',
  detail: 'Il valore atteso di minuti o di conteggi è un numero intero: correggilo.',
});

/** What a project promised to count, and how far it has come. */
@Injectable()
export class IndicatorsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
  ) {}

  async list(projectId: string, within: Within): Promise<IndicatorList> {
    const db = this.source.manager;
    const indicators = await db.find(Indicator, {
      where: { projectId },
      order: { position: 'ASC', code: 'ASC' },
    });
    const values = await valuesOf(db, projectId, within);
    return { items: indicators.map((indicator) => toView(indicator, values)) };
  }

  one(projectId: string, id: string, within: Within): Promise<IndicatorView> {
    return viewOf(this.source.manager, projectId, id, within);
  }

  /** Throws 422 for an indicator of people: its activities do not add up to it. */
  async rows(projectId: string, id: string, query: IndicatorRowsQuery): Promise<IndicatorRowPage> {
    const { measure } = await find(this.source.manager, projectId, id);
    if (countsPeople(measure)) throw ofPeople();
    return rowsOf(this.source.manager, id, query);
  }

  async people(
    projectId: string,
    id: string,
    query: IndicatorRowsQuery,
  ): Promise<IndicatorPersonPage> {
    await find(this.source.manager, projectId, id);
    return peopleOfIndicator(this.source.manager, id, query);
  }

  add(projectId: string, { target, ...input }: NewIndicator): Promise<IndicatorView> {
    return this.writes.run(async (db) => {
      await assertKnownKinds(db, input.kinds);
      const [{ position }] = (await db.query(
        'SELECT count(*)::int AS position FROM indicator WHERE project_id = $1',
        [projectId],
      )) as [{ position: number }];
      const row = { ...input, projectId, position, target: String(target), demonstration: false };
      const { id } = await db.save(db.create(Indicator, row));
      return viewOf(db, projectId, id, {});
    });
  }

  change(
    projectId: string,
    id: string,
    version: number,
    { target, ...input }: ChangeIndicator,
  ): Promise<IndicatorView> {
    return this.writes.run(async (db) => {
      const indicator = await bumpVersion(db, Indicator, { id, projectId }, version);
      if (input.kinds) await assertKnownKinds(db, input.kinds);
      Object.assign(indicator, input, target === undefined ? {} : { target: String(target) });
      await db.save(indicator);
      return viewOf(db, projectId, id, {});
    });
  }
}

async function assertKnownKinds(db: EntityManager, kinds: string[]): Promise<void> {
  const unknown: { kind: string }[] = await db.query(
    'SELECT kind FROM unnest($1::text[]) AS kind WHERE kind NOT IN (SELECT code FROM activity_kind)',
    [kinds],
  );
  if (unknown.length === 0) return;
  throw new RuleBroken('indicator.kinds', 'Un tipo di attività non esiste: sceglilo dall’elenco.', [
    { path: 'kinds', message: `Tipo sconosciuto: ${unknown.map(({ kind }) => kind).join(', ')}.` },
  ]);
}

async function viewOf(
  db: EntityManager,
  projectId: string,
  id: string,
  within: Within,
): Promise<IndicatorView> {
  const indicator = await find(db, projectId, id);
  return toView(indicator, await valuesOf(db, projectId, within));
}

async function find(db: EntityManager, projectId: string, id: string): Promise<Indicator> {
  const indicator = await db.findOneBy(Indicator, { id, projectId });
  if (!indicator) throw new NotFound();
  return indicator;
}

const ofPeople = () =>
  new RuleBroken(
    'indicator.people',
    'Questo indicatore conta persone, non attività: aprine l’elenco delle persone.',
  );

const toView = (indicator: Indicator, values: Map<string, number>): IndicatorView => ({
  id: indicator.id,
  code: indicator.code,
  label: indicator.label,
  unit: indicator.unit,
  measure: indicator.measure,
  kinds: indicator.kinds,
  workItemId: indicator.workItemId,
  target: Number(indicator.target),
  value: values.get(indicator.id) ?? 0,
  note: indicator.note,
  demonstration: indicator.demonstration,
  version: indicator.version,
});
