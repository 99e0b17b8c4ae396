import { openApiDocument } from '../../src/openapi-document.js';
import { hashPassword } from '../../src/access/passwords.js';
import { aMember, aProject, aSystemAdmin, aUser } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Answer } from '../support/client.js';
import { aLog } from './matrix/log.js';
import { rows } from './matrix/all.data.js';
import { letters } from './matrix/notation.js';
import { asked } from './matrix/requests.js';
import { document } from './matrix/rows.js';
import { aWorld, type World } from './matrix/world.js';

const HEADERS = ['content-security-policy', 'x-content-type-options', 'referrer-policy'];

describe('every answer', () => {
  let app: TestApp;
  let world: World;
  beforeAll(async () => {
    app = await startApp();
    world = await aWorld(app);
  });
  afterAll(() => app.close());

  const asCoordinator = () => app.as(world.users.C);
  const home = () => `/projects/${world.home.id}`;
  const kinds: [string, number, () => Promise<Answer>][] = [
    ['data', 200, () => asCoordinator().get('/me')],
    ['a created row', 201, () => asCoordinator().post('/persons', { name: 'Anna' })],
    ['an export', 200, () => asCoordinator().get('/activities/export.csv')],
    ['a document', 200, aDocument],
    ['the status', 200, () => app.as(null).get('/status')],
    ['a refusal for want of a session', 401, () => app.as(null).get('/me')],
    ['a refusal of the role', 403, () => app.as(world.users.U).post('/persons', { name: 'A' })],
    ['what is not there', 404, () => asCoordinator().get(`${home()}/activities/${world.home.id}`)],
    ['an unknown address', 404, () => asCoordinator().get('/nothing-of-ours')],
    ['an address that cannot be read', 400, () => asCoordinator().get('/projects/%')],
    ['a wrong shape', 400, () => asCoordinator().post('/persons', { nome: 'Anna' })],
    ['half a body', 400, () => asCoordinator().post('/persons', '{"name"', JSON_TYPE)],
    [
      'another media type',
      415,
      () => asCoordinator().post('/persons', 'a', { 'content-type': 'application/xml' }),
    ],
    [
      'a foreign page',
      403,
      () => asCoordinator().post('/persons', {}, { origin: 'https://x.example' }),
    ],
    ['a missing version', 428, () => asCoordinator().patch(home(), { note: 'x' })],
  ];

  async function aDocument(): Promise<Answer> {
    const wanted = { world, place: world.home, side: 1, letter: 'C', held: false } as const;
    return asCoordinator().get(`${home()}/documents/${await document(wanted)}/content`);
  }

  it.each(kinds)('(%s) tells the browser what it may not do', async (_, status, ask) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    const [policy, sniff, referrer] = HEADERS.map((name) => String(answer.headers[name]));
    expect(policy).not.toMatch(/unsafe/);
    expect(policy).toMatch(/default-src/);
    expect(policy).toMatch(/frame-ancestors 'none'|sandbox/);
    expect([sniff, referrer]).toEqual(['nosniff', 'same-origin']);
    expect(answer.headers['x-powered-by']).toBeUndefined();
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.headers['x-request-id']).toBeTruthy();
    if (answer.text && status !== 200)
      expect(String(answer.headers['content-type'])).toMatch(/charset=utf-8/);
  });

  it('to who asks what the interface offers is the document itself, without a session', async () => {
    const { statusCode, headers, body } = await app.nest.inject('/api/openapi.json');
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(JSON.parse(body)).toEqual(openApiDocument(app.nest));
    expect(HEADERS.map((name) => typeof headers[name])).toEqual(['string', 'string', 'string']);
  });

  it('of the interface says how many requests are left and is kept nowhere', async () => {
    const { headers } = await asCoordinator().get('/me');
    expect(Number(headers['x-ratelimit-limit'])).toBeGreaterThan(0);
    expect(Number(headers['x-ratelimit-remaining'])).toBeLessThan(
      Number(headers['x-ratelimit-limit']),
    );
    expect(headers['x-ratelimit-reset']).toBeDefined();
    expect(headers['cache-control']).toBe('no-store');
  });
});

