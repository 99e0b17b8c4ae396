import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Jobs, JobCancelled } from '../jobs.js';
import { log } from '../log.js';
import { MOST_ATTEMPTS, waitAfter } from './backoff.js';
import { Handlers, type Delivery } from './handler.js';

interface OpenRow extends Delivery {
  payload: unknown;
}

/** Carries out one outbox row. However often it is called for the same row, the row's database effects happen once. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly source: DataSource,
    private readonly handlers: Handlers,
    private readonly jobs: Jobs,
  ) {}

  /** Rethrows what the handler throws, after noting when to try again. */
  async deliver(id: string): Promise<void> {
    const row = await this.begin(id);
    if (!row) return;
    try {
      const done = await this.carryOut(row);
      if (done) log.info({ topic: row.topic, id, attempt: row.attempt }, 'job done');
    } catch (error) {
      if (error instanceof JobCancelled) return;
      await this.noteFailure(row, error);
      throw error;
    }
  }

  private async begin(id: string): Promise<OpenRow | null> {
    const [rows] = (await this.source.query(
      `UPDATE outbox SET attempts = attempts + 1
       WHERE id = $1 AND delivered_at IS NULL AND failed_at IS NULL
       RETURNING id, topic, payload, created_at AS "createdAt", attempts AS attempt`,
      [id],
    )) as [OpenRow[]];
    return rows[0] ?? null;
  }

  /** False when another had carried it out, or it was cancelled, meanwhile. */
  private async carryOut(row: OpenRow): Promise<boolean> {
    const handler = this.handlers.of(row.topic);
    await this.jobs.begin(row.id);
    const prepared = await handler.prepare?.(row.payload, row, this.jobs.progressOf(row.id));
    return this.source.transaction(async (db) => {
      if (!(await isStillOpen(db, row.id))) return false;
      await this.jobs.actAsRequester(db, row.id);
      await handler.settle?.(db, row.payload, prepared, row);
      await db.query('UPDATE outbox SET delivered_at = now() WHERE id = $1', [row.id]);
      await this.jobs.finish(db, row.id);
      return true;
    });
  }

  private async noteFailure(row: OpenRow, error: unknown): Promise<void> {
    const givenUp = row.attempt >= MOST_ATTEMPTS;
    const reason = error instanceof Error ? error.message : String(error);
    log.error({ topic: row.topic, id: row.id, attempt: row.attempt }, 'job failed');
    await this.source.transaction(async (db) => {
      // What was cancelled or given up meanwhile stays so.
      const [, noted] = (await db.query(
        `UPDATE outbox SET last_error = left($2, 500), next_at = now() + make_interval(secs => $3),
           failed_at = CASE WHEN $4 THEN now() END
         WHERE id = $1 AND delivered_at IS NULL AND failed_at IS NULL`,
        [row.id, reason, waitAfter(row.attempt), givenUp],
      )) as [unknown, number];
      if (givenUp && noted > 0) await this.jobs.giveUp(db, row.id);
    });
  }
}

/** Locks the row, so that of two that carry it out at once the second finds it delivered. */
async function isStillOpen(db: EntityManager, id: string): Promise<boolean> {
  const open: unknown[] = await db.query(
    'SELECT 1 FROM outbox WHERE id = $1 AND delivered_at IS NULL AND failed_at IS NULL FOR UPDATE',
    [id],
  );
  return open.length > 0;
}
