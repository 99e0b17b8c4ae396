import { randomUUID } from 'node:crypto';
import { Tidying } from '../../src/platform/tidying.js';
import { aUser, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';

describe('what has run out is forgotten', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  const ago = (days: number) => new Date(Date.now() - days * 24 * 3600 * 1000).toISOString();
  const outbox = async (values: object) =>
    (await put(app, 'outbox', { topic: 'nothing', payload: '{}', created_at: ago(200), ...values }))
      .id;
  const idsIn = async (table: string): Promise<string[]> =>
    (await app.db.query(`SELECT id FROM ${table}`)).map(({ id }: { id: string }) => id).sort();

  it('work that was done long ago, with its job; not what waits, nor what is recent', async () => {
    const job = async (id: string, state: string, ended: string | null) =>
      (await put(app, 'job', { id, kind: 'nothing', state, ended_at: ended })).id;
    await outbox({ delivered_at: ago(91) });
    await outbox({ failed_at: ago(91) });
    await job(await outbox({ delivered_at: ago(91) }), 'done', ago(91));
    const stay = [
      await outbox({}),
      await outbox({ delivered_at: ago(89) }),
      await job(await outbox({ delivered_at: ago(89) }), 'done', ago(89)),
      await job(await outbox({}), 'queued', null),
    ];
    await app.nest.get(Tidying).forget();
    expect(await idsIn('outbox')).toEqual(stay.sort());
    expect(await idsIn('job')).toHaveLength(2);
  });

  it('answers kept for repetitions after ninety days', async () => {
    const { id } = await aUser(app);
    const keep = (key: string, days: number) =>
      app.db.query(
        `INSERT INTO idempotency_key (user_id, key, body_hash, created_at) VALUES ($1, $2, 'x', $3)`,
        [id, key, ago(days)],
      );
    await keep(`old-${randomUUID()}`, 91);
    await keep('recent-key', 89);
    await app.nest.get(Tidying).forget();
    const kept = await app.db.query('SELECT key FROM idempotency_key WHERE user_id = $1', [id]);
    expect(kept).toEqual([{ key: 'recent-key' }]);
  });
});
