import { DataSource } from 'typeorm';
import { AuditChain } from '../../src/platform/audit/audit-chain.js';
import { aMember, aPerson, aProject, aWorkItem, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { sealAll } from '../support/sealed.js';

describe('nobody rewrites what happened', () => {
  let app: TestApp;
  let chain: AuditChain;
  let activityId: string;

  beforeEach(async () => {
    app = await startApp();
    chain = app.nest.get(AuditChain);
    const project = await aProject(app);
    const item = await aWorkItem(app, project);
    const person = await aPerson(app);
    const coordinator = await aMember(app, project, 'coordinator');
    const logged = await app.as(coordinator).post(`/projects/${project.id}/activities`, {
      kind: 'l2_workshop',
      workItemId: item.id,
      day: '2019-11-04',
      minutes: 90,
      staffIds: [person.id],
      note: 'in aula',
    });
    activityId = logged.body.id;
  });
  afterEach(() => app.close());

  const entryOf = async (rowId: string): Promise<{ id: string; actor_id: string; after: object }> =>
    (await app.db.query('SELECT * FROM audit_entry WHERE row_id = $1 ORDER BY id', [rowId]))[0];

  it('whatever path a write takes, it leaves an entry in the same transaction', async () => {
    const entry = await entryOf(activityId);
    expect(entry.after).toMatchObject({ note: 'in aula', minutes: 90 });
    expect(entry.actor_id).not.toBeNull();

    const copied = await put(app, 'person', { name: 'Scritta in SQL' });
    await app.db.query(`UPDATE person SET name = 'Cambiata in SQL' WHERE id = $1`, [copied.id]);
    const entries = await app.db.query(
      'SELECT action, before, after FROM audit_entry WHERE row_id = $1 ORDER BY id',
      [copied.id],
    );
    expect(entries).toMatchObject([
      { action: 'insert' },
      { action: 'update', before: { name: 'Scritta in SQL' }, after: { name: 'Cambiata in SQL' } },
    ]);

    await expect(
      app.db.transaction(async (db) => {
        await db.query(`UPDATE person SET name = 'Mai successo' WHERE id = $1`, [copied.id]);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(
      await app.db.query(`SELECT 1 FROM audit_entry WHERE after ->> 'name' = 'Mai successo'`),
    ).toEqual([]);
  });

  it('never keeps a password hash', async () => {
    await put(app, 'app_user', {
      email: 'x@example.org',
      name: 'X',
      password_hash: 'segretissima',
    });
    expect(
      await app.db.query(`SELECT 1 FROM audit_entry WHERE after::text LIKE '%segretissima%'`),
    ).toEqual([]);
  });

  it('holds when nothing was touched, and seals every entry', async () => {
    await sealAll(chain);
    const [{ n }] = await app.db.query('SELECT count(*)::int AS n FROM audit_entry');
    expect(await chain.verify()).toMatchObject({ sealed: n, unsealed: 0, broken: null });
  });

  const asTamperer: [string, (id: string) => string, (id: string) => string][] = [
    [
      'a changed value',
      (id) => `UPDATE audit_entry SET after = jsonb_set(after, '{minutes}', '91') WHERE id = ${id}`,
      (id) => `voce ${id}`,
    ],
    [
      'a changed author',
      (id) => `UPDATE audit_entry SET actor_id = uuidv7() WHERE id = ${id}`,
      (id) => `voce ${id}`,
    ],
    [
      'a changed value with its hash made to fit',
      (id) =>
        `UPDATE audit_entry SET after = '{}', payload_hash = sha256(convert_to(salt::text || '{}', 'UTF8')) WHERE id = ${id}`,
      (id) => `voce ${id}`,
    ],
    [
      'a value silently emptied',
      (id) => `UPDATE audit_entry SET after = NULL, salt = NULL WHERE id = ${id}`,
      (id) => `voce ${id}`,
    ],
    ['a deleted entry', (id) => `DELETE FROM audit_entry WHERE id = ${id}`, (id) => `voce ${id}`],
    [
      'a rewritten seal',
      () => `UPDATE audit_seal SET entry_hashes[1] = sha256('x') WHERE number = 1`,
      () => 'sigillo 1',
    ],
    ['a seal thrown away', () => `DELETE FROM audit_seal WHERE number = 1`, () => 'sigillo 2'],
  ];
  it.each(asTamperer)('names the first broken row after %s', async (_, tamper, expected) => {
    await sealAll(chain);
    await aPerson(app);
    await sealAll(chain);
    const { id } = await entryOf(activityId);
    await app.db.query(tamper(id));
    expect((await chain.verify()).broken).toContain(expected(id));
  });

  it('still holds after a value was erased on purpose, which leaves its own entry', async () => {
    await sealAll(chain);
    const { id } = await entryOf(activityId);
    await app.db.query(`SELECT audit_redact($1, 'richiesta della persona')`, [id]);
    await sealAll(chain);
    expect((await chain.verify()).broken).toBeNull();
    expect((await entryOf(activityId)).after).toBeNull();
  });

  it('is out of reach of the role that serves requests', async () => {
    const runtime = app.nest.get(DataSource);
    for (const attempt of [
      'UPDATE audit_entry SET request_id = NULL',
      'DELETE FROM audit_entry',
      'TRUNCATE audit_entry',
      `INSERT INTO audit_entry (table_name, row_id, action, payload_hash) VALUES ('x', uuidv7(), 'insert', '')`,
      'DELETE FROM audit_seal',
      'UPDATE activity_month SET minutes = 0',
      'DELETE FROM activity',
      'ALTER TABLE activity DISABLE TRIGGER ALL',
      `SELECT audit_redact(1, 'di nascosto')`,
    ]) {
      await expect(runtime.query(attempt)).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  it('seals nothing that another transaction may still join', async () => {
    const slow = app.db.createQueryRunner();
    await slow.startTransaction();
    await slow.query(`INSERT INTO person (name) VALUES ('Lenta')`);
    await aPerson(app, 'Svelta');
    await chain.seal();
    expect((await chain.verify()).unsealed).toBeGreaterThan(0);
    await slow.commitTransaction();
    await slow.release();
    await sealAll(chain);
    expect(await chain.verify()).toMatchObject({ unsealed: 0, broken: null });
  });
});
