import { hashPassword } from '../../src/access/passwords.js';
import { aMember, aProject, type TestUser } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';

const PASSWORD = 'una frase lunga e mia';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; rv:144.0) Gecko/20100101 Firefox/144.0';
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';

describe('a user sees where it is signed in, and ends what it does not want', () => {
  let app: TestApp;
  let user: TestUser;
  beforeEach(async () => {
    app = await startApp();
    const values = { password_hash: await hashPassword(PASSWORD) };
    user = await aMember(app, await aProject(app), 'coordinator', { values });
  });
  afterEach(() => app.close());

  /** Signs in from a device; answers how to speak from there. */
  async function from(agent: string, who = user) {
    const headers = { 'user-agent': agent };
    const { body } = await app
      .as(null)
      .post('/sign-in', { email: who.email, password: PASSWORD }, headers);
    return { authorization: `Bearer ${body.token}` };
  }
  const sessions = async (headers: Record<string, string>) =>
    (await app.as(null).get('/me/sessions', headers)).body.items;
  const status = async (headers: Record<string, string>) =>
    (await app.as(null).get('/me', headers)).status;

  it('by device, first and last use, without its address', async () => {
    const desk = await from(FIREFOX);
    await from(PHONE);
    const items = await sessions(desk);
    expect(items).toMatchObject([
      { device: 'Safari su iPhone', current: false },
      { device: 'Firefox su Windows', current: true },
    ]);
    expect(Object.keys(items[0]).sort()).toEqual([
      'createdAt',
      'current',
      'device',
      'id',
      'lastSeenAt',
    ]);
    const kept: { row: string }[] = await app.db.query('SELECT s::text AS row FROM session s');
    for (const { row } of kept) expect(row).not.toMatch(/127\.0\.0\.1|Gecko|AppleWebKit/);
  });

  it('one by one: the phone is out at once, the desk stays', async () => {
    const [desk, phone] = [await from(FIREFOX), await from(PHONE)];
    const [{ id }] = await sessions(desk);
    expect((await app.as(null).delete(`/me/sessions/${id}`, desk)).status).toBe(204);
    expect([await status(phone), await status(desk)]).toEqual([401, 200]);
    expect(await sessions(desk)).toHaveLength(1);
    expect((await app.as(null).delete(`/me/sessions/${id}`, desk)).status).toBe(404);
  });

  it('all others at once, but not its keys for programs, nor anybody else’s sessions', async () => {
    const values = { password_hash: await hashPassword(PASSWORD) };
    const other = await aMember(app, await aProject(app), 'coordinator', { values });
    const [desk, phone, tablet] = [await from(FIREFOX), await from(PHONE), await from('x')];
    const elsewhere = await from(FIREFOX, other);
    const made = await app
      .as(null)
      .post('/me/tokens', { name: 'foglio', readOnly: true, days: 1 }, desk);
    const key = { authorization: `Bearer ${made.body.token}` };
    expect((await app.as(null).post('/me/sessions/end-others', undefined, desk)).status).toBe(204);
    expect([await status(phone), await status(tablet)]).toEqual([401, 401]);
    expect([await status(desk), await status(key), await status(elsewhere)]).toEqual([
      200, 200, 200,
    ]);
  });

  it('only its own, only what still lets somebody in, and never by a token', async () => {
    const desk = await from(FIREFOX);
    const values = { password_hash: await hashPassword(PASSWORD) };
    const other = await aMember(app, await aProject(app), 'coordinator', { values });
    const theirs = await from(PHONE, other);
    const [{ id }] = await sessions(theirs);
    expect((await app.as(null).delete(`/me/sessions/${id}`, desk)).status).toBe(404);
    await from(PHONE);
    await app.db.query(
      `UPDATE session SET last_seen_at = now() - interval '31 minutes' WHERE user_id = $1 AND device LIKE 'Safari%'`,
      [user.id],
    );
    expect(await sessions(desk)).toHaveLength(1);
    const made = await app
      .as(null)
      .post('/me/tokens', { name: 'foglio', readOnly: false, days: 1 }, desk);
    const key = { authorization: `Bearer ${made.body.token}` };
    const refused = { status: 403, body: { code: 'session.by-token' } };
    expect(await app.as(null).get('/me/sessions', key)).toMatchObject(refused);
    expect(await app.as(null).post('/me/sessions/end-others', undefined, key)).toMatchObject(
      refused,
    );
  });
});
