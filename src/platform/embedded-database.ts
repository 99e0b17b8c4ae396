import { resolve } from 'node:path';
import pg from 'pg';
import { accountFor } from './data-directory.js';
import { EmbeddedFolder } from './embedded-folder.js';
import { EmbeddedServer } from './embedded-server.js';
import { postgresBinaries } from './postgres-binaries.js';
import { RUNTIME_ROLE, ensureRuntimeRole } from './runtime-role.js';

const OWNER = 'app';

export interface EmbeddedOptions {
  /** Folder of this one database; created when missing. */
  dir: string;
  /** Name of the database inside; created when missing. */
  database: string;
  /** False only in tests: commits do not wait for the disk. */
  durable?: boolean;
  /** The server died and could not be started again. Without it the error ends the program. */
  onLost?: (error: Error) => void;
}

export interface EmbeddedDatabase {
  /** Signs in as the owner of everything, who migrates. */
  ownerUrl: string;
  /** Signs in as the role of the running program, which cannot touch what is append-only. */
  runtimeUrl: string;
  /** Signs in as the owner outside the database, where the lock stands and the database itself is made anew. */
  serverUrl: string;
  /** The server was already running, left behind by a program that was killed. */
  adopted: boolean;
  /** Process number of the server. */
  pid: number;
  /** Throws away everything that is in the database. */
  recreate(): Promise<void>;
  stop(): Promise<void>;
  /** Stops watching and leaves the server to the program that uses it. */
  leave(): void;
}

/**
 * Starts PostgreSQL from the npm package on `dir`, or takes over the server that a killed program left there, and
 * keeps it alive. Throws with an Italian sentence when it cannot.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { database, durable = true, onLost = endProgram } = options;
  const folder = new EmbeddedFolder(resolve(options.dir));
  const account = accountFor(folder.data);
  const binaries = postgresBinaries(resolve(folder.root, '..'), account);
  await folder.ensure(binaries, account, durable);
  const { owner, runtime } = folder.passwords();
  const url = (user: string, password: string, port: number, name: string) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;
  const answers = (port: number) => signsIn(url(OWNER, owner, port, 'postgres'));
  const server = new EmbeddedServer({ folder, binaries, account, durable, answers });
  const { pid, port, adopted } = await server.start();
  const ownerUrl = url(OWNER, owner, port, database);
  const runtimeUrl = url(RUNTIME_ROLE, runtime, port, database);
  const serverUrl = url(OWNER, owner, port, 'postgres');
  await ensureDatabase(serverUrl, database);
  await ensureRuntimeRole(ownerUrl, runtimeUrl);
  server.keepAlive(onLost);
  return {
    ownerUrl,
    runtimeUrl,
    serverUrl,
    adopted,
    pid,
    recreate: () => ensureDatabase(serverUrl, database, { anew: true }),
    stop: () => server.stop(),
    leave: () => server.leave(),
  };
}

/** The database, made when missing or when asked to make it anew. */
async function ensureDatabase(
  serverUrl: string,
  database: string,
  { anew = false } = {},
): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    // Two programs that start at once make it one after the other.
    await client.query("SELECT pg_advisory_lock(hashtext('capofila.prepare'))");
    const name = client.escapeIdentifier(database);
    if (anew) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (!found.rowCount) await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
}

async function signsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function endProgram(error: Error): void {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
