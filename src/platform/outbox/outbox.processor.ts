import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { log } from '../log.js';
import { Deliveries } from './deliveries.js';
import { QUEUE } from './relay.js';

const AT_ONCE = 4;
/** A killed worker's job is taken over about this long afterwards; a page being laid out may hold a living one up for seconds. */
const LOCK_MS = 20_000;
const LOOK_FOR_STALLED_MS = 10_000;
const COMPLAINT_EVERY_MS = 10_000;

/** The doorway from the queue: the id of the entry says which outbox row to carry out. */
@Processor(QUEUE, {
  concurrency: AT_ONCE,
  lockDuration: LOCK_MS,
  stalledInterval: LOOK_FOR_STALLED_MS,
  maxStalledCount: 5,
})
export class OutboxProcessor extends WorkerHost {
  private complainedAt = -COMPLAINT_EVERY_MS;

  constructor(private readonly deliveries: Deliveries) {
    super();
  }

  override async process(entry: Job): Promise<void> {
    if (entry.id) await this.deliveries.deliver(entry.id);
  }

  /** A worker without its queue reports it without pause; the log gets it now and then. */
  @OnWorkerEvent('error')
  complain(error: Error): void {
    const elapsed = performance.now();
    if (elapsed - this.complainedAt < COMPLAINT_EVERY_MS) return;
    this.complainedAt = elapsed;
    log.error({ reason: error.message }, 'worker without its queue');
  }
}
