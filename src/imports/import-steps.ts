import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Clock } from '../kernel/dates.js';
import { checkRows } from './check-rows.js';
import { badRows, changedSince, checkedLongAgo } from './import-problems.js';
import { FileImport, type ImportState } from './import.entity.js';
import {
  countResults,
  dropResults,
  lockMade,
  lockTarget,
  markAlready,
  rememberMapping,
  stretchEnds,
} from './staging.queries.js';
import type { ImportPlace } from './target.js';
import { Targets } from './targets.js';

/** Hears how many rows are done; may throw to stop the work. */
export type Told = (done: number) => Promise<void>;

const STRETCH = 5000;
const CHECK_LASTS_MS = 3600 * 1000;
const silent: Told = () => Promise.resolve();

/** What happens to the rows of a file, within a transaction of the caller: at once, or in a job that tells how far it is. */
@Injectable()
export class ImportSteps {
  constructor(
    private readonly targets: Targets,
    private readonly clock: Clock,
  ) {}

  /** The dry run: nothing but its results is written. */
  async check(
    db: EntityManager,
    file: FileImport,
    caller: Caller,
    told: Told = silent,
  ): Promise<void> {
    const target = this.targets.of(file.target);
    await dropResults(db, file.id);
    await checkRows(db, file, target, { ...this.placeOf(file), caller }, told);
    await this.settle(db, file);
    await rememberMapping(db, file.createdBy, file);
    await this.enter(db, file, 'checked', { checkedAt: this.clock.now(), failure: null });
  }

  /** Throws Conflict when the dry run is too old to be trusted. */
  assertFresh({ checkedAt }: FileImport): void {
    const age = this.clock.now().getTime() - (checkedAt?.getTime() ?? 0);
    if (age > CHECK_LASTS_MS) throw checkedLongAgo();
  }

  /** Makes rows of the good ones: all of them or nothing. Throws RuleBroken when all were wanted and one is bad. */
  async apply(
    db: EntityManager,
    file: FileImport,
    onlyGood: boolean,
    told: Told = silent,
  ): Promise<void> {
    const target = this.targets.of(file.target);
    await lockTarget(db, file, target.institute ?? false);
    await this.settle(db, file);
    if (file.bad > 0 && !onlyGood) throw badRows(file.bad);
    let from = 0;
    let done = 0;
    for (const to of await stretchEnds(db, file.id, STRETCH)) {
      await target.insert(db, { importId: file.id, from, to }, this.placeOf(file));
      from = to + 1;
      done = Math.min(done + STRETCH, file.good);
      await told(done);
    }
    await this.enter(db, file, 'applied', { appliedAt: this.clock.now(), failure: null });
  }

  /** Takes back every row that the import made. Throws Conflict when one of them cannot be. */
  async undo(db: EntityManager, file: FileImport): Promise<void> {
    const target = this.targets.of(file.target);
    await lockTarget(db, file, target.institute ?? false);
    await lockMade(db, file.id, target.tables);
    const changed = await target.changedSince(db, file.id);
    if (changed > 0) throw changedSince(changed);
    await target.takeBack(db, file.id, `Importazione di «${file.fileName}» annullata`);
    await this.enter(db, file, 'undone', { undoneAt: this.clock.now(), failure: null });
  }

  async enter(
    db: EntityManager,
    file: FileImport,
    state: ImportState,
    more: Partial<FileImport> = {},
  ): Promise<void> {
    await db.save(Object.assign(file, { state, version: file.version + 1 }, more));
  }

  private async settle(db: EntityManager, file: FileImport): Promise<void> {
    const target = this.targets.of(file.target);
    await markAlready(db, file, target.institute ?? false);
    await target.markConflicts?.(db, file.id);
    Object.assign(file, await countResults(db, file.id));
  }

  private placeOf = ({ projectId }: FileImport): ImportPlace => ({
    projectId,
    today: this.clock.today(),
  });
}
