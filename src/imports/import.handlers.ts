import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Problem } from '../kernel/errors.js';
import { problemOf } from '../platform/constraints.js';
import { JobCancelled, Jobs } from '../platform/jobs.js';
import { MOST_ATTEMPTS } from '../platform/outbox/backoff.js';
import {
  type Delivery,
  type Handler,
  OutboxHandler,
  type Progress,
} from '../platform/outbox/handler.js';
import { ImportSteps, type Told } from './import-steps.js';
import { FileImport, type ImportState } from './import.entity.js';
import { APPLY_GOOD_JOB, APPLY_JOB, CHECK_JOB, UNDO_JOB } from './run-import.service.js';

interface Asked {
  subjectId: string;
}

type Work = (db: EntityManager, file: FileImport, told: Told) => Promise<void>;

/** One long step of an import in one transaction, which also ends the job: it happens once, or not at all when it is cancelled. */
abstract class ImportHandler implements Handler<Asked, void> {
  protected abstract readonly during: ImportState;
  /** The state to which a refused or cancelled step goes back. */
  protected abstract readonly before: ImportState;
  protected abstract readonly work: Work;

  constructor(
    private readonly source: DataSource,
    private readonly jobs: Jobs,
  ) {}

  async prepare({ subjectId: id }: Asked, delivery: Delivery, progress: Progress): Promise<void> {
    try {
      await this.source.transaction(async (db) => {
        await this.jobs.actAsRequester(db, delivery.id);
        const file = await db.findOneOrFail(FileImport, {
          where: { id },
          lock: { mode: 'pessimistic_write' },
        });
        if (file.state === this.during) await this.work(db, file, (done) => progress.to(done));
        await this.jobs.end(db, delivery.id);
      });
    } catch (error) {
      const problem = error instanceof Problem ? error : problemOf(error);
      const over = error instanceof JobCancelled || delivery.attempt >= MOST_ATTEMPTS;
      if (problem || over) await this.giveBack(id, problem);
      if (!problem) throw error;
    }
  }

  /** What was refused will be refused again: the job ends, and the import says why. */
  private async giveBack(id: string, problem: Problem | null): Promise<void> {
    await this.source.query(
      'UPDATE file_import SET state = $2, failure = $3, version = version + 1 WHERE id = $1 AND state = $4',
      [id, this.before, problem?.detail ?? null, this.during],
    );
  }
}

@OutboxHandler(CHECK_JOB)
@Injectable()
export class CheckImportHandler extends ImportHandler {
  protected readonly during = 'checking';
  protected readonly before = 'read';
  protected readonly work: Work;
  constructor(source: DataSource, jobs: Jobs, steps: ImportSteps) {
    super(source, jobs);
    this.work = (db, file, told) => steps.check(db, file, told);
  }
}

@OutboxHandler(APPLY_JOB)
@Injectable()
export class ApplyImportHandler extends ImportHandler {
  protected readonly during = 'applying';
  protected readonly before = 'checked';
  protected readonly work: Work;
  constructor(source: DataSource, jobs: Jobs, steps: ImportSteps) {
    super(source, jobs);
    this.work = (db, file, told) => steps.apply(db, file, false, told);
  }
}

@OutboxHandler(APPLY_GOOD_JOB)
@Injectable()
export class ApplyGoodImportHandler extends ImportHandler {
  protected readonly during = 'applying';
  protected readonly before = 'checked';
  protected readonly work: Work;
  constructor(source: DataSource, jobs: Jobs, steps: ImportSteps) {
    super(source, jobs);
    this.work = (db, file, told) => steps.apply(db, file, true, told);
  }
}

@OutboxHandler(UNDO_JOB)
@Injectable()
export class UndoImportHandler extends ImportHandler {
  protected readonly during = 'undoing';
  protected readonly before = 'applied';
  protected readonly work: Work;
  constructor(source: DataSource, jobs: Jobs, steps: ImportSteps) {
    super(source, jobs);
    this.work = (db, file) => steps.undo(db, file);
  }
}
