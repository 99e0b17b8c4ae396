import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Outbox } from './outbox/outbox.js';
import type { Progress } from './outbox/handler.js';

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

export interface JobRequest {
  /** Also the topic of its outbox handler. */
  kind: string;
  subjectId: string;
  projectId: string | null;
  requestedBy: string | null;
  /** How many steps its progress counts. */
  total: number;
}

/** The work stops here: somebody cancelled the job. */
export class JobCancelled extends Error {}

/** Long work as the person who asked for it sees it. The truth is the `job` row; the queue only carries its id. */
@Injectable()
export class Jobs {
  constructor(
    private readonly source: DataSource,
    private readonly outbox: Outbox,
  ) {}

  /** Asks for the work in the caller's transaction; the handler of `kind` gets `{ subjectId, projectId }`. Returns the job's id. */
  async request(db: EntityManager, request: JobRequest): Promise<string> {
    const { kind, subjectId, projectId, requestedBy, total } = request;
    const id = await this.outbox.put(db, kind, { subjectId, projectId });
    await db.query(
      `INSERT INTO job (id, kind, subject_id, project_id, requested_by, total)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, kind, subjectId, projectId, requestedBy, total],
    );
    return id;
  }

  /** A cancelled job never takes effect, even if it is running. False when it had already ended. */
  async cancel(db: EntityManager, id: string): Promise<boolean> {
    const [open] = (await db.query(
      `UPDATE outbox SET failed_at = now(), last_error = 'cancelled'
       WHERE id = $1 AND delivered_at IS NULL AND failed_at IS NULL RETURNING id`,
      [id],
    )) as [unknown[]];
    if (open.length === 0) return false;
    await db.query("UPDATE job SET state = 'cancelled', ended_at = now() WHERE id = $1", [id]);
    return true;
  }

  progressOf(id: string): Progress {
    return {
      to: async (done, message) => {
        const [alive] = (await this.source.query(
          `UPDATE job SET progress = least($2, total), message = coalesce($3, message)
           WHERE id = $1 AND state <> 'cancelled' RETURNING 1`,
          [id, done, message ?? null],
        )) as [unknown[]];
        if (alive.length === 0 && (await this.isCancelled(id))) throw new JobCancelled();
      },
    };
  }

  async begin(id: string): Promise<void> {
    await this.source.query(
      `UPDATE job SET state = 'running', started_at = coalesce(started_at, now())
       WHERE id = $1 AND state IN ('queued', 'running')`,
      [id],
    );
  }

  /** What the job changes is recorded as changed by who asked for it; answers who that is. */
  async actAsRequester(db: EntityManager, id: string): Promise<string | null> {
    const [job] = (await db.query(
      `SELECT set_config('app.user_id', requested_by::text, true) AS "userId" FROM job
       WHERE id = $1 AND requested_by IS NOT NULL`,
      [id],
    )) as { userId: string }[];
    return job?.userId ?? null;
  }

  async finish(db: EntityManager, id: string): Promise<void> {
    await db.query(
      "UPDATE job SET state = 'done', progress = total, ended_at = now(), message = NULL WHERE id = $1",
      [id],
    );
  }

  /**
   * Ends the job in the transaction that did its whole work, for a handler that must tell how far it is while it writes.
   * Throws JobCancelled, so that nothing of it stays, when somebody has cancelled it meanwhile.
   */
  async end(db: EntityManager, id: string): Promise<void> {
    const [open] = (await db.query(
      `UPDATE outbox SET delivered_at = now()
       WHERE id = $1 AND delivered_at IS NULL AND failed_at IS NULL RETURNING id`,
      [id],
    )) as [unknown[]];
    if (open.length === 0) throw new JobCancelled();
    await this.finish(db, id);
  }

  async giveUp(db: EntityManager, id: string): Promise<void> {
    await db.query(
      `UPDATE job SET state = 'failed', ended_at = now(),
         message = 'Il lavoro non è riuscito dopo più tentativi: chiedilo di nuovo o avvisa chi amministra il sistema.'
       WHERE id = $1`,
      [id],
    );
  }

  private async isCancelled(id: string): Promise<boolean> {
    const found: unknown[] = await this.source.query(
      "SELECT 1 FROM job WHERE id = $1 AND state = 'cancelled'",
      [id],
    );
    return found.length > 0;
  }
}
