import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded, type EmbeddedDatabase } from '../../src/platform/embedded-database.js';

/** Makes its own server, since it kills it. */
describe('the embedded PostgreSQL', () => {
  const folder = fs.mkdtempSync(join(tmpdir(), 'capofila-embedded-'));
  const dir = join(folder, 'pg18');
  const start = () => startEmbedded({ dir, database: 'capofila', durable: false });
  let database: EmbeddedDatabase;

  beforeAll(async () => {
    // Two programs at once on a folder that does not exist yet.
    const [one, other] = await Promise.all([start(), start()]);
    expect(one.pid).toBe(other.pid);
    expect(one.adopted).not.toBe(other.adopted);
    other.leave();
    database = one;
    await query(database.ownerUrl, 'CREATE TABLE kept (n int)');
  });

  afterAll(async () => {
    await database.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('listens on this machine only, under passwords that only its user can read', async () => {
    const [row] = await query(
      database.ownerUrl,
      "SELECT current_setting('listen_addresses') AS listens, current_setting('TimeZone') AS zone",
    );
    expect(row).toEqual({ listens: '127.0.0.1', zone: 'UTC' });
    expect(fs.statSync(join(dir, 'passwords.json')).mode & 0o777).toBe(0o600);
    expect(fs.statSync(join(dir, 'data')).mode & 0o777).toBe(0o700);
  });

  it('is taken over, not started twice, when its program was killed', async () => {
    database.leave();
    const next = await start();
    expect(next).toMatchObject({ adopted: true, pid: database.pid, ownerUrl: database.ownerUrl });
    database = next;
  });

  it('is started again on the same port when it is killed itself', async () => {
    await query(database.ownerUrl, 'INSERT INTO kept VALUES (1)');
    process.kill(database.pid, 'SIGKILL');
    expect(await eventually(() => query(database.ownerUrl, 'SELECT n FROM kept'))).toEqual([
      { n: 1 },
    ]);
  });

  it('starts although its pid file names a stranger', async () => {
    await database.stop();
    fs.writeFileSync(join(dir, 'data', 'postmaster.pid'), `${process.pid}\n${dir}\n1\n5432\n`);
    database = await start();
    expect(database.adopted).toBe(false);
    expect(await query(database.ownerUrl, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  it('refuses the data of another major version in words', async () => {
    const old = join(folder, 'old');
    fs.mkdirSync(join(old, 'data'), { recursive: true });
    fs.writeFileSync(join(old, 'data', 'PG_VERSION'), '16\n');
    await expect(startEmbedded({ dir: old, database: 'capofila' })).rejects.toThrow(
      /sono di PostgreSQL 16, questo programma usa il 18/,
    );
  });
});

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 200; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
    }
    await pause(50);
  }
}
