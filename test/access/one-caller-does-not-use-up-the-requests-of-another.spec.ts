import { newToken } from '../../src/access/sessions.js';
import { aMember, aProject, type TestUser } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';

const LIMIT = 20;

describe('one caller does not use up the requests of another', () => {
  let app: TestApp;
  let anna: TestUser;
  let bruno: TestUser;
  beforeEach(async () => {
    app = await startApp({ RATE_LIMIT: String(LIMIT) });
    const project = await aProject(app);
    anna = await aMember(app, project, 'coordinator');
    bruno = await aMember(app, project, 'coordinator');
  });
  afterEach(() => app.close());

  const inventing = () => app.as(null).get('/me', { authorization: `Bearer ${newToken()}` });
  const statuses = async (times: number, ask: () => Promise<{ status: number }>) => {
    const got: number[] = [];
    for (let i = 0; i < times; i++) got.push((await ask()).status);
    return got;
  };

  it('inventing another token for each request does not evade the limit', async () => {
    const got = await statuses(LIMIT + 5, inventing);
    expect(got).toEqual([...Array(LIMIT).fill(401), ...Array(5).fill(429)]);
    const cookie = () => app.as(null).get('/me', { cookie: `capofila=${newToken()}` });
    expect(await cookie()).toMatchObject({ status: 429, body: { code: 'rate.limit' } });
  });

  it('and takes nothing from who is signed in at the same address', async () => {
    expect((await app.as(anna).get('/me')).status).toBe(200);
    await statuses(LIMIT + 5, inventing);
    expect((await app.as(anna).get('/me')).status).toBe(200);
  });

  it('each user has a count of its own, whatever token it uses', async () => {
    const { body } = await app
      .as(anna)
      .post('/me/tokens', { name: 'foglio', readOnly: true, days: 1 });
    const bearer = { authorization: `Bearer ${body.token}` };
    expect((await app.as(null).get('/me', bearer)).status).toBe(200);
    expect((await app.as(bruno).get('/me')).status).toBe(200);
    const byPage = await statuses(LIMIT - 5, () => app.as(anna).get('/me'));
    expect(new Set(byPage)).toEqual(new Set([200]));
    const byToken = await statuses(10, () => app.as(null).get('/me', bearer));
    expect(byToken).toContain(429);
    expect((await app.as(bruno).get('/me')).status).toBe(200);
  });

  it('a token that was revoked counts as invented from then on', async () => {
    expect((await app.as(anna).get('/me')).status).toBe(200);
    await app.db.query('UPDATE session SET ended_at = now() WHERE user_id = $1', [anna.id]);
    expect((await app.as(anna).get('/me')).status).toBe(401);
    await statuses(LIMIT, inventing);
    expect((await app.as(anna).get('/me')).status).toBe(429);
  });
});
