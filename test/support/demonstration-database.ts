import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { hashPassword } from '../../src/access/passwords.js';
import { dataSourceOptions } from '../../src/data-source.js';
import type { DemoAccount } from '../../src/demo/demo-users.js';
import { loadDemonstration } from '../../src/demo/load-demonstration.js';
import { Clock } from '../../src/kernel/dates.js';
import { asOwner, cluster, createFrom, named, type TestDatabase } from './database.js';

export interface DemonstrationDatabase extends TestDatabase {
  accounts: DemoAccount[];
}

/** One that holds the demonstration, on its first day; the first file of a run that asks loads it for all. */
export async function cloneDemonstration(): Promise<DemonstrationDatabase> {
  const accounts = await asOwner((client) => demonstrationAccounts(client));
  const database = await createFrom(DEMONSTRATION);
  await withSource(database.ownerUrl, (db) =>
    db.query(
      `UPDATE setting SET value = jsonb_set(value, '{startedAt}', to_jsonb($1::text)) WHERE key = 'demonstration'`,
      [new Date().toISOString()],
    ),
  );
  return { ...database, accounts };
}

const DEMONSTRATION = 'demonstration';

async function demonstrationAccounts(client: pg.Client): Promise<DemoAccount[]> {
  const { folder, ownerUrl } = cluster();
  const file = join(folder, 'demo-accounts.json');
  // The workers of a run ask for it at once; the lock ends with the connection.
  await client.query('SELECT pg_advisory_lock(1)');
  if (!existsSync(file)) {
    await client.query(`CREATE DATABASE ${DEMONSTRATION} TEMPLATE template`);
    const accounts = await withSource(named(ownerUrl, DEMONSTRATION), (db) =>
      loadDemonstration(db, { clock: new Clock(), passwordHash: hashPassword }),
    );
    writeFileSync(file, JSON.stringify(accounts));
  }
  return JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[];
}

async function withSource<T>(url: string, work: (db: DataSource) => Promise<T>): Promise<T> {
  const db = await new DataSource(dataSourceOptions(url, 1)).initialize();
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}
