import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../src/platform/embedded-database.js';
import { operate, ownerUrlOf, type Program, startProgram } from '../support/program.js';

jest.setTimeout(90_000);

const PASSWORD = 'una frase lunga e mia';

/** One data folder from the demonstration to an empty database and back. */
describe('an operator', () => {
  const dataDir = fs.mkdtempSync(join(tmpdir(), 'capofila-operator-'));
  const accounts = join(dataDir, 'demo-accounts.json');
  let program: Program | null = null;

  const stop = async () => {
    await program?.end('SIGTERM');
    program = null;
  };

  afterAll(async () => {
    await stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  });

  it('finds after the first start a sign-in for each role, in a file that nobody else reads', async () => {
    program = await startProgram(dataDir);
    expect(fs.statSync(accounts).mode & 0o777).toBe(0o600);
    const list = JSON.parse(fs.readFileSync(accounts, 'utf8')) as Account[];
    const roles = ['coordinator', 'administrator', 'manager', 'partner', 'auditor', 'system'];
    expect(list.map(({ role }) => role)).toEqual(expect.arrayContaining(roles));
    for (const { email, password } of list) {
      expect(program.output()).toContain(password);
      expect(await signIn(program, email, password)).toBe(200);
    }
    expect(new Set(list.map(({ password }) => password)).size).toBe(list.length);
  });

  it('cannot throw the data away while the program is running', async () => {
    const { code, output } = await operate(dataDir, 'demo:leave');
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining('già avviato'),
    });
    expect(fs.existsSync(accounts)).toBe(true);
  });

  it('leaves the demonstration for an empty database that stays empty', async () => {
    await stop();
    expect(await operate(dataDir, 'demo:leave')).toMatchObject({
      code: 0,
      output: expect.stringContaining('La base dati è vuota'),
    });
    program = await startProgram(dataDir);
    expect(program.output()).not.toContain('Accessi');
    expect(fs.existsSync(accounts)).toBe(false);
  });

  it('opens the door to the first administrator with a link that works once', async () => {
    const { output } = await operate(dataDir, 'first-admin', 'capo@esempio.it');
    const token = /primo-accesso#(\S+)/.exec(output)?.[1];
    const choose = () => post(program, 'first-access', { token, password: PASSWORD });
    expect((await choose()).status).toBe(200);
    expect((await choose()).status).toBeGreaterThanOrEqual(400);
    expect(await signIn(program, 'capo@esempio.it', PASSWORD)).toBe(200);
  });

  it('erases the values of one entry with a reason, and the record still holds', async () => {
    const url = ownerUrlOf(dataDir);
    const entries = `SELECT id, after FROM audit_entry WHERE table_name = 'app_user' AND action <> 'redact' ORDER BY id`;
    const [{ id }] = await ask(url, entries);
    const erase = (...words: string[]) => operate(dataDir, 'audit:redact', ...words);
    expect((await erase(id)).output).toContain('VOCE MOTIVO');
    expect(await erase(id, ' ')).toMatchObject({
      code: 1,
      output: expect.stringMatching('motivo'),
    });
    expect(await erase('999999', 'richiesta della persona')).toMatchObject({
      code: 1,
      output: expect.stringContaining('non esiste'),
    });
    expect(await erase(id, 'richiesta della persona')).toMatchObject({ code: 0 });
    expect((await ask(url, entries))[0]).toEqual({ id, after: null });
    const reasons = await ask(
      url,
      `SELECT after ->> 'reason' AS reason FROM audit_entry WHERE action = 'redact'`,
    );
    expect(reasons).toEqual([{ reason: 'richiesta della persona' }]);
    expect((await erase(id, 'richiesta della persona')).code).toBe(1);
    const verified = await operate(dataDir, 'audit:verify');
    expect(verified).toMatchObject({
      code: 0,
      output: expect.stringMatching(/è integro.*[1-9]\d* sigilli confrontati/),
    });
  });

  it('learns which entry of the audit was altered', async () => {
    expect(await operate(dataDir, 'audit:verify')).toMatchObject({
      code: 0,
      output: expect.stringContaining('è integro'),
    });
    await stop();
    const entry = await alterOneEntry(dataDir);
    expect(await operate(dataDir, 'audit:verify')).toEqual({
      code: 1,
      output: `Il registro delle modifiche è stato alterato: voce ${entry} (app_user).\n`,
    });
  });

  it('brings the demonstration back', async () => {
    const { code, output } = await operate(dataDir, 'demo:reset');
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('Accessi') });
    const [first] = JSON.parse(fs.readFileSync(accounts, 'utf8')) as Account[];
    program = await startProgram(dataDir);
    expect(await signIn(program, first?.email ?? '', first?.password ?? '')).toBe(200);
    expect(await signIn(program, 'capo@esempio.it', PASSWORD)).toBe(401);
  });

  it('reads which commands there are', async () => {
    const { code, output } = await operate(dataDir, 'aiuto');
    expect(code).toBe(1);
    for (const name of [
      'demo:reset',
      'demo:leave',
      'first-admin',
      'audit:verify',
      'audit:redact',
      'migrate',
    ]) {
      expect(output).toContain(name);
    }
  });
});

interface Account {
  role: string;
  email: string;
  password: string;
}

// oxlint-disable-next-line no-explicit-any
async function ask(url: string, question: string): Promise<any[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(question);
  await client.end();
  return rows;
}

function post(program: Program | null, path: string, body: object): Promise<Response> {
  return fetch(`${program?.url}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function signIn(program: Program | null, email: string, password: string): Promise<number> {
  return (await post(program, 'sign-in', { email, password })).status;
}

/** What only somebody with the owner's password could do. */
async function alterOneEntry(dataDir: string): Promise<string> {
  const database = await startEmbedded({ dir: join(dataDir, 'pg18'), database: 'capofila' });
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `UPDATE audit_entry SET after = after || '{"name": "Altri"}'
     WHERE id = (SELECT min(id) FROM audit_entry WHERE table_name = 'app_user' AND salt IS NOT NULL) RETURNING id`,
  );
  await client.end();
  await database.stop();
  return rows[0]?.id ?? '';
}
