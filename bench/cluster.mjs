import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../dist/src/data-source.js';
import { startEmbedded } from '../dist/src/platform/embedded-database.js';
import { ensureRuntimeRole } from '../dist/src/platform/runtime-role.js';
import { seed, settle } from './seed.mjs';

/** A PostgreSQL of this run alone, durable as in use, in a temporary folder. */
export async function startCluster() {
  const folder = mkdtempSync(join(tmpdir(), 'capofila-bench-'));
  chmodSync(folder, 0o755);
  const server = await startEmbedded({ dir: join(folder, 'pg18'), database: 'small' });
  return {
    folder,
    pid: server.pid,
    database: (name, rows, withBareCopy = true) => fill(server, { name, rows, withBareCopy }),
    async settle(...databases) {
      for (const { ownerUrl } of databases) await asking(ownerUrl, settle);
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A migrated database with `rows` activities; `next` counts the activities that the bench adds. */
async function fill(server, { name, rows, withBareCopy }) {
  const ownerUrl = named(server.ownerUrl, name);
  const runtimeUrl = named(server.runtimeUrl, name);
  const missing = await asking(server.serverUrl, async (db) => {
    const { rowCount } = await db.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await db.query(`CREATE DATABASE ${name}`);
    return rowCount === 0;
  });
  if (missing) await ensureRuntimeRole(ownerUrl, runtimeUrl);
  await migrate(ownerUrl);
  const ground = await asking(ownerUrl, (db) =>
    seed(db, { rows, withBareCopy }, (work) => asking(ownerUrl, work)),
  );
  return { name, rows, ownerUrl, runtimeUrl, ground, next: 0 };
}

/** Runs `work` with a connection of its own. */
export async function asking(url, work) {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}

function named(url, database) {
  const result = new URL(url);
  result.pathname = `/${database}`;
  return result.href;
}
