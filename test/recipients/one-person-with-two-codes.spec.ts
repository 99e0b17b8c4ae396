import fc from 'fast-check';
import { aMember, aProject, aWorkItem } from '../factories/index.js';
import { aRecipient, aSession, attend } from '../factories/courses.js';
import { startApp, type TestApp, TODAY } from '../support/app.js';
import { ifMatch, type Body } from '../support/client.js';
import { cases } from '../support/prove.js';

type Row = { id: string };

const SURNAMES =
  'Rossi Bianchi Pérez Núñez Ouédraogo Kovačević El Amrani D’Amico Müller Țepeș Hossain Singh'.split(
    ' ',
  );
const NAMES =
  'José Zoë Ana Fátima Lucía Đorđe Çelik Renée Wei Olga Amélie Noël Sören Íñigo Chloé Åsa'.split(
    ' ',
  );

describe('one person with two codes', () => {
  let app: TestApp;
  let project: Row, coordinator: Row;
  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    coordinator = await aMember(app, project, 'coordinator');
  });
  afterAll(() => app.close());

  const at = (path: string) => `/projects/${project.id}/${path}`;
  const merge = (keptId: string, goneId: string) =>
    app.as(coordinator).post(at('merges'), { keptId, goneId, reason: 'Stessa persona' });
  const undo = (id: string) =>
    app.as(coordinator).post(at(`merges/${id}/undo`), { reason: 'Sono due persone' });
  const people = async (): Promise<number> =>
    (await app.as(coordinator).get(`/people/counts?projectId=${project.id}`)).body.people;

  it('is proposed: of two hundred planted pairs at least 95 %, and few that are not', async () => {
    const random = fc.sample(fc.nat(), { numRuns: 5000, seed: cases.seed });
    let used = 0;
    const next = (below: number): number => random[used++]! % below;
    const pick = (list: readonly string[]): string => list[next(list.length)]!;
    const pad = (n: number): string => String(n).padStart(2, '0');
    const plain = (text: string): string =>
      text
        .normalize('NFD')
        .replace(/\p{Diacritic}/gu, '')
        .replace(/[Đđ]/g, 'd')
        .replace('’', ' ');
    const keep = async (identity: object): Promise<string> => {
      const { id } = await aRecipient(app, project);
      const path = at(`recipients/${id}/identity`);
      const { status } = await app.as(coordinator).put(path, identity, ifMatch(1));
      expect(status).toBe(200);
      return id;
    };
    const planted = new Set<string>();
    for (let n = 0; n < 200; n++) {
      const [year, month, day] = [1960 + next(55), 1 + next(12), 1 + next(12)];
      const person = {
        surname: `${pick(SURNAMES)} ${pick(SURNAMES)}`,
        name: `${pick(NAMES)} ${pick(NAMES)}`,
        birthDate: `${year}-${pad(month)}-${pad(day)}`,
      };
      const twin = [
        { ...person, surname: plain(person.surname).toUpperCase(), name: plain(person.name) },
        { ...person, surname: person.name, name: person.surname },
        { ...person, birthDate: `${year}-${pad(day)}-${pad(month)}` },
        {
          ...person,
          surname: plain(person.name),
          name: plain(person.surname),
          birthDate: `${year}-${pad(day)}-${pad(month)}`,
        },
      ][n % 4]!;
      planted.add(
        [await keep(person), await keep(twin)].sort((a, b) => (a < b ? -1 : 1)).join(' '),
      );
    }
    const { items } = (await app.as(coordinator).get(at('duplicates'))).body;
    const proposed: string[] = items.map(({ oneId, otherId }: Body) =>
      [oneId, otherId].sort((a, b) => (a < b ? -1 : 1)).join(' '),
    );
    const right = proposed.filter((pair) => planted.has(pair)).length;
    expect(right).toBeGreaterThanOrEqual(190);
    expect((proposed.length - right) / proposed.length).toBeLessThanOrEqual(0.05);
    const [first] = items;
    const { status } = await app
      .as(coordinator)
      .post(at('duplicates/dismiss'), { oneId: first.otherId, otherId: first.oneId });
    expect(status).toBe(204);
    const after: Body[] = (await app.as(coordinator).get(at('duplicates'))).body.items;
    expect(after).toHaveLength(items.length - 1);
    // Nothing was merged by itself.
    expect((await app.as(coordinator).get(at('merges'))).body.items).toEqual([]);
  }, 120_000);

  it('is found among ten thousand without comparing each with each, and as if each had been', async () => {
    const runner = app.db.createQueryRunner();
    await runner.startTransaction();
    await runner.query(
      `CREATE TEMP TABLE person_of AS SELECT uuidv7() AS id, n FROM generate_series(1, 10000) n`,
    );
    await runner.query(
      `INSERT INTO recipient (id, person_id, code, citizenship) SELECT id, id, '9TTT-' || lpad((n - 1)::text, 4, '0'), 'XX' FROM person_of`,
    );
    await runner.query(
      `INSERT INTO identity.record (recipient_id, sealed, key_id, name_signs, sound_signs, birth_sign, tax_sign)
       SELECT id, 'x', 'k', ARRAY[sha256(('n' || n % 61)::bytea), sha256(('m' || n % 67)::bytea)],
         ARRAY[sha256(('s' || n % 25)::bytea)], CASE WHEN n % 40 > 0 THEN sha256((n % 500)::text::bytea) END,
         CASE WHEN n % 2 = 0 THEN sha256((n % 1000)::text::bytea) END FROM person_of`,
    );
    const pairs = (recipients: string): Promise<Body[]> =>
      runner.query(`SELECT one, other, why FROM ${recipients} ORDER BY one, other`);
    await runner.query(`SET LOCAL statement_timeout = '3s'`);
    await pairs('identity.alike(ARRAY(SELECT id FROM person_of))');
    const few = await pairs('identity.alike(ARRAY(SELECT id FROM person_of WHERE n % 4087 < 300))');
    expect(new Set(few.map(({ why }) => why)).size).toBe(3);
    await runner.query('SET LOCAL statement_timeout = 0');
    const eachWithEach = await pairs(`(
      SELECT a.recipient_id AS one, b.recipient_id AS other, CASE WHEN a.tax_sign = b.tax_sign THEN 'tax_code'
        WHEN a.birth_sign = b.birth_sign THEN 'name_and_birth' ELSE 'name' END AS why
      FROM identity.record a JOIN person_of p ON p.id = a.recipient_id AND p.n % 4087 < 300
        JOIN identity.record b ON a.recipient_id < b.recipient_id JOIN person_of q ON q.id = b.recipient_id AND q.n % 4087 < 300
      WHERE a.tax_sign = b.tax_sign OR (a.birth_sign = b.birth_sign AND (a.name_signs @> b.name_signs OR a.name_signs <@ b.name_signs
          OR (a.sound_signs @> b.sound_signs AND a.sound_signs <@ b.sound_signs)))
        OR ((a.birth_sign IS NULL OR b.birth_sign IS NULL) AND a.name_signs @> b.name_signs AND a.name_signs <@ b.name_signs)) old`);
    expect(few).toEqual(eachWithEach);
    await runner.rollbackTransaction();
    await runner.release();
  });

  it('is counted once while the merge stands, and twice again when it is undone', async () => {
    const item = await aWorkItem(app, project);
    const session = await aSession(app, project, { workItem: item });
    const three = [];
    for (let n = 0; n < 3; n++) {
      const person = await aRecipient(app, project);
      await attend(app, project, session, person);
      three.push(person);
    }
    const [a, b, c] = three as [
      Row & { code: string },
      Row & { code: string },
      Row & { code: string },
    ];
    const before = await people();
    const first = await merge(a.id, b.id);
    expect(first.status).toBe(201);
    expect(await people()).toBe(before - 1);
    // Merging into a code that was merged itself means the person for whom it stands.
    const second = await merge(c.id, b.id);
    expect(second.body).toMatchObject({ kept: c.code, gone: a.code });
    expect(await people()).toBe(before - 2);
    const seen = (await app.as(coordinator).get(at(`recipients/${b.id}`))).body;
    expect(seen.mergedInto).toBe(c.code);
    const again = await merge(a.id, c.id);
    expect([again.status, again.body.code]).toEqual([409, 'merge.already']);
    expect((await merge(a.id, a.id)).body.code).toBe('merge.same');

    expect((await undo(first.body.id)).body).toMatchObject({ undoneOn: '2019-11-20' });
    expect(await people()).toBe(before - 1);
    expect((await undo(first.body.id)).body.code).toBe('merge.undone');
    await undo(second.body.id);
    expect(await people()).toBe(before);
  });

  it('comes back as it was, whatever the order in which merges are undone', async () => {
    const random = fc.sample(fc.nat(), { numRuns: 400, seed: cases.seed });
    let used = 0;
    const next = (below: number): number => random[used++]! % below;
    const six: string[] = [];
    for (let n = 0; n < 6; n++) six.push((await aRecipient(app, project)).id);
    const made: string[] = [];
    for (let n = 0; n < 12; n++) {
      const { status, body } = await merge(six[next(6)]!, six[next(6)]!);
      if (status === 201) made.push(body.id);
    }
    expect(made.length).toBeGreaterThan(3);
    while (made.length > 0)
      expect((await undo(made.splice(next(made.length), 1)[0]!)).status).toBe(200);
    const apart: unknown[] = await app.db.query(
      'SELECT FROM recipient WHERE id = ANY($1::uuid[]) AND person_id <> id',
      [six],
    );
    expect(apart).toEqual([]);
  });

  it('of a state of the Union since the day its treaty of accession says: 6, 9, 10, 12, 15, 25, 27, 28, then 27', async () => {
    const counted: { day: string; before: number; then: number }[] = await app.db.query(
      `SELECT d::text AS day, count(*) FILTER (WHERE from_day < d AND coalesce(to_day, 'infinity') >= d - 1)::int AS before,
         count(*) FILTER (WHERE d BETWEEN from_day AND coalesce(to_day, 'infinity'))::int AS "then"
       FROM union_member, (SELECT DISTINCT from_day AS d FROM union_member UNION SELECT '2021-01-01') days GROUP BY d ORDER BY d`,
    );
    expect(counted.map(({ day, before, then }) => [day, before, then])).toEqual([
      ['1958-01-01', 0, 6],
      ['1973-01-01', 6, 9],
      ['1981-01-01', 9, 10],
      ['1986-01-01', 10, 12],
      ['1995-01-01', 12, 15],
      ['2004-05-01', 15, 25],
      ['2007-01-01', 25, 27],
      ['2013-07-01', 27, 28],
      ['2021-01-01', 28, 27],
    ]);
  });

  it('is handed over and erased under both, and nothing of it stays or comes back', async () => {
    const manager = await aMember(app, project, 'manager');
    const first = await aRecipient(app, project);
    const identity = { surname: 'Zorzanello-Prova', name: 'Quirinale' };
    await app.as(coordinator).put(at(`recipients/${first.id}/identity`), identity, ifMatch(1));
    const flags = ['asylum_seeker'];
    const { body: second } = await app.as(coordinator).post(at('recipients'), { flags });
    expect((await merge(first.id, second.id)).status).toBe(201);
    const path = at(`recipients/${second.id}`);
    const purpose = 'Accesso ai propri dati';
    const { body } = await app.as(coordinator).post(`${path}/export`, { purpose });
    expect(body.identity).toMatchObject([{ recipientId: first.id, ...identity }]);
    expect(body.tables).toContainEqual({
      table: 'intake',
      rows: [expect.stringContaining(first.id), expect.stringContaining(second.id)],
    });
    const erasure = { how: 'erase', reason: 'Richiesta della persona' };
    expect((await app.as(manager).post(`${path}/erasure`, erasure)).status).toBe(204);
    const { body: kept } = await app.as(coordinator).get(at(`recipients/${first.id}/identity`));
    expect(kept).toMatchObject({ kept: false, erasedOn: TODAY });
    expect((await app.as(manager).get(`${path}/history`)).text).not.toContain('asylum_seeker');
    const { version } = (await app.as(coordinator).get(path)).body;
    const back = await app.as(coordinator).patch(path, { flags }, { 'if-match': `"${version}"` });
    expect([back.status, back.body.code]).toEqual([409, 'identity.erased']);
  });

  it('is two again for the project that merged them, though another knows it under a third', async () => {
    const other = await aProject(app);
    const there = await aMember(app, other, 'coordinator');
    const root = await aRecipient(app, other);
    const [one, two] = [await aRecipient(app, project), await aRecipient(app, project)];
    const known = await app.as(there).post(`/projects/${other.id}/intakes`, { code: one.code });
    expect(known.status).toBe(201);
    const first = { keptId: root.id, goneId: one.id, reason: 'Stessa persona' };
    expect((await app.as(there).post(`/projects/${other.id}/merges`, first)).status).toBe(201);
    const { body } = await merge(one.id, two.id);
    const elsewhere = `/projects/${other.id}/merges/${body.id}/undo`;
    expect((await app.as(there).post(elsewhere, { reason: 'Sono due' })).status).toBe(404);
    expect((await undo(body.id)).status).toBe(200);
    expect((await app.as(coordinator).get(at(`recipients/${two.id}`))).body.mergedInto).toBeNull();
  });
});
