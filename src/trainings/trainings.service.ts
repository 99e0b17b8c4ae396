import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Forbidden } from '../kernel/errors.js';
import { assertReached } from '../people/person-reach.js';
import { CsvExports } from '../platform/csv-export.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { countOperators } from './count-operators.js';
import { namedOperators } from './named-operators.js';
import type {
  ChangeTraining,
  NamedOperator,
  NewTraining,
  TrainingFilter,
  TrainingList,
  TrainingView,
} from './training.dto.js';
import { Trainee, Training } from './training.entity.js';
import { exportSql, findTraining, readTrainings } from './trainings.queries.js';

/** Operators who were trained: in which field, with which contents. */
@Injectable()
export class TrainingsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly exports: CsvExports,
  ) {}

  async list(caller: Caller, projectId: string, filter: TrainingFilter): Promise<TrainingList> {
    const items = await readTrainings(this.source.manager, caller, { ...filter, projectId });
    return { items, ...countOperators(items) };
  }

  csv(caller: Caller, projectId: string, filter: TrainingFilter): Promise<Readable> {
    return this.exports.stream(exportSql(caller, { ...filter, projectId }));
  }

  read(caller: Caller, projectId: string, id: string): Promise<TrainingView> {
    return findTraining(this.source.manager, caller, { projectId, id });
  }

  add(
    caller: Caller,
    projectId: string,
    { personIds = [], names = [], ...input }: NewTraining,
  ): Promise<TrainingView> {
    const own = caller.participationsIn(projectId, 'training.edit');
    if (own !== null && !own.includes(input.participationId ?? '')) throw notYourBody();
    assertMayName(caller, names);
    return this.writes.run(async (db) => {
      await assertReached(db, caller, personIds, { path: 'personIds' });
      const toDay = input.toDay ?? input.fromDay;
      const row = { ...input, toDay, projectId, state: 'held', demonstration: false } as const;
      const { id } = await db.save(db.create(Training, row));
      const named = await namedOperators(db, names);
      await addTrainees(db, { projectId, trainingId: id }, [...personIds, ...named]);
      return findTraining(db, caller, { projectId, id });
    });
  }

  change(
    caller: Caller,
    projectId: string,
    id: string,
    seen: number,
    { personIds, names = [], ...change }: ChangeTraining,
  ): Promise<TrainingView> {
    assertMayName(caller, names);
    return this.writes.run(async (db) => {
      const { operators } = await findTraining(db, caller, { projectId, id }, 'training.edit');
      const standing = operators.map(({ personId }) => personId);
      await assertReached(db, caller, personIds ?? [], { path: 'personIds', standing });
      const training = await bumpVersion(db, Training, { id, projectId }, seen);
      await db.save(Object.assign(training, change));
      const at = { projectId, trainingId: id };
      if (personIds) await db.delete(Trainee, at);
      await addTrainees(db, at, [...(personIds ?? []), ...(await namedOperators(db, names))]);
      return findTraining(db, caller, { projectId, id });
    });
  }
}

/** Whoever pastes names may add people to the registry: only those who may do that. */
function assertMayName(caller: Caller, names: readonly NamedOperator[]): void {
  if (names.length === 0 || caller.may('person.edit')) return;
  throw new Forbidden(
    'training.names',
    'Puoi scegliere persone dall’elenco; per aggiungerne di nuove chiedi al coordinamento.',
  );
}

/** Who is there already stays as it is. */
const addTrainees = (
  db: EntityManager,
  { projectId, trainingId }: { projectId: string; trainingId: string },
  personIds: readonly string[],
): Promise<unknown> =>
  db.query(
    `INSERT INTO trainee (project_id, training_id, person_id) SELECT $1, $2, * FROM unnest($3::uuid[])
     ON CONFLICT ON CONSTRAINT trainee_once DO NOTHING`,
    [projectId, trainingId, personIds],
  );

const notYourBody = () =>
  new Forbidden(
    'training.partner',
    'Puoi registrare solo formazioni del tuo ente: sceglilo come partner.',
  );
