import { randomUUID } from 'node:crypto';
import { Jobs, type JobState } from '../../src/platform/jobs.js';
import { MOST_ATTEMPTS } from '../../src/platform/outbox/backoff.js';
import { meanwhile, startWorker, type Worker } from './worker.js';

interface JobRow {
  state: JobState;
  progress: number;
  total: number;
  message: string | null;
}

describe('a job', () => {
  let worker: Worker;
  let jobs: Jobs;
  beforeAll(async () => {
    worker = await startWorker({ queue: false });
    jobs = worker.app.get(Jobs);
  });
  afterAll(() => worker.stop());

  const ask = (subjectId: string): Promise<string> =>
    worker.source.transaction((db) =>
      jobs.request(db, {
        kind: 'test.effect',
        subjectId,
        projectId: null,
        requestedBy: null,
        total: 3,
      }),
    );
  const look = async (id: string): Promise<JobRow> => {
    const [row] = (await worker.source.query(
      'SELECT state, progress, total, message FROM job WHERE id = $1',
      [id],
    )) as [JobRow];
    return row;
  };

  it('goes from queued over running to done, and says how far it is', async () => {
    const subject = randomUUID();
    const id = await ask(subject);
    const seen: JobRow[] = [await look(id)];
    meanwhile.set(subject, async (progress) => {
      await progress.to(2, 'quasi');
      seen.push(await look(id));
    });
    await worker.deliveries.deliver(id);
    seen.push(await look(id));
    expect(seen).toEqual([
      { state: 'queued', progress: 0, total: 3, message: null },
      { state: 'running', progress: 2, total: 3, message: 'quasi' },
      { state: 'done', progress: 3, total: 3, message: null },
    ]);
  });

  it('that is cancelled while it runs stops and changes nothing', async () => {
    const subject = randomUUID();
    const id = await ask(subject);
    meanwhile.set(subject, async (progress) => {
      await worker.source.transaction((db) => jobs.cancel(db, id));
      await progress.to(1);
    });
    await worker.deliveries.deliver(id);
    expect((await look(id)).state).toBe('cancelled');
    expect(await worker.effects(subject)).toBe(0);
  });

  it('that is cancelled after its last step still changes nothing', async () => {
    const subject = randomUUID();
    const id = await ask(subject);
    meanwhile.set(subject, async () => {
      await worker.source.transaction((db) => jobs.cancel(db, id));
    });
    await worker.deliveries.deliver(id);
    expect((await look(id)).state).toBe('cancelled');
    expect(await worker.effects(subject)).toBe(0);
  });

  it('cannot be cancelled once it is done', async () => {
    const id = await ask(randomUUID());
    await worker.deliveries.deliver(id);
    expect(await worker.source.transaction((db) => jobs.cancel(db, id))).toBe(false);
    expect((await look(id)).state).toBe('done');
  });

  it('that keeps failing is given up and says so', async () => {
    const subject = randomUUID();
    const id = await ask(subject);
    meanwhile.set(subject, () => Promise.reject(new Error('never')));
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      await expect(worker.deliveries.deliver(id)).rejects.toThrow('never');
    }
    await worker.deliveries.deliver(id);
    const job = await look(id);
    expect(job.state).toBe('failed');
    expect(job.message).toContain('chiedilo di nuovo');
  });
});
