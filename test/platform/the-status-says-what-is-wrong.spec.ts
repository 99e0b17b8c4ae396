import { once } from 'node:events';
import { DataSource } from 'typeorm';
import { AuditChain } from '../../src/platform/audit/audit-chain.js';
import { CsvExports } from '../../src/platform/csv-export.js';
import { poolOf } from '../../src/platform/prepared.js';
import { aMember, aProject } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { sealAll } from '../support/sealed.js';

describe('the status', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
    await sealAll(app.nest.get(AuditChain));
  });
  afterAll(() => app.close());

  it('is ready, for anybody who asks, and keeps its reasons to itself when there are none', async () => {
    expect(await app.as(null).get('/status')).toMatchObject({
      status: 200,
      body: { status: 'ready', reasons: [] },
    });
    expect(await app.as(null).get('/status/live')).toMatchObject({
      status: 200,
      body: { live: true },
    });
  });

  it('is degraded when nobody carries out jobs, and when nobody seals the audit', async () => {
    await app.db.query(
      `INSERT INTO outbox (topic, payload, next_at) VALUES ('nobody', '{}', now() - interval '1 hour')`,
    );
    await app.db.query(`INSERT INTO person (name) VALUES ('Nuova')`);
    await app.db.query(`UPDATE audit_entry SET at = now() - interval '1 hour'`);
    const { body } = await app.as(null).get('/status');
    expect(body.status).toBe('degraded');
    expect(body.reasons).toHaveLength(2);
  });

  it('is down, and says so, when the database does not answer', async () => {
    await app.nest.get(DataSource).destroy();
    expect(await app.as(null).get('/status')).toMatchObject({
      status: 503,
      body: { status: 'down', reasons: ['La base dati non risponde.'] },
    });
    expect((await app.as(null).get('/status/live')).status).toBe(200);
  });
});

describe('a program whose connections are taken', () => {
  let app: TestApp;
  let coordinator: { id: string };
  beforeAll(async () => {
    app = await startApp();
    coordinator = await aMember(app, await aProject(app), 'coordinator');
  });
  afterAll(() => app.close());

  const download = () => app.as(coordinator).get('/activities/export.csv');
  const LONG = `COPY (SELECT repeat('x', 1000) FROM generate_series(1, 20000)) TO STDOUT`;

  it('serves everybody else while downloads stand still, and ends those after a while', async () => {
    const exports = app.nest.get(CsvExports);
    exports.patience = 1500;
    const left = await Promise.all([1, 2, 3, 4].map(() => exports.stream(LONG)));
    const ended = left.map((file) => once(file, 'error'));
    expect(await download()).toMatchObject({
      status: 503,
      body: { code: 'export.busy' },
      headers: { 'retry-after': '60' },
    });
    expect((await app.as(coordinator).get('/activities')).status).toBe(200);
    await Promise.all(ended);
    expect((await download()).status).toBe(200);
  });

  it('lets a download that is read go on, however long it takes', async () => {
    const exports = app.nest.get(CsvExports);
    exports.patience = 100;
    let bytes = 0;
    for await (const block of await exports.stream(LONG)) bytes += (block as Buffer).length;
    expect(bytes).toBe(3 + 20000 * 1001);
  });

  it('says when to come back, instead of waiting without end', async () => {
    const pool = poolOf(app.nest.get(DataSource));
    const taken = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
    const patience = pool.options.connectionTimeoutMillis;
    pool.options.connectionTimeoutMillis = 100;
    const refused = await app.as(coordinator).get('/activities');
    const status = await app.as(null).get('/status');
    pool.options.connectionTimeoutMillis = patience;
    for (const client of taken) client.release();
    expect(refused).toMatchObject({
      status: 503,
      body: { code: 'database.crowded' },
      headers: { 'retry-after': '5' },
    });
    expect(status).toMatchObject({
      status: 200,
      body: { status: 'degraded', reasons: ['Tutte le connessioni alla base dati sono occupate.'] },
    });
    expect((await app.as(coordinator).get('/activities')).status).toBe(200);
  });
});
