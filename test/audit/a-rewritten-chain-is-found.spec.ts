import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AuditChain } from '../../src/platform/audit/audit-chain.js';
import { SealsFile } from '../../src/platform/audit/seals-file.js';
import { DataSource } from 'typeorm';
import { aPerson } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { sealAll } from '../support/sealed.js';

/** What the owner of the database can do: another value, with all hashes above it made to fit. */
const REWRITE = `
  DO $$
  DECLARE s audit_seal; earlier bytea := ''; hashes bytea[];
  BEGIN
    UPDATE audit_entry SET after = jsonb_set(after, '{name}', '"Altra"') WHERE id = (SELECT min(id) FROM audit_entry WHERE table_name = 'person');
    UPDATE audit_entry SET payload_hash = sha256(convert_to(salt::text || coalesce(before::text, '') || coalesce(after::text, ''), 'UTF8')) WHERE salt IS NOT NULL;
    FOR s IN SELECT * FROM audit_seal ORDER BY number LOOP
      SELECT array_agg(audit_row_hash(e) ORDER BY e.id) INTO hashes FROM audit_entry e WHERE e.id = ANY(s.entry_ids);
      UPDATE audit_seal SET entry_hashes = hashes, hash = sha256(earlier || convert_to(s.entry_ids::text, 'UTF8') || convert_to(hashes::text, 'UTF8'))
      WHERE number = s.number RETURNING hash INTO earlier;
    END LOOP;
  END $$`;

describe('a chain that was rewritten from end to end', () => {
  let app: TestApp;
  let chain: AuditChain;
  let file: string;
  beforeEach(async () => {
    app = await startApp();
    chain = app.nest.get(AuditChain);
    file = join(app.dataDir, 'audit-seals.log');
    for (const name of ['Prima', 'Seconda', 'Terza']) {
      await aPerson(app, name);
      await sealAll(chain);
    }
  });
  afterEach(() => app.close());

  const lines = () => readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const anotherFile = () =>
    new AuditChain(app.nest.get(DataSource), new SealsFile({ auditSealsFile: `${file}.none` }));

  it('holds in itself, and is found by the seals that were written to a file', async () => {
    expect(await chain.verify()).toMatchObject({ compared: lines().length, broken: null });
    await app.db.query(REWRITE);
    expect(await anotherFile().verify()).toMatchObject({ compared: 0, broken: null });
    // The first or the second: what a transaction of another test holds back is sealed by itself.
    expect((await chain.verify()).broken).toMatch(
      /^sigillo [12] \(fino alla voce \d+\) non è quello/,
    );
  });

  it('is found also when it has become shorter', async () => {
    await app.db.query('DELETE FROM audit_entry WHERE id = (SELECT max(id) FROM audit_entry)');
    const last = lines().length;
    await app.db.query('DELETE FROM audit_seal WHERE number = $1', [last]);
    expect(await anotherFile().verify()).toMatchObject({ broken: null });
    expect((await chain.verify()).broken).toMatch(new RegExp(`^sigillo ${last} .* non c’è più$`));
  });

  it('leaves a file that only grows, one line a seal, that nobody else reads', async () => {
    const before = lines();
    // One for each, or more: what a transaction of another test holds back is sealed by itself.
    expect(before.length).toBeGreaterThanOrEqual(3);
    expect(before[0]).toMatch(/^\d{4}-\d\d-\d\dT\S+Z seal 1 entry \d+ [0-9a-f]{64}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await sealAll(chain);
    expect(lines()).toEqual(before);
    // A program that was killed in the middle of a line, and the next one.
    appendFileSync(file, '2026-01-01T00:00:00.000Z seal 4 ent');
    await aPerson(app, 'Quarta');
    const next = new AuditChain(app.nest.get(DataSource), new SealsFile({ auditSealsFile: file }));
    await sealAll(next);
    expect(lines().slice(0, before.length)).toEqual(before);
    expect(lines().at(-1)).toMatch(/ seal \d+ entry /);
    expect(await next.verify()).toMatchObject({ compared: before.length + 1, broken: null });
  });
});
