import { hashPassword } from '../../src/access/passwords.js';
import { aMember, aProject, aSystemAdmin, aUser, put, type TestUser } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';

const PASSWORD = 'una frase lunga e mia';

describe('signing in and out', () => {
  let app: TestApp;
  let user: TestUser;

  beforeAll(async () => {
    app = await startApp();
    const project = await aProject(app);
    user = await aMember(app, project, 'coordinator', {
      values: { password_hash: await hashPassword(PASSWORD) },
    });
  });
  afterAll(() => app.close());

  const signIn = (email: string, password: string) =>
    app.as(null).post('/sign-in', { email, password });
  const me = (token: string) => app.as(null).get('/me', { authorization: `Bearer ${token}` });

  it('gives a token that works by bearer and by cookie, and no longer after sign-out', async () => {
    const signed = await signIn(user.email.toUpperCase(), PASSWORD);
    expect(signed.status).toBe(200);
    const { token } = signed.body;
    expect(String(signed.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Lax/i);
    expect((await me(token)).body.user.email).toBe(user.email);
    expect((await app.as(null).get('/me', { cookie: `capofila=${token}` })).status).toBe(200);

    await app.as(null).post('/sign-out', undefined, { authorization: `Bearer ${token}` });
    expect((await me(token)).status).toBe(401);
  });

  it('keeps only a hash of the token', async () => {
    const { token } = (await signIn(user.email, PASSWORD)).body;
    const found = await app.db.query(
      `SELECT count(*)::int AS n FROM session s WHERE s::text LIKE '%' || $1 || '%'`,
      [token],
    );
    expect(found[0].n).toBe(0);
  });

  it('says the same of a wrong password and of an unknown address', async () => {
    const wrong = await signIn(user.email, 'sbagliata di proposito');
    const unknown = await signIn('nessuno@example.org', 'sbagliata di proposito');
    const words = ({ status, body }: typeof wrong) => [status, body.code, body.detail];
    expect(words(wrong)).toEqual(words(unknown));
    expect(wrong.status).toBe(401);
  });

  it.each([
    ['an object for the address', { email: { a: 1 }, password: 'x' }],
    ['a list for the password', { email: 'a@example.org', password: ['x'] }],
    ['nothing', {}],
  ])('refuses %s without falling over', async (_, body) => {
    expect((await app.as(null).post('/sign-in', body)).status).toBe(400);
  });

  it('stops guessing at one account', async () => {
    const victim = await aUser(app, { password_hash: await hashPassword(PASSWORD) });
    for (let i = 0; i < 8; i++)
      expect((await signIn(victim.email, `tentativo numero ${i}`)).status).toBe(401);
    const limited = await signIn(victim.email, PASSWORD);
    expect(limited).toMatchObject({
      status: 429,
      body: { code: 'sign-in.limit' },
      headers: { 'retry-after': '900' },
    });
  });

  it('nor by guesses that are all sent at once', async () => {
    const victim = await aUser(app, { password_hash: await hashPassword(PASSWORD) });
    const tries = Array.from({ length: 20 }, (_, i) => signIn(victim.email, `tentativo ${i}`));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(8);
    expect(statuses.filter((status) => status === 429)).toHaveLength(12);
  });

  it.each([
    ['idle for half an hour', `last_seen_at = now() - interval '31 minutes'`],
    ['twelve hours old', `expires_at = now() - interval '1 second'`],
    ['ended by an administrator', 'ended_at = now()'],
  ])('ends a session that is %s', async (_, change) => {
    const { token } = (await signIn(user.email, PASSWORD)).body;
    expect((await me(token)).status).toBe(200);
    await app.db.query(`UPDATE session SET ${change} WHERE user_id = $1`, [user.id]);
    expect((await me(token)).status).toBe(401);
  });

  it('gives a session twelve hours, which no use prolongs', async () => {
    const { token } = (await signIn(user.email, PASSWORD)).body;
    const left = async () => {
      const [{ minutes }] = (await app.db.query(
        `SELECT round(extract(epoch FROM expires_at - now()) / 60)::int AS minutes FROM session
         WHERE user_id = $1 AND ended_at IS NULL ORDER BY expires_at DESC LIMIT 1`,
        [user.id],
      )) as [{ minutes: number }];
      return minutes;
    };
    expect(await left()).toBe(720);
    await app.db.query(
      `UPDATE session SET last_seen_at = now() - interval '20 minutes', expires_at = now() + interval '1 hour'
       WHERE user_id = $1`,
      [user.id],
    );
    expect((await me(token)).status).toBe(200);
    expect(await left()).toBe(60);
  });

  it('ends at once when the user is disabled', async () => {
    const leaving = await aUser(app, { password_hash: await hashPassword(PASSWORD) });
    const { token } = (await signIn(leaving.email, PASSWORD)).body;
    const admin = await aSystemAdmin(app);
    expect(
      (await app.as(admin).patch(`/users/${leaving.id}`, { disabled: true }, ifMatch(1))).status,
    ).toBe(200);
    expect((await me(token)).status).toBe(401);
    expect((await signIn(leaving.email, PASSWORD)).status).toBe(401);
  });

  it('by a one-time link that chooses the password, once', async () => {
    const admin = await aSystemAdmin(app);
    const created = await app
      .as(admin)
      .post('/users', { email: 'nuova@example.org', name: 'Nuova' });
    const older = await app.as(admin).post(`/users/${created.body.id}/one-time-links`);
    const link = await app.as(admin).post(`/users/${created.body.id}/one-time-links`);
    const replaced = String(older.body.address).split('#')[1];
    expect(
      (await app.as(null).post('/first-access', { token: replaced, password: PASSWORD })).status,
    ).toBe(422);
    const token = String(link.body.address).split('#')[1];
    expect((await app.as(null).post('/first-access', { token, password: 'corta' })).status).toBe(
      400,
    );
    expect((await app.as(null).post('/first-access', { token, password: PASSWORD })).status).toBe(
      200,
    );
    expect((await signIn('nuova@example.org', PASSWORD)).status).toBe(200);
    expect(await app.as(null).post('/first-access', { token, password: PASSWORD })).toMatchObject({
      status: 422,
      body: { code: 'link.spent' },
    });
  });

  it('lets in whoever has no role yet, who sees nothing and can go again', async () => {
    const newcomer = await aUser(app, { password_hash: await hashPassword(PASSWORD) });
    const { token } = (await signIn(newcomer.email, PASSWORD)).body;
    const bearer = { authorization: `Bearer ${token}` };
    expect((await me(token)).body).toMatchObject({ projects: [], permissions: ['session.own'] });
    expect((await app.as(null).get('/me/sessions', bearer)).body.items).toHaveLength(1);
    for (const closed of ['/projects', '/activities', '/me/tokens', '/organisations'])
      expect((await app.as(null).get(closed, bearer)).status).toBe(403);
    expect((await app.as(null).post('/sign-out', undefined, bearer)).status).toBe(204);
    expect((await me(token)).status).toBe(401);
  });

  it('refuses a write that starts on another site', async () => {
    const { token } = (await signIn(user.email, PASSWORD)).body;
    const from = (headers: Record<string, string>) =>
      app
        .as(null)
        .post(
          '/me/tokens',
          { name: 'prova', readOnly: true, days: 1 },
          { cookie: `capofila=${token}`, ...headers },
        );
    expect(await from({ origin: 'https://altro.example' })).toMatchObject({
      status: 403,
      body: { code: 'origin.foreign' },
    });
    expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await from({})).status).toBe(403);
    expect((await from({ origin: 'http://127.0.0.1:3000' })).status).toBe(201);
  });

  it('stops guessing at many accounts from one address', async () => {
    const guess = (n: number) => signIn(`persona-${n}@example.org`, 'una frase qualunque');
    await app.db.query('DELETE FROM sign_in_failure');
    const tries = Array.from({ length: 62 }, (_, n) => guess(n));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(60);
    expect((await signIn(user.email, PASSWORD)).status).toBe(429);
  });
});

