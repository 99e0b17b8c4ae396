import { DataSource } from 'typeorm';
import { hashPassword } from '../access/passwords.js';
import { dataSourceOptions } from '../data-source.js';
import { Clock } from '../kernel/dates.js';
import type { OpenDatabase } from '../platform/database-start.js';
import { removeAccounts, writeAccounts } from './accounts-file.js';
import type { DemoAccount } from './demo-users.js';
import { loadDemonstration } from './load-demonstration.js';

/** The user asked for an empty database: it stays one. */
const LEFT = 'demonstration.left';

/**
 * Fills an embedded database that nobody has used yet. Answers the accounts that it made; null when there was nothing to
 * do, because data are there or the user has left the demonstration.
 */
export async function ensureDemonstration(
  database: OpenDatabase,
  dataDir: string,
): Promise<DemoAccount[] | null> {
  if (!database.embedded) return null;
  return asOwner(database, async (owner) => {
    if (await isSettled(owner)) return null;
    return loadDemonstration(owner, {
      clock: new Clock(),
      passwordHash: hashPassword,
      keepAccounts: (accounts) => writeAccounts(dataDir, accounts),
    });
  });
}

/** Makes sure that the next start finds this empty database and leaves it so. */
export async function leaveDemonstration(database: OpenDatabase, dataDir: string): Promise<void> {
  removeAccounts(dataDir);
  await asOwner(database, (owner) =>
    owner.query("INSERT INTO setting (key, value) VALUES ($1, 'true')", [LEFT]),
  );
}

async function isSettled(owner: DataSource): Promise<boolean> {
  const [{ settled }] = (await owner.query(
    `SELECT EXISTS (SELECT FROM setting WHERE key = $1) OR EXISTS (SELECT FROM app_user)
         OR EXISTS (SELECT FROM project) AS settled`,
    [LEFT],
  )) as [{ settled: boolean }];
  return settled;
}

async function asOwner<T>(
  { ownerUrl }: OpenDatabase,
  work: (owner: DataSource) => Promise<T>,
): Promise<T> {
  const owner = await new DataSource(dataSourceOptions(ownerUrl, 2)).initialize();
  try {
    return await work(owner);
  } finally {
    await owner.destroy();
  }
}
