import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config.js';
import { DataLock } from './data-lock.js';
import { type EmbeddedDatabase, startEmbedded } from './embedded-database.js';
import { ensureRuntimeRole } from './runtime-role.js';
import { StartRefused } from './start-refused.js';

/** How long a start waits for the program before it, which is just ending. */
const PATIENCE_MS = 3_000;
const ENDING_LIMIT_MS = 15_000;
const RETRY_MS = 100;

/** The database of this program, migrated and ready. */
export interface OpenDatabase {
  /** Role that owns the tables; the same as the runtime one when only DATABASE_URL is set. */
  ownerUrl: string;
  /** Role that serves requests. */
  runtimeUrl: string;
  embedded: boolean;
  /** Another process of ours is running on the same embedded data. */
  inUse: boolean;
  stop(): Promise<void>;
}

export interface OpenOptions {
  /** An operator's command that may work beside a running program: it joins its database instead of refusing. */
  beside?: boolean;
  /** Throws the embedded data away first, database and documents. */
  anew?: boolean;
}

/**
 * Opens the database that the settings name, or the embedded one, and brings its schema up to date. Throws StartRefused
 * with a sentence when that is impossible, for one because another program runs on the same data.
 */
export function openDatabase(config: Config, options: OpenOptions = {}): Promise<OpenDatabase> {
  const { databaseUrl, migrationDatabaseUrl } = config;
  return databaseUrl
    ? openServer(databaseUrl, migrationDatabaseUrl ?? databaseUrl)
    : openEmbedded(config, options);
}

async function openServer(runtimeUrl: string, ownerUrl: string): Promise<OpenDatabase> {
  try {
    await ensureRuntimeRole(ownerUrl, runtimeUrl);
    await bringUpToDate(ownerUrl);
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    throw new StartRefused(
      `La base dati indicata da DATABASE_URL o MIGRATION_DATABASE_URL non risponde o rifiuta l'accesso: ${cause.message}`,
      { cause },
    );
  }
  return { ownerUrl, runtimeUrl, embedded: false, inUse: false, stop: nothing };
}

async function openEmbedded(config: Config, { beside, anew }: OpenOptions): Promise<OpenDatabase> {
  const { dataDir } = config;
  const { database, lock } = await patiently(() => holdData(dataDir, beside ? 0 : PATIENCE_MS));
  const { ownerUrl, runtimeUrl } = database;
  const urls = { ownerUrl, runtimeUrl, embedded: true };
  if (!lock) {
    database.leave();
    if (!beside) throw new StartRefused(inUseSentence(dataDir));
    return { ...urls, inUse: true, stop: nothing };
  }
  const stop = () => close(lock, database);
  try {
    if (anew) await throwAway(database, config);
    await bringUpToDate(ownerUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...urls, inUse: false, stop };
}

async function holdData(
  dataDir: string,
  patienceMs: number,
): Promise<{ database: EmbeddedDatabase; lock: DataLock | null }> {
  const database = await startEmbedded({ dir: join(dataDir, 'pg18'), database: 'capofila' });
  try {
    return { database, lock: await DataLock.take(database.serverUrl, patienceMs, endProgram) };
  } catch (error) {
    database.leave();
    throw error;
  }
}

/** A program that is ending takes the server that we have just taken over with it: then we start our own. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const limit = Date.now() + ENDING_LIMIT_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isRefusal(error) || Date.now() > limit) throw error;
    }
    await pause(RETRY_MS);
  }
}

const nothing = async (): Promise<void> => undefined;

const inUseSentence = (dataDir: string): string =>
  `Capofila è già avviato sui dati di ${dataDir}: fermarlo prima di avviarlo di nuovo, oppure indicare un'altra cartella con DATA_DIR.`;

/** The old seals are set aside: they speak of another database. */
async function throwAway(
  database: EmbeddedDatabase,
  { dataDir, auditSealsFile }: Config,
): Promise<void> {
  await database.recreate();
  if (existsSync(auditSealsFile)) await rename(auditSealsFile, `${auditSealsFile}.${Date.now()}`);
  await rm(join(dataDir, 'documents'), { recursive: true, force: true });
}

/** The server goes first: while it closes, nobody else may take the data. */
async function close(lock: DataLock, database: EmbeddedDatabase): Promise<void> {
  lock.forget();
  await database.stop();
}

/** Read only now: reading every table of the program takes as long as the server needs to start. */
async function bringUpToDate(ownerUrl: string): Promise<void> {
  const schema = await import('../bring-up-to-date.js');
  await schema.bringUpToDate(ownerUrl);
}

/** Connection refused or cut, wrong password, unknown database, too many clients, server going down. */
function isRefusal(error: unknown): error is Error {
  const code = (error as { code?: string }).code ?? '';
  return /^(E[A-Z]|28|3D|53|57P)/.test(code) || /terminated/.test((error as Error).message);
}

function endProgram(error: Error): void {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
