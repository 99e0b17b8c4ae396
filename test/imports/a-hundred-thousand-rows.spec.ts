import { DataSource } from 'typeorm';
import { Deliveries } from '../../src/platform/outbox/deliveries.js';
import { aMember, aProject, aWorkItem } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { csv, Importing } from './sheets.js';

// In the suite as many as need a job; all of them when a proof is asked for.
const MANY = process.env.PROVE ? 100_000 : 2500;
const HEAD = ['Data', 'Tipo', 'Azione', 'Ore', 'Note'];
const file = (rows: number) =>
  csv([
    HEAD,
    ...Array.from({ length: rows }, (_, i) => [
      `${(i % 28) + 1}/3/2019`,
      'Seminario',
      'A1',
      '1,5',
      `riga ${i}`,
    ]),
  ]);

describe('a hundred thousand rows', () => {
  let app: TestApp;
  let project: { id: string };
  let importing: Importing;
  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(async () => {
    project = await aProject(app);
    await aWorkItem(app, project, { code: 'A1' });
    importing = new Importing(app, project, await aMember(app, project, 'coordinator'));
  });
  afterAll(() => app.close());

  const deliver = (id: string) => app.nest.get(Deliveries).deliver(id);
  const job = async (id: string) => (await app.as(importing.user).get(`/jobs/${id}`)).body;
  const count = async () =>
    (
      (await app.db.query(
        `SELECT count(*)::int AS n FROM activity WHERE project_id = $1 AND state <> 'cancelled'`,
        [project.id],
      )) as [{ n: number }]
    )[0].n;

  it('two thousand are checked and imported while one waits', async () => {
    const content = file(2000);
    const checked = await importing.checked(content);
    expect(checked).toMatchObject({ state: 'checked', good: 2000, jobId: null });
    expect((await importing.apply(checked.id)).body).toMatchObject({ state: 'applied' });
    expect(await count()).toBe(2000);
  });

  it('more go in a job that tells how far it is, in flat memory, and the same file changes nothing', async () => {
    const sent = await importing.send(file(MANY));
    const checking = (await importing.check(sent.body)).body;
    expect(checking).toMatchObject({ state: 'checking', jobId: expect.any(String) });
    expect(await importing.apply(checking.id)).toMatchObject({
      status: 409,
      body: { code: 'import.state' },
    });
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    await deliver(checking.jobId);
    expect(await job(checking.jobId)).toMatchObject({ state: 'done', progress: MANY, total: MANY });
    expect((await importing.read(checking.id)).body).toMatchObject({
      state: 'checked',
      good: MANY,
    });
    const { jobId } = (await importing.apply(checking.id)).body;
    await deliver(jobId);
    await deliver(jobId);
    expect((await importing.read(checking.id)).body).toMatchObject({
      state: 'applied',
      good: MANY,
    });
    expect(await count()).toBe(MANY);
    globalThis.gc?.();
    expect((process.memoryUsage().heapUsed - before) / 2 ** 20).toBeLessThan(150);
    const again = (await importing.check((await importing.send(file(MANY))).body)).body;
    await deliver(again.jobId);
    expect((await importing.read(again.id)).body).toMatchObject({ good: 0, already: MANY });
    const undoing = (await importing.undo(checking.id)).body;
    expect(undoing.state).toBe('undoing');
    await deliver(undoing.jobId);
    expect(await count()).toBe(0);
  }, 600_000);

  it('a job that is cancelled, before or while it runs, leaves everything as it was', async () => {
    const sent = (await importing.send(file(2100))).body;
    const cancel = (id: string) => app.as(importing.user).post(`/jobs/${id}/cancel`);
    const { jobId } = (await importing.check(sent)).body;
    await cancel(jobId);
    await deliver(jobId);
    expect((await importing.read(sent.id)).body).toMatchObject({ state: 'read' });
    await deliver((await importing.check(sent)).body.jobId);
    const applying = (await importing.apply(sent.id)).body.jobId as string;
    // Held up by somebody who writes the sums of the same month, so that it is surely under way.
    const other = await new DataSource(app.db.options).initialize();
    const holder = other.createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE activity_month IN EXCLUSIVE MODE');
    const running = deliver(applying).catch(() => undefined);
    for (let waiting = 0; waiting === 0;)
      [{ waiting }] = await app.db
        .query(`SELECT count(*)::int AS waiting FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
        WHERE c.relname = 'activity_month' AND NOT l.granted`);
    expect((await cancel(applying)).body.state).toBe('cancelled');
    await holder.commitTransaction();
    await running;
    await other.destroy();
    expect((await importing.read(sent.id)).body).toMatchObject({ state: 'checked', good: 2100 });
    expect(await count()).toBe(0);
  });

  it('when the rules have changed since, the job ends and the import says why', async () => {
    const sent = (await importing.send(file(2100))).body;
    await deliver((await importing.check(sent)).body.jobId);
    const { jobId } = (await importing.apply(sent.id)).body;
    await app.db.query(
      `UPDATE import_result SET state = 'bad', errors = '[]' WHERE import_id = $1 AND line = 7`,
      [sent.id],
    );
    await deliver(jobId);
    const { body } = await importing.read(sent.id);
    expect(body).toMatchObject({
      state: 'checked',
      failure: expect.stringContaining('Una riga non va bene'),
    });
    expect(await job(jobId)).toMatchObject({ state: 'done' });
    expect(await count()).toBe(0);
  });
});
