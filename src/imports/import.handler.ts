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

interface Step {
  during: ImportState;
  /** The state to which a refused or cancelled step goes back. */
  before: ImportState;
  work: (steps: ImportSteps, db: EntityManager, file: FileImport, told: Told) => Promise<void>;
}

const STEPS: Record<string, Step> = {
  [CHECK_JOB]: {
    during: 'checking',
    before: 'read',
    work: (steps, ...of) => steps.check(...of),
  },
  [APPLY_JOB]: {
    during: 'applying',
    before: 'checked',
    work: (steps, db, file, told) => steps.apply(db, file, false, told),
  },
  [APPLY_GOOD_JOB]: {
    during: 'applying',
    before: 'checked',
    work: (steps, db, file, told) => steps.apply(db, file, true, told),
  },
  [UNDO_JOB]: {
    during: 'undoing',
    before: 'applied',
    work: (steps, db, file) => steps.undo(db, file),
  },
};

/** One long step of an import in one transaction, which also ends the job: it happens once, or not at all when it is cancelled. */
@OutboxHandler(Object.keys(STEPS))
@Injectable()
export class ImportHandler implements Handler<Asked, void> {
  constructor(
    private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly steps: ImportSteps,
  ) {}

  async prepare({ subjectId: id }: Asked, delivery: Delivery, progress: Progress): Promise<void> {
    const { during, before, work } = STEPS[delivery.topic]!;
    try {
      await this.source.transaction(async (db) => {
        await this.jobs.actAsRequester(db, delivery.id);
        const file = await db.findOneOrFail(FileImport, {
          where: { id },
          lock: { mode: 'pessimistic_write' },
        });
        if (file.state === during) await work(this.steps, db, file, (done) => progress.to(done));
        await this.jobs.end(db, delivery.id);
      });
    } catch (error) {
      const problem = error instanceof Problem ? error : problemOf(error);
      const over = error instanceof JobCancelled || delivery.attempt >= MOST_ATTEMPTS;
      if (problem || over) await this.giveBack(id, { during, before }, problem);
      if (!problem) throw error;
    }
  }

  /** What was refused will be refused again: the job ends, and the import says why. */
  private async giveBack(
    id: string,
    { during, before }: Pick<Step, 'during' | 'before'>,
    problem: Problem | null,
  ): Promise<void> {
    await this.source.query(
      'UPDATE file_import SET state = $2, failure = $3, version = version + 1 WHERE id = $1 AND state = $4',
      [id, before, problem?.detail ?? null, during],
    );
  }
}
