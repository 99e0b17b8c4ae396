import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TestCluster } from './cluster.js';

/** A database of its own for one test file: migrated, empty, and gone after `drop`. */
export interface TestDatabase {
  ownerUrl: string;
  runtimeUrl: string;
  drop(): Promise<void>;
}

export const cloneDatabase = (): Promise<TestDatabase> => createFrom('template');

/** A database in which no migration has run. */
export const emptyDatabase = (): Promise<TestDatabase> => createFrom('template0');

async function createFrom(template: string): Promise<TestDatabase> {
  const { ownerUrl, runtimeUrl } = cluster();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    ownerUrl: named(ownerUrl, name),
    runtimeUrl: named(runtimeUrl, name),
    drop: () => asOwner(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

function cluster(): TestCluster {
  const text = process.env.TEST_CLUSTER;
  if (!text) throw new Error('no database: run jest on a path under test/, not only under src/');
  return JSON.parse(text) as TestCluster;
}

function named(url: string, database: string): string {
  const result = new URL(url);
  result.pathname = `/${database}`;
  return result.href;
}

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: named(cluster().ownerUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
