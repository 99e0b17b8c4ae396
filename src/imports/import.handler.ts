import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Callers } from '../access/callers.js';
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
import { notYours } from './import-problems.js';
import { FileImport, type ImportState } from './import.entity.js';
import { APPLY_GOOD_JOB, APPLY_JOB, CHECK_JOB, UNDO_JOB } from './run-import.service.js';

interface Asked {
  subjectId: string;
}

interface Work {
  db: EntityManager;
  file: FileImport;
  /** Who asked for it, with the roles of this moment. */
  caller: () => Promise<Caller>;
  told: Told;
}

interface Step {
  during: ImportState;
  /** The state to which a refused or cancelled step goes back. */
  before: ImportState;
  work: (steps: ImportSteps, about: Work) => Promise<void>;
}

const STEPS: Record<string, Step> = {
  [CHECK_JOB]: {
    during: 'checking',
    before: 'read',
    work: async (steps, { db, file, caller, told }) => steps.check(db, file, await caller(), told),
  },
  [APPLY_JOB]: {
    during: 'applying',
    before: 'checked',
    work: (steps, { db, file, told }) => steps.apply(db, file, false, told),
  },
  [APPLY_GOOD_JOB]: {
    during: 'applying',
    before: 'checked',
    work: (steps, { db, file, told }) => steps.apply(db, file, true, told),
  },
  [UNDO_JOB]: {
    during: 'undoing',
    before: 'applied',
    work: (steps, { db, file }) => steps.undo(db, file),
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
    private readonly callers: Callers,
  ) {}

  async prepare({ subjectId: id }: Asked, delivery: Delivery, progress: Progress): Promise<void> {
    const { during, before, work } = STEPS[delivery.topic]!;
    try {
      await this.source.transaction(async (db) => {
        const userId = await this.jobs.actAsRequester(db, delivery.id);
        const file = await db.findOne(FileImport, {
          where: { id },
          lock: { mode: 'pessimistic_write' },
        });
        const told: Told = (done) => progress.to(done);
        const caller = () => this.requester(userId);
        // An erasure lets go of files that are not applied.
        if (file?.state === during) await work(this.steps, { db, file, caller, told });
        await this.jobs.end(db, delivery.id);
      });
    } catch (error) {
      const problem = error instanceof Problem ? error : problemOf(error);
      const over = error instanceof JobCancelled || delivery.attempt >= MOST_ATTEMPTS;
      if (problem || over) await this.giveBack(id, { during, before }, problem);
      if (!problem) throw error;
    }
  }

  private async requester(userId: string | null): Promise<Caller> {
    const caller = userId === null ? null : await this.callers.reading(userId);
    if (!caller) throw notYours();
    return caller;
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
