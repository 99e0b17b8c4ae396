import { startApp, type TestApp } from '../support/app.js';
import { Published } from './hostile/schemas.js';
import { Sender } from './hostile/sender.js';
import { allowed, forbidden } from './hostile/values.js';
import { rows } from './matrix/all.data.js';
import { aWorld } from './matrix/world.js';

// Rules of their own, beside a length.
const NOT_BY_LENGTH = ['cup', 'issuerTaxId', 'taxCode'];
// Passport reads this body before our validation does: it has a spec of its own.
const NOT_FIELD_BY_FIELD = 'POST /sign-in';

describe('a body', () => {
  let app: TestApp;
  let sender: Sender;
  let published: Published;
  beforeAll(async () => {
    app = await startApp();
    published = new Published(app);
    sender = new Sender(await aWorld(app), rows);
  }, 60_000);
  afterAll(() => app.close());

  const bodies = () =>
    published.bodies().filter(({ operation }) => operation !== NOT_FIELD_BY_FIELD);

  /** Sends the right body with one member changed and tells what was answered. */
  async function withMember(operation: string, change: Record<string, unknown>) {
    const { letter, asked } = await sender.right(operation);
    return sender.send(operation, letter, {
      ...asked,
      body: { ...(asked.body as object), ...change },
    });
  }
  const named = (body: { errors?: { path: string }[] }): string[] =>
    (body.errors ?? []).map(({ path }) => path.split('.')[0]!);

  it('is refused with any column that the operation does not offer, and every one is named', async () => {
    const columns = new Set(
      app.db.entityMetadatas.flatMap(({ columns: all }) =>
        all.flatMap(({ propertyName, databaseName }) => [propertyName, databaseName]),
      ),
    );
    expect(columns.size).toBeGreaterThan(100);
    const differences: string[] = [];
    for (const { operation, members } of bodies()) {
      const extra = [...columns].filter((column) => !(column in members));
      const change = Object.fromEntries(extra.map((column) => [column, null]));
      const { status, body } = await withMember(operation, change);
      const silent = extra.filter((column) => !named(body).includes(column));
      if (status !== 400 || silent.length > 0)
        differences.push(`${operation}: ${status}, says nothing of ${silent.join(' ')}`);
    }
    expect(differences).toEqual([]);
  }, 120_000);

  it.each([
    ['__proto__', '{"__proto__": {"systemAdmin": true}}'],
    ['constructor', '{"constructor": {"prototype": {"systemAdmin": true}}}'],
    ['a constructor of its own', '{"constructor": "x"}'],
    ['a list', '[{"name": "x"}]'],
    ['a text', '"x"'],
    ['null', 'null'],
    ['half of it', '{"name": '],
    ['a lone surrogate', '{"name": "\\ud800"}'],
  ])(
    'is refused whole with %s',
    async (_, text) => {
      const operations = bodies().filter(({ members }) => Object.keys(members).length > 0);
      const differences: string[] = [];
      for (const { operation } of operations) {
        const { letter, asked } = await sender.right(operation);
        const headers = { ...asked.headers, 'content-type': 'application/json' };
        const { status } = await sender.send(operation, letter, { ...asked, headers, body: text });
        if (status !== 400) differences.push(`${operation}: ${status}`);
      }
      expect(differences).toEqual([]);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(({} as { systemAdmin?: boolean }).systemAdmin).toBeUndefined();
    },
    120_000,
  );

  it('is refused with a value of another kind or beyond a bound, and the field is named', async () => {
    const differences: string[] = [];
    for (const { operation, members } of bodies()) {
      for (const [name, schema] of Object.entries(members)) {
        for (const [why, value] of forbidden(published.resolved(schema))) {
          const { status, body } = await withMember(operation, { [name]: value });
          if (status !== 400 || !named(body).includes(name))
            differences.push(
              `${operation} ${name}: ${status} for ${why} ${JSON.stringify(body?.errors)}`,
            );
        }
      }
    }
    expect(differences).toEqual([]);
  }, 300_000);

  it('is not refused for its shape with the last value that a bound allows', async () => {
    const differences: string[] = [];
    for (const { operation, members } of bodies()) {
      for (const [name, schema] of Object.entries(members)) {
        if (NOT_BY_LENGTH.includes(name)) continue;
        for (const value of allowed(published.resolved(schema))) {
          const { status, body } = await withMember(operation, { [name]: value });
          if (status >= 500 || named(body ?? {}).some((path) => status === 400 && path === name))
            differences.push(
              `${operation} ${name}: ${status} for ${JSON.stringify(value).slice(0, 60)}`,
            );
        }
      }
    }
    expect(differences).toEqual([]);
  }, 300_000);
});
