import { createHash, createHmac } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TABLES_OF_A_PERSON } from '../../src/identities/person-export.js';
import { aMember, aPartner, aProject } from '../factories/index.js';
import { aRecipient } from '../factories/courses.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch, type Body } from '../support/client.js';
import { deriveKey } from '../../src/platform/secret.js';

type Row = { id: string };

// Nobody of these exists.
const IDENTITY = {
  surname: 'Zorzanello-Prova',
  name: 'Quirinale',
  birthDate: '2010-03-07',
  contact: '+39 000 7654321',
  guardian: 'Tutrice Fantasiosa',
  guardianContact: 'tutrice.fantasiosa@example.org',
};
const PLANTED = ['Zorzanello', 'Quirinale', '7654321', 'Fantasiosa', 'tutrice.fantasiosa'];

describe('who somebody is stands apart', () => {
  let app: TestApp;
  let project: Row, partner: Row, coordinator: Row, manager: Row, operator: Row, auditor: Row;
  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    partner = await aPartner(app, project);
    coordinator = await aMember(app, project, 'coordinator', { values: { name: 'Clara' } });
    manager = await aMember(app, project, 'manager');
    auditor = await aMember(app, project, 'auditor');
    operator = await aMember(app, project, 'partner', { participation: partner });
  });
  afterAll(() => app.close());

  const at = (person: Row, path = '') => `/projects/${project.id}/recipients/${person.id}${path}`;
  const keep = (who: Row, person: Row, version = 1) =>
    app.as(who).put(at(person, '/identity'), IDENTITY, ifMatch(version));
  const aKept = async (): Promise<Row & { code: string }> => {
    const person = await aRecipient(app, project, { participation: partner });
    expect((await keep(operator, person)).status).toBe(200);
    return person;
  };

  /** Every text of every table, as somebody sees who holds a dump. */
  async function dump(): Promise<string> {
    const tables: { name: string }[] = await app.db.query(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'identity')`,
    );
    const texts = [];
    for (const { name } of tables) {
      const [{ text }] = (await app.db.query(
        `SELECT coalesce(string_agg(t::text, E'\n'), '') AS text FROM ${name} t`,
      )) as [{ text: string }];
      texts.push(text);
    }
    return texts.join('\n');
  }
  const found = async () => {
    const text = await dump();
    return PLANTED.filter((word) => text.toLowerCase().includes(word.toLowerCase()));
  };

  it('encrypted, under a key that only its owner reads and that is not in the database', async () => {
    const person = await aRecipient(app, project, { participation: partner });
    const { status, body } = await app.as(operator).put(at(person, '/identity'), IDENTITY, {
      ...ifMatch(1),
      'idempotency-key': 'identita-di-prova',
    });
    expect([status, body]).toEqual([200, { recipientId: person.id, initials: 'Q.Z.', version: 2 }]);
    expect(await found()).toEqual([]);
    const file = join(app.dataDir, 'identity.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await dump()).not.toContain(readFileSync(file, 'utf8'));
    const seen = (await app.as(operator).get(at(person))).body;
    expect(seen).toMatchObject({ initials: 'Q.Z.', birthYear: 2010 });
  });

  it('nor found by trying: what is kept to know a repetition is hashed under the same secret', async () => {
    const person = await aRecipient(app, project, { participation: partner });
    const key = 'ripetizione-di-prova';
    const write = (identity: object) =>
      app
        .as(operator)
        .put(at(person, '/identity'), identity, { ...ifMatch(1), 'idempotency-key': key });
    const first = await write(IDENTITY);
    const sql = 'SELECT body_hash AS hash FROM idempotency_key WHERE key = $1';
    const [{ hash }] = (await app.db.query(sql, [key])) as [{ hash: Buffer }];
    const asked = `PUT /api/v1${at(person, '/identity')}\n"1"\n${JSON.stringify(IDENTITY)}`;
    expect(hash.equals(createHash('sha256').update(asked).digest())).toBe(false);
    // Of the file alone: another process, or this one after a restart, finds the same.
    const secret = Buffer.from(readFileSync(join(app.dataDir, 'identity.key'), 'utf8'), 'base64');
    const keyed = createHmac('sha256', deriveKey(secret, 'request')).update(asked).digest();
    expect(hash.equals(keyed)).toBe(true);
    expect((await write(IDENTITY)).body).toEqual(first.body);
    expect((await write({ ...IDENTITY, name: 'Altra' })).body.code).toBe('idempotency.body');
  });

  it('never over what another wrote meanwhile: whoever writes says which version it saw', async () => {
    const person = await aRecipient(app, project, { participation: partner });
    const [here, there] = [app.as(operator), app.as(coordinator)];
    const seen = await there.get(at(person, '/identity'));
    expect(seen).toMatchObject({ headers: { etag: '"1"' }, body: { kept: false, version: 1 } });
    const blind = await here.put(at(person, '/identity'), IDENTITY);
    expect([blind.status, blind.body.code]).toEqual([428, 'version.missing']);
    const written = await keep(operator, person);
    expect(written).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    const other = { ...IDENTITY, name: 'Altra' };
    const late = await there.put(at(person, '/identity'), other, ifMatch(1));
    expect([late.status, late.body.code]).toEqual([412, 'version.stale']);
    const purpose = { purpose: 'Chi ha scritto per primo' };
    const read = await there.post(at(person, '/identity/read'), purpose);
    expect(read).toMatchObject({ headers: { etag: '"2"' }, body: { name: IDENTITY.name } });
    const mended = await there.put(at(person, '/identity'), other, ifMatch(read.body.version));
    expect(mended).toMatchObject({ status: 200, body: { version: 3 } });
  });

  it('read only with a purpose, and each reading is written down by the database', async () => {
    const person = await aKept();
    const without = await app
      .as(coordinator)
      .post(at(person, '/identity/read'), { purpose: '   ' });
    expect(without.status).toBe(400);
    const { status, body } = await app
      .as(coordinator)
      .post(
        at(person, '/identity/read'),
        { purpose: 'Attestato da consegnare' },
        { 'idempotency-key': 'lettura-di-prova' },
      );
    expect(status).toBe(200);
    expect(body).toEqual({ recipientId: person.id, taxCode: null, ...IDENTITY, version: 2 });
    expect(await found()).toEqual([]);
    const { body: state } = await app.as(coordinator).get(at(person, '/identity'));
    expect(state).toMatchObject({
      kept: true,
      accesses: [
        { action: 'read', actor: 'Clara', reason: 'Attestato da consegnare' },
        { action: 'insert', reason: null },
      ],
    });
    expect(
      (await app.as(auditor).post(at(person, '/identity/read'), { purpose: 'Verifica' })).status,
    ).toBe(403);
    const other = await aMember(app, project, 'partner', {
      participation: await aPartner(app, project),
    });
    expect(
      (await app.as(other).post(at(person, '/identity/read'), { purpose: 'Verifica' })).status,
    ).toBe(404);
  });

  it('read anew each time, also when a request is repeated: on record, and not after it was closed', async () => {
    const person = await aKept();
    const purpose = 'Attestato da consegnare';
    const key = { 'idempotency-key': 'lettura-ripetuta' };
    const other = { 'idempotency-key': 'consegna-ripetuta' };
    const read = () => app.as(operator).post(at(person, '/identity/read'), { purpose }, key);
    const handOver = () => app.as(coordinator).post(at(person, '/export'), { purpose }, other);
    for (const ask of [read, read, handOver, handOver]) expect((await ask()).status).toBe(200);
    const { body } = await app.as(coordinator).get(at(person, '/identity'));
    const actions = body.accesses.map((one: Body) => one.action);
    expect(actions).toEqual(['read', 'read', 'read', 'read', 'insert']);
    const erasure = { how: 'erase', reason: 'Richiesta della persona' };
    expect((await app.as(manager).post(at(person, '/erasure'), erasure)).status).toBe(204);
    for (const ask of [read, handOver])
      expect(await ask()).toMatchObject({ status: 409, body: { code: 'identity.erased' } });
  });

  it('and the program itself cannot go round that door', async () => {
    const run = async (statement: string) => {
      const runner = app.db.createQueryRunner();
      await runner.connect();
      try {
        await runner.query('SET ROLE capofila_app');
        return await runner.query(statement).then(
          () => 'allowed',
          (error: { code?: string; driverError?: { code?: string } }) =>
            error.driverError?.code ?? error.code,
        );
      } finally {
        await runner.query('RESET ROLE');
        await runner.release();
      }
    };
    const DENIED = '42501';
    for (const statement of [
      'SELECT * FROM identity.record',
      'DELETE FROM identity.record',
      `SELECT identity_audit(NULL, NULL, 'read', '{}')`,
    ])
      expect(await run(statement)).toBe(DENIED);
    expect(await run(`SELECT * FROM identity.read('{}', NULL, 'perché')`)).toBe('allowed');
    expect(await run(`SELECT * FROM identity.read('{}', NULL, '')`)).toBe('23514');
  });

  it('handed over whole to the person who asks, from every table that knows it', async () => {
    const person = await aKept();
    const tables: { name: string }[] = await app.db.query(
      `SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'f' AND confrelid = 'recipient'::regclass AND conrelid <> 'recipient'::regclass`,
    );
    expect(Object.keys(TABLES_OF_A_PERSON).sort()).toEqual(
      [
        ...tables.map(({ name }) => name).filter((name) => name !== 'identity.record'),
        'recipient',
      ].sort(),
    );
    const { body } = await app
      .as(coordinator)
      .post(at(person, '/export'), { purpose: 'Accesso ai propri dati' });
    expect(body).toMatchObject({ code: person.code, identity: [{ surname: IDENTITY.surname }] });
    const rows = (table: string): number =>
      body.tables.find((one: Body) => one.table === table).rows.length;
    expect([rows('recipient'), rows('intake'), rows('identity accesses')]).toEqual([1, 1, 2]);
    const pdf = await app
      .as(coordinator)
      .post(at(person, '/export.pdf'), { purpose: 'Accesso ai propri dati' });
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(
      (await app.as(operator).post(at(person, '/export'), { purpose: 'Accesso' })).status,
    ).toBe(403);
  });
});
