import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { aMember, aProject } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Answer } from '../support/client.js';
import { cases } from '../support/prove.js';
import { Published } from './hostile/schemas.js';
import { Sender } from './hostile/sender.js';
import { anything, NO_TEXTS, TEXTS } from './hostile/values.js';
import { rows } from './matrix/all.data.js';
import { aWorld, type World } from './matrix/world.js';

const LIMIT = process.env.PROVE ? 3_600_000 : 300_000;
// No address at all: refused before it is known whether anything is there.
const UNREADABLE = ['%', '%C3%28'];
const cursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');
const CURSORS = [
  'x',
  '%',
  cursor({}),
  ...[1, 2, 3].flatMap((parts) =>
    ['x', '2019-11-20', null, -1, 1e21, '\ud800', 'a'.repeat(500)].map((part) =>
      cursor(Array.from({ length: parts }, () => part)),
    ),
  ),
];

describe('nothing', () => {
  let app: TestApp;
  let world: World;
  let sender: Sender;
  let published: Published;
  beforeAll(async () => {
    app = await startApp();
    published = new Published(app);
    world = await aWorld(app);
    sender = new Sender(world, rows);
  }, 120_000);
  afterAll(() => app.close());

  /** Every answer has been compared with the OpenAPI document: a refusal is a problem in Italian. */
  function expectAnswered({ status, headers, body }: Answer): void {
    expect(status).toBeLessThan(500);
    if (status < 400) return;
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({ status, requestId: headers['x-request-id'] });
  }

  it(
    'sent as a body makes the program fall over',
    async () => {
      const bodies = published.bodies();
      const change = fc.array(fc.tuple(fc.nat(), anything), { minLength: 1, maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...bodies), change, async (chosen, changes) => {
          const { operation, members } = chosen;
          const names = [...Object.keys(members), 'altro'];
          const { letter, asked } = await sender.right(operation);
          const changed = changes.map(([n, value]) => [names[n % names.length], value] as const);
          const body = { ...(asked.body as object), ...Object.fromEntries(changed) };
          // With a key the answer is stored too, and must be something that can be.
          const headers = { ...asked.headers, 'idempotency-key': randomUUID() };
          expectAnswered(await sender.send(operation, letter, { ...asked, body, headers }));
        }),
        cases,
      );
    },
    LIMIT,
  );

  it(
    'sent as a query makes the program fall over',
    async () => {
      const queries = published.queries().filter(({ names }) => names.length > 0);
      expect(queries.length).toBeGreaterThan(5);
      const values = fc.array(fc.constantFrom(...TEXTS.filter((text) => text.length < 500)), {
        minLength: 1,
        maxLength: 3,
      });
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...queries), fc.nat(), values, async (chosen, n, sent) => {
          const name = chosen.names[n % chosen.names.length]!;
          expectAnswered(
            await query(
              chosen.operation,
              sent.map((value) => [name, value]),
            ),
          );
        }),
        cases,
      );
    },
    LIMIT,
  );

  it(
    'sent as the mark of a page makes the program fall over',
    async () => {
      for (const { operation } of published
        .queries()
        .filter(({ names }) => names.includes('after'))) {
        for (const after of CURSORS) {
          const { status } = await query(operation, [['after', after]]);
          expect([operation, after, status]).toEqual([
            operation,
            after,
            status === 200 ? 200 : 400,
          ]);
        }
      }
    },
    LIMIT,
  );

  async function query(operation: string, pairs: [string, string][]): Promise<Answer> {
    const { letter, asked } = await sender.right(operation);
    const text = pairs.map(([name, value]) => `${name}=${encoded(value)}`).join('&');
    return sender.send(operation, letter, { ...asked, path: `${asked.path}?${text}` });
  }

  it('sent in an address makes the program fall over', async () => {
    const { id } = world.home;
    const odd = ['%00', '%', '%C3%28', '..%2f..', '%27', 'a'.repeat(299), '%F0%9F%98%80', '0'];
    const places = [
      (part: string) => `/projects/${part}`,
      (part: string) => `/projects/${id}/activities/${part}`,
      (part: string) => `/jobs/${part}`,
      (part: string) => `/projects/${id}/${part}`,
      (part: string) => `/${part}`,
    ];
    for (const path of places) {
      const declared =
        path('x').split('/').length !== 2 && !path('x').startsWith(`/projects/${id}/x`);
      for (const part of odd.filter((each) => declared || !UNREADABLE.includes(each))) {
        const answer = await app.as(world.users.C).get(path(part));
        const refused = [400, 404].includes(answer.status);
        expect([path(part), answer.status, refused]).toEqual([path(part), answer.status, true]);
        expectAnswered(answer);
      }
    }
  });

  it('sent to sign in makes the program fall over', async () => {
    for (const value of [...TEXTS, ...NO_TEXTS]) {
      for (const body of [
        { email: value, password: 'una frase lunga e mia' },
        { email: `${JSON.stringify(value)}@example.org`, password: value },
      ])
        expectAnswered(await app.as(null).post('/sign-in', body));
    }
  }, 60_000);

  it.each([
    ['if-match', '1'],
    ['if-match', '"1e3"'],
    ['if-match', '"99999999999"'],
    ['if-match', '*'],
    ['if-match', 'W/"1"'],
    ['idempotency-key', 'corta'],
    ['idempotency-key', 'a'.repeat(201)],
    ['idempotency-key', 'con spazi dentro'],
    ['content-type', 'text/plain'],
    ['content-type', 'application/xml'],
    ['content-type', 'multipart/form-data'],
    ['authorization', 'Bearer '],
    ['authorization', 'Bearer àèì'],
  ])('sent as header %s: %s makes the program fall over', async (name, value) => {
    const project = await aProject(app);
    const user = await aMember(app, project, 'coordinator');
    const answer = await app
      .as(user)
      .send('PATCH', `/projects/${project.id}`, '{"note":1}', { 'if-match': '"1"', [name]: value });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expectAnswered(answer);
  });

  it('nested ten thousand deep makes the program fall over', async () => {
    const { letter, asked } = await sender.right('POST /persons');
    const deep = '['.repeat(10_000) + ']'.repeat(10_000);
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'profonda-1' };
    const answer = await sender.send('POST /persons', letter, {
      ...asked,
      headers,
      body: `{"name": ${deep}}`,
    });
    expect(answer.status).toBe(400);
    expectAnswered(answer);
  });
});

/** As a browser would send it; a lone surrogate cannot be sent at all. */
const encoded = (value: string): string =>
  encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd'));
