import { InjectQueue } from '@nestjs/bullmq';
import {
  type BeforeApplicationShutdown,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { log } from '../log.js';

export const QUEUE = 'outbox';

const PAUSE_MS = 500;
const PAUSE_AFTER_ERROR_MS = 5_000;
const BATCH = 100;
/** A row handed to the queue is handed over again after this long, unless it is done: the queue may have been lost. */
const LEASE_SECONDS = 30;

/** Hands undelivered outbox rows to the queue. The queue refuses an id that it still holds, so handing over twice is harmless. */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private troubled = false;

  constructor(
    private readonly source: DataSource,
    @InjectQueue(QUEUE) private readonly queue: Queue,
  ) {}

  onApplicationBootstrap(): void {
    this.queue.on('error', (error) => this.complain(error));
    this.next(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  /** False when the last round failed: rows wait, nothing is lost. */
  get healthy(): boolean {
    return !this.troubled;
  }

  /** One round; returns how many rows were handed over. */
  async sweep(): Promise<number> {
    const [rows] = (await this.source.query(
      `UPDATE outbox SET next_at = now() + make_interval(secs => $1)
       WHERE id IN (
         SELECT id FROM outbox WHERE delivered_at IS NULL AND failed_at IS NULL AND next_at <= now()
         ORDER BY next_at LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING id, topic`,
      [LEASE_SECONDS, BATCH],
    )) as [{ id: string; topic: string }[]];
    if (rows.length === 0) return 0;
    try {
      await this.queue.addBulk(rows.map(toEntry));
    } catch (error) {
      await this.release(rows.map((row) => row.id));
      throw error;
    }
    return rows.length;
  }

  private async release(ids: string[]): Promise<void> {
    await this.source.query(
      'UPDATE outbox SET next_at = now() WHERE id = ANY($1) AND delivered_at IS NULL',
      [ids],
    );
  }

  private next(pause: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.round();
    }, pause);
  }

  private async round(): Promise<void> {
    try {
      const handed = await this.sweep();
      this.troubled = false;
      this.next(handed === BATCH ? 0 : PAUSE_MS);
    } catch (error) {
      this.complain(error);
      this.next(PAUSE_AFTER_ERROR_MS);
    }
  }

  private complain(error: unknown): void {
    if (!this.troubled) log.error({ reason: (error as Error).message }, 'queue out of reach');
    this.troubled = true;
  }
}

/** Only ids travel. Ended entries are removed, so that the relay can hand a failed row over again. */
const toEntry = ({ id, topic }: { id: string; topic: string }) => ({
  name: topic,
  data: {},
  opts: { jobId: id, attempts: 1, removeOnComplete: true, removeOnFail: true },
});
