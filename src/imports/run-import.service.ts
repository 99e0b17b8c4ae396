import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { NotFound } from '../kernel/errors.js';
import { Jobs } from '../platform/jobs.js';
import { Writes } from '../platform/write.js';
import { assertMapping } from './columns.js';
import type { ImportView } from './import.dto.js';
import { wrongState } from './import-problems.js';
import { ImportSteps } from './import-steps.js';
import { FileImport, type ImportState, type Mapping } from './import.entity.js';
import { assertReached, importView, putBack } from './imports.queries.js';
import { ImportsService } from './imports.service.js';
import { Targets } from './targets.js';

export const CHECK_JOB = 'import.check';
export const APPLY_JOB = 'import.apply';
export const APPLY_GOOD_JOB = 'import.apply-good';
export const UNDO_JOB = 'import.undo';

/** So many rows are done while one waits; more are done in a job. */
export const WHILE_ONE_WAITS = 2000;

interface Step {
  from: readonly ImportState[];
  /** While a job is at it. */
  during: ImportState;
  job: string;
  now: (db: EntityManager, file: FileImport) => Promise<void>;
}

/** Checks, applies and undoes an import: at once, or as a job when it is long. */
@Injectable()
export class RunImport {
  constructor(
    private readonly writes: Writes,
    private readonly steps: ImportSteps,
    private readonly jobs: Jobs,
    private readonly targets: Targets,
    private readonly imports: ImportsService,
  ) {}

  check(caller: Caller, projectId: string, id: string, mapping: Mapping): Promise<ImportView> {
    return this.run(caller, projectId, id, {
      from: ['read', 'checked'],
      during: 'checking',
      job: CHECK_JOB,
      prepare: (file) => {
        assertMapping(this.targets.of(file.target), file.columns, mapping);
        file.mapping = mapping;
      },
      now: (db, file) => this.steps.check(db, file, caller),
    });
  }

  /** Throws 422 `import.bad-rows` when all were wanted and one is bad. */
  apply(caller: Caller, projectId: string, id: string, onlyGood: boolean): Promise<ImportView> {
    return this.run(caller, projectId, id, {
      from: ['checked'],
      during: 'applying',
      job: onlyGood ? APPLY_GOOD_JOB : APPLY_JOB,
      prepare: (file) => this.steps.assertFresh(file),
      now: (db, file) => this.steps.apply(db, file, onlyGood),
    });
  }

  undo(caller: Caller, projectId: string, id: string): Promise<ImportView> {
    return this.run(caller, projectId, id, {
      from: ['applied'],
      during: 'undoing',
      job: UNDO_JOB,
      prepare: () => undefined,
      now: (db, file) => this.steps.undo(db, file),
    });
  }

  private run(
    caller: Caller,
    projectId: string,
    id: string,
    step: Step & { prepare: (file: FileImport) => void },
  ): Promise<ImportView> {
    return this.writes.run(async (db) => {
      await assertReached(db, caller, projectId, id);
      const file = await locked(db, id, projectId);
      this.targets.forCaller(caller, projectId, file.target);
      if (!step.from.includes(file.state)) throw wrongState();
      step.prepare(file);
      if (file.rows <= WHILE_ONE_WAITS) await step.now(db, file);
      else await this.ask(db, caller, file, step);
      return this.imports.shown(db, caller, await importView(db, caller, projectId, id));
    });
  }

  private async ask(db: EntityManager, caller: Caller, file: FileImport, step: Step) {
    const { id: subjectId, projectId, rows: total } = file;
    const requestedBy = caller.userId;
    const jobId = await this.jobs.request(db, {
      kind: step.job,
      subjectId,
      projectId,
      requestedBy,
      total,
    });
    await this.steps.enter(db, file, step.during, { jobId, failure: null });
  }
}

async function locked(db: EntityManager, id: string, projectId: string): Promise<FileImport> {
  await putBack(db, id);
  const file = await db.findOne(FileImport, {
    where: { id, projectId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!file) throw new NotFound();
  return file;
}
