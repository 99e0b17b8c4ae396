import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { emptyDatabase, type TestDatabase } from '../support/database.js';
import { ended, type Program, startProgram } from '../support/program.js';

jest.setTimeout(60_000);

const EMAIL = 'capo@esempio.it';
const PASSWORD = 'una frase lunga e mia';

describe('a start on a database that somebody runs', () => {
  const dataDir = fs.mkdtempSync(join(tmpdir(), 'capofila-real-'));
  let database: TestDatabase;
  let env: Record<string, string>;
  let program: Program | null = null;

  beforeAll(async () => {
    database = await emptyDatabase();
    env = {
      DATA_DIR: dataDir,
      DATABASE_URL: database.runtimeUrl,
      MIGRATION_DATABASE_URL: database.ownerUrl,
      IDENTITY_KEY: randomBytes(32).toString('base64'),
    };
    program = await startProgram(dataDir, env);
  });
  afterAll(async () => {
    await program?.end('SIGTERM');
    await database.drop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  });

  const post = (path: string, body: object) =>
    fetch(`${program!.url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('finds no demonstration and no account there', async () => {
    expect(program!.output()).toContain(program!.url);
    expect(program!.output()).not.toContain('Accessi');
    expect(fs.existsSync(join(dataDir, 'demo-accounts.json'))).toBe(false);
    expect(await count(database, 'app_user')).toBe(0);
    expect(await count(database, 'project')).toBe(0);
  });

  it('lets the first administrator in by a link of the operator alone', async () => {
    const { code, output } = await ended(env, ['first-admin', EMAIL]);
    const token = /primo-accesso#(\S+)/.exec(output)?.[1];
    expect({ code, token }).toEqual({ code: 0, token: expect.any(String) });
    expect((await post('first-access', { token, password: PASSWORD })).status).toBe(200);
    expect((await post('sign-in', { email: EMAIL, password: 'sbagliata di certo' })).status).toBe(
      401,
    );
    const entered = await post('sign-in', { email: EMAIL, password: PASSWORD });
    expect(entered.status).toBe(200);
  });

  it('writes one line for each request, none with who it was or what it said', async () => {
    const signIns = () =>
      program!
        .output()
        .split('\n')
        .filter((line) => line.startsWith('{') && line.includes('/sign-in'))
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    await until(() => signIns().length === 2);
    const line = { requestId: expect.any(String), method: 'POST', ms: expect.any(Number) };
    expect(signIns()).toMatchObject([
      { ...line, status: 401 },
      { ...line, status: 200 },
    ]);
    expect(program!.output()).not.toContain(EMAIL);
    expect(program!.output()).not.toContain(PASSWORD);
  });

  it('ends when npm, which started it, is killed', async () => {
    await program!.end('SIGTERM');
    program = null;
    const npm = spawn('sh', ['-c', `"${process.execPath}" start.mjs & echo $!; wait`], {
      env: { ...process.env, ...env, PORT: '0', npm_lifecycle_event: 'start' },
    });
    let printed = '';
    npm.stdout.on('data', (text) => (printed += text));
    await until(() => printed.includes('è pronto'));
    npm.kill('SIGKILL');
    await until(() => !isAlive(Number(printed.split('\n')[0])));
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(setImmediate);
}

/** Whether a process runs; one that nobody has buried yet does not. */
function isAlive(pid: number): boolean {
  const path = `/proc/${pid}/stat`;
  return fs.existsSync(path) && !fs.readFileSync(path, 'utf8').includes(') Z ');
}

async function count({ ownerUrl }: TestDatabase, table: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  await client.end();
  return rows[0]!.n;
}