describe('a personal token', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('that only reads cannot write; revoked, it is dead; and nobody else revokes it', async () => {
    const project = await aProject(app);
    const owner = await aMember(app, project, 'coordinator');
    const other = await aMember(app, project, 'coordinator');
    const created = await app
      .as(owner)
      .post('/me/tokens', { name: 'foglio di calcolo', readOnly: true, days: 30 });
    const bearer = { authorization: `Bearer ${created.body.token}` };
    expect((await app.as(null).get('/me', bearer)).status).toBe(200);
    expect(
      await app.as(null).post('/me/tokens', { name: 'altro', readOnly: false, days: 1 }, bearer),
    ).toMatchObject({ status: 403, body: { code: 'token.read-only' } });

    expect((await app.as(other).delete(`/me/tokens/${created.body.id}`)).status).toBe(404);
    expect((await app.as(owner).delete(`/me/tokens/${created.body.id}`)).status).toBe(204);
    expect((await app.as(null).get('/me', bearer)).status).toBe(401);
  });

  it('that has expired is dead', async () => {
    const owner = await aMember(app, await aProject(app), 'coordinator');
    const created = await app
      .as(owner)
      .post('/me/tokens', { name: 'ieri', readOnly: true, days: 1 });
    const bearer = { authorization: `Bearer ${created.body.token}` };
    expect((await app.as(null).get('/me', bearer)).status).toBe(200);
    await app.db.query(
      `UPDATE session SET expires_at = now() - interval '1 second' WHERE id = $1`,
      [created.body.id],
    );
    expect((await app.as(null).get('/me', bearer)).status).toBe(401);
  });

  it('for one project reaches no other', async () => {
    const [one, two] = [await aProject(app), await aProject(app)];
    const owner = await aMember(app, one, 'coordinator');
    await put(app, 'member', { user_id: owner.id, project_id: two.id, role: 'coordinator' });
    const created = await app
      .as(owner)
      .post('/me/tokens', { name: 'uno', readOnly: false, projectId: one.id, days: 1 });
    const bearer = { authorization: `Bearer ${created.body.token}` };
    expect((await app.as(null).get('/me', bearer)).body.projects).toMatchObject([{ id: one.id }]);
    expect((await app.as(null).get(`/projects/${two.id}`, bearer)).status).toBe(404);
    expect((await app.as(null).get(`/projects/${one.id}`, bearer)).status).toBe(200);
  });
});
