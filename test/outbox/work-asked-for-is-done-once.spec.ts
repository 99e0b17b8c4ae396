import { randomUUID } from 'node:crypto';
import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { OutboxProcessor } from '../../src/platform/outbox/outbox.processor.js';
import { QUEUE, Relay } from '../../src/platform/outbox/relay.js';
import { redisIsHere, startRedis, type RedisServer } from './redis-server.js';
import { meanwhile, startWorker, until, type Worker } from './worker.js';

const backends: ['PostgreSQL' | 'Redis'][] = [['PostgreSQL'], ['Redis']];

describe.each(backends)('work asked for in a transaction, queued on %s', (backend) => {
  const here = backend === 'PostgreSQL' || redisIsHere();
  const story = here ? it : it.skip;
  let redis: RedisServer | undefined;
  let worker: Worker;

  beforeAll(async () => {
    if (!here) return;
    if (backend === 'Redis') redis = await startRedis();
    worker = await startWorker({ redisUrl: redis?.url });
  });
  afterAll(async () => {
    await worker?.stop();
    await redis?.stop();
  });

  const ask = (subjectId: string): Promise<string> =>
    worker.source.transaction((db) => worker.outbox.put(db, 'test.effect', { subjectId }));

  story('is done once the transaction has committed', async () => {
    const subject = randomUUID();
    await ask(subject);
    await worker.idle();
    expect(await worker.effects(subject)).toBe(1);
  });

  story('is never done when the transaction is undone', async () => {
    const subject = randomUUID();
    const undone = worker.source.transaction(async (db) => {
      await worker.outbox.put(db, 'test.effect', { subjectId: subject });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await worker.idle();
    expect(await worker.effects(subject)).toBe(0);
  });

  story('is done once although the job runs three times at once', async () => {
    const subject = randomUUID();
    let running = 0;
    meanwhile.set(subject, async () => {
      running += 1;
      await until(() => running >= 3);
    });
    const id = await ask(subject);
    await Promise.all([worker.deliveries.deliver(id), worker.deliveries.deliver(id)]);
    await worker.idle();
    expect(running).toBe(3);
    expect(await worker.effects(subject)).toBe(1);
  });

  story('is tried again after a failure', async () => {
    const subject = randomUUID();
    const attempts: number[] = [];
    meanwhile.set(subject, async (_, attempt) => {
      attempts.push(attempt);
      if (attempt < 3) throw new Error('not today');
    });
    const id = await ask(subject);
    for (const failed of [1, 2]) {
      await until(async () => attempts.length === failed && (await isWaiting(worker, id)));
      await worker.source.query('UPDATE outbox SET next_at = now() WHERE id = $1', [id]);
    }
    await worker.idle();
    expect(attempts).toEqual([1, 2, 3]);
    expect(await worker.effects(subject)).toBe(1);
  });

  story('survives the loss of the whole queue', async () => {
    const subjects = Array.from({ length: 20 }, () => randomUUID());
    const processor = worker.app.get(OutboxProcessor).worker;
    const queue = worker.app.get<Queue>(getQueueToken(QUEUE));
    await processor.pause();
    for (const subject of subjects) await ask(subject);
    await until(async () => (await queue.getJobCountByTypes('waiting', 'prioritized')) === 20);
    await queue.obliterate({ force: true });
    expect(await queue.getJobCountByTypes('waiting', 'prioritized')).toBe(0);
    void processor.resume();
    // What the relay does by itself once the lease is over.
    await worker.source.query('UPDATE outbox SET next_at = now() WHERE delivered_at IS NULL');
    await worker.app.get(Relay).sweep();
    await worker.idle();
    for (const subject of subjects) expect(await worker.effects(subject)).toBe(1);
  });

  const onRedis = backend === 'Redis' ? story : null;
  onRedis?.('survives a queue server that is killed and comes back empty', async () => {
    const subjects = Array.from({ length: 20 }, () => randomUUID());
    const processor = worker.app.get(OutboxProcessor).worker;
    await processor.pause();
    for (const subject of subjects) await ask(subject);
    await redis!.restartEmpty();
    void processor.resume();
    await worker.source.query('UPDATE outbox SET next_at = now() WHERE delivered_at IS NULL');
    await worker.app.get(Relay).sweep();
    await worker.idle();
    for (const subject of subjects) expect(await worker.effects(subject)).toBe(1);
  });

  story('carries only ids through the queue', async () => {
    const processor = worker.app.get(OutboxProcessor).worker;
    const queue = worker.app.get<Queue>(getQueueToken(QUEUE));
    await processor.pause();
    const id = await ask(randomUUID());
    await until(async () => (await queue.getJob(id)) !== undefined);
    expect((await queue.getJob(id))?.data).toEqual({});
    void processor.resume();
    await worker.idle();
  });
});

/** Failed, and noted when to try again. */
async function isWaiting(worker: Worker, id: string): Promise<boolean> {
  const rows: unknown[] = await worker.source.query(
    'SELECT 1 FROM outbox WHERE id = $1 AND last_error IS NOT NULL AND next_at > now()',
    [id],
  );
  return rows.length > 0;
}