type Argon2 = typeof import('@node-rs/argon2');
const JSON_TYPE = { 'content-type': 'application/json' };

describe('too many requests', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ RATE_LIMIT: '5' });
  });
  afterAll(() => app.close());

  it('are refused to who makes them, and to nobody else', async () => {
    const project = await aProject(app);
    const [hasty, calm] = [
      await aMember(app, project, 'legal'),
      await aMember(app, project, 'legal'),
    ];
    // The first one counts for its address: until then nobody knows whose it is.
    for (let i = 0; i < 6; i++) expect((await app.as(hasty).get('/me')).status).toBe(200);
    const refused = await app.as(hasty).get('/me');
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate.limit' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(HEADERS.map((name) => typeof refused.headers[name])).toEqual([
      'string',
      'string',
      'string',
    ]);
    expect((await app.as(calm).get('/me')).status).toBe(200);
  });
});

describe('a secret', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('stands in no address: no parameter asks for one, and a one-time link keeps it behind the #', async () => {
    const { paths } = openApiDocument(app.nest) as {
      paths: Record<string, Record<string, { parameters?: { name: string }[] }>>;
    };
    const parameters = Object.values(paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ parameters: all = [] }) => all.map(({ name }) => name)),
    );
    expect(parameters.filter((name) => /^(token|secret|password|key)$/i.test(name))).toEqual([]);
    const admin = await aSystemAdmin(app);
    const user = await aUser(app);
    const { body } = await app.as(admin).post(`/users/${user.id}/one-time-links`);
    const address = new URL(body.address);
    expect([address.search, address.hash.length > 40]).toEqual(['', true]);
    expect(address.pathname).not.toMatch(/[\w-]{30}/);
  });

  it('is compared in the same way whether or not the user exists', async () => {
    // The package as the program holds it, watched and otherwise left alone.
    const verify = jest.spyOn(jest.requireActual<Argon2>('@node-rs/argon2'), 'verify');
    const known = await aUser(app, { password_hash: await hashPassword('una frase lunga e mia') });
    const costs: string[][] = [];
    for (const email of [known.email, 'nessuno@example.org']) {
      verify.mockClear();
      await app.as(null).post('/sign-in', { email, password: 'sbagliata di proposito' });
      costs.push(verify.mock.calls.map(([hash]) => String(hash).split('$').slice(0, 4).join('$')));
    }
    verify.mockRestore();
    expect(costs[0]).toHaveLength(1);
    expect(costs[0]![0]).toMatch(/^\$argon2id\$/);
    expect(costs[1]).toEqual(costs[0]);
  });
});

describe('reading', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('changes nothing, whatever is read', async () => {
    const world = await aWorld(app);
    await aLog(world);
    const reads = rows.filter(({ operation }) => operation.startsWith('GET'));
    const requests = [];
    for (const { operation, expected } of reads) {
      const letter = letters.find((each) => expected.get('own')?.get(each) === 200)!;
      const cell = { operation, letter, relation: 'own', home: world.home } as const;
      requests.push({ letter, ...(await asked(world, cell)) });
    }
    const before = await everything(app);
    for (const { letter, path, headers } of requests) {
      const user = world.users[letter];
      expect([path, (await app.as(user).get(path, headers)).status]).toEqual([path, 200]);
    }
    expect(await everything(app)).toEqual(before);
  }, 120_000);
});

/** A fingerprint of every table but the sessions and the calendars' addresses, which note when they were last used. */
async function everything({ db }: TestApp): Promise<Record<string, string>> {
  const tables: { name: string }[] = await db.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('session', 'calendar_address') ORDER BY 1`,
  );
  expect(tables.length).toBeGreaterThan(40);
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = (await db.query(
      `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS print FROM ${name} t`,
    )) as [{ print: string }];
    prints[name] = row.print;
  }
  return prints;
}
