import { DataSource } from 'typeorm';
import { AuditChain } from '../../src/platform/audit/audit-chain.js';
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
