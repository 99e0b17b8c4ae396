import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { hashOf, newToken } from '../../src/access/sessions.js';
import {
  isServed,
  ownerUrlOf,
  postmasterOf,
  type Program,
  ended,
  startProgram,
} from '../support/program.js';
import { itWith, prlimitPath } from '../support/tools.js';

const BEFORE_THE_KILL = 15;

jest.setTimeout(90_000);

/** One program and one database, killed in every way while a user writes. */
describe('a program that is killed', () => {
  const dataDir = fs.mkdtempSync(join(tmpdir(), 'capofila-start-'));
  const token = newToken();
  let program: Program;

  beforeAll(async () => {
    program = await startProgram(dataDir);
    await openSession(dataDir, token);
  });

  afterAll(async () => {
    await program.end('SIGTERM');
    fs.rmSync(dataDir, { recursive: true, force: true });
  });

  it('says where it answers', () => {
    expect(program.output()).toContain(program.url);
  });

  it('keeps a second start on the same data away, with a sentence', async () => {
    const { code, output } = await ended({ DATA_DIR: dataDir, PORT: '0' });
    expect(code).toBe(1);
    expect(output.trim()).toBe(
      `Capofila è già avviato sui dati di ${dataDir}: fermarlo prima di avviarlo di nuovo, oppure indicare un'altra cartella con DATA_DIR.`,
    );
    expect((await fetch(`${program.url}/status`)).status).toBe(200);
  });

  it('keeps every acknowledged row when the program itself is killed', async () => {
    const writer = new Writer(program.url, token);
    await writer.acknowledged(BEFORE_THE_KILL);
    await program.end('SIGKILL');
    await writer.stop();
    const server = postmasterOf(dataDir);
    program = await startProgram(dataDir);
    expect(postmasterOf(dataDir)).toBe(server);
    expect(await emails(program.url, token)).toEqual(expect.arrayContaining(writer.written));
  });

  it('goes on by itself when only the database is killed', async () => {
    const writer = new Writer(program.url, token);
    await writer.acknowledged(BEFORE_THE_KILL);
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    await writer.acknowledged(2 * BEFORE_THE_KILL);
    await writer.stop();
    expect(await emails(program.url, token)).toEqual(expect.arrayContaining(writer.written));
    const second = await ended({ DATA_DIR: dataDir, PORT: '0' });
    expect(second.code).toBe(1);
  });

  itWith(prlimitPath())(
    'takes no file while the disk is full, leaves nothing of it, and takes it again later',
    async () => {
      const token = await signInAsCoordinator(program.url, dataDir);
      const stored = () => fs.readdirSync(join(dataDir, 'documents'), { recursive: true });
      const before = stored();
      limitFiles(program.pid, '65536');
      const refused = await upload(program.url, token);
      limitFiles(program.pid, 'unlimited');
      expect(refused).toMatchObject({ status: 507, code: 'document.space' });
      expect(stored()).toEqual(before);
      expect(await upload(program.url, token)).toMatchObject({ status: 201, name: 'foglio.pdf' });
    },
  );

  it('keeps every acknowledged row when program and database are killed together', async () => {
    const writer = new Writer(program.url, token);
    await writer.acknowledged(BEFORE_THE_KILL);
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    await program.end('SIGKILL');
    await writer.stop();
    program = await startProgram(dataDir);
    expect(await emails(program.url, token)).toEqual(expect.arrayContaining(writer.written));
  });

  it('lets the next start take over at once from one that is ending', async () => {
    const ending = program.end('SIGTERM');
    program = await startProgram(dataDir);
    expect(await ending).toBe(0);
    expect(await emails(program.url, token)).toContain('capo@esempio.it');
  });

  it('stops the database with it when asked to stop', async () => {
    expect(await program.end('SIGTERM')).toBe(0);
    expect(isServed(dataDir)).toBe(false);
  });
});

describe('a program that cannot start', () => {
  it('names the wrong variable', async () => {
    const { code, output } = await ended({ PORT: 'tremila' });
    expect({ code, output: output.trim() }).toEqual({
      code: 1,
      output: 'PORT deve essere un numero da 0 a 65535, non «tremila».',
    });
  });

  it('says that the database does not answer', async () => {
    const { code, output } = await ended({
      DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none',
    });
    expect(code).toBe(1);
    expect(output).toContain('La base dati indicata da DATABASE_URL');
  });
});

async function signInAsCoordinator(url: string, dataDir: string): Promise<string> {
  const accounts = JSON.parse(fs.readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8')) as {
    role: string;
    email: string;
    password: string;
  }[];
  const { email, password } = accounts.find(({ role }) => role === 'coordinator')!;
  const answer = await fetch(`${url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return /=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
}

/** To a program, a disk that is full and a file that may not grow any further are the same. */
function limitFiles(pid: number, bytes: string): void {
  expect(spawnSync(prlimitPath()!, ['--pid', String(pid), `--fsize=${bytes}:`]).status).toBe(0);
}

async function upload(url: string, token: string): Promise<object> {
  const projects = await fetch(`${url}/api/v1/projects`, { headers: headers(token) });
  const { items } = (await projects.json()) as { items: { id: string }[] };
  const form = new FormData();
  form.append('kind', 'register');
  form.append('file', new Blob(['%PDF-1.7\n', '0'.repeat(200_000)]), 'foglio.pdf');
  const answer = await fetch(`${url}/api/v1/projects/${items[0]?.id}/documents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() },
    body: form,
  });
  return { ...((await answer.json()) as object), status: answer.status };
}

/** Adds users one after the other, through failures, and remembers those that the program acknowledged. */
class Writer {
  readonly written: string[] = [];
  private going = true;
  private readonly done: Promise<void>;

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {
    this.done = this.run();
  }

  async acknowledged(count: number): Promise<void> {
    while (this.written.length < count) await pause(10);
  }

  async stop(): Promise<void> {
    this.going = false;
    await this.done;
  }

  private async run(): Promise<void> {
    while (this.going) {
      const email = `u${crypto.randomUUID()}@esempio.it`;
      const status = await request(this.url, this.token, { email, name: 'Prova' });
      if (status === 201) this.written.push(email);
      else await pause(20);
    }
  }
}

const headers = (token: string) => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
});

/** The status of the answer; 0 when there was none. */
function request(url: string, token: string, body: object): Promise<number> {
  return fetch(`${url}/api/v1/users`, {
    method: 'POST',
    headers: headers(token),
    body: JSON.stringify(body),
  }).then(
    ({ status }) => status,
    () => 0,
  );
}

async function emails(url: string, token: string): Promise<string[]> {
  const answer = await fetch(`${url}/api/v1/users`, { headers: headers(token) });
  const { items } = (await answer.json()) as { items: { email: string }[] };
  return items.map(({ email }) => email);
}

async function openSession(dataDir: string, token: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrlOf(dataDir) });
  await client.connect();
  const { rows } = await client.query(
    `INSERT INTO app_user (email, name, system_admin) VALUES ('capo@esempio.it', 'Capo', true) RETURNING id`,
  );
  await client.query(
    `INSERT INTO session (user_id, token_hash, kind, expires_at)
     VALUES ($1, $2, 'browser', now() + interval '1 hour')`,
    [rows[0].id, hashOf(token)],
  );
  await client.end();
}
