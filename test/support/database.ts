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

export async function createFrom(template: string): Promise<TestDatabase> {
  const { ownerUrl, runtimeUrl } = cluster();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    ownerUrl: named(ownerUrl, name),
    runtimeUrl: named(runtimeUrl, name),
    drop: async () => {
      await asOwner((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

export function cluster(): TestCluster {
  const text = process.env.TEST_CLUSTER;
  if (!text) throw new Error('no database: run jest on a path under test/, not only under src/');
  return JSON.parse(text) as TestCluster;
}

export function named(url: string, database: string): string {
  const result = new URL(url);
  result.pathname = `/${database}`;
  return result.href;
}

export async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: named(cluster().ownerUrl, 'postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
