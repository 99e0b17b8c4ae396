import pg from 'pg';
import { migrate } from './data-source.js';
import { prepareQueue } from './platform/outbox/prepare-queue.js';

/** Brings our schema and the queue's up to date, as their owner. Processes that start together do it one after the other; the later ones find nothing left to do. */
export async function bringUpToDate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtext('capofila.migrate'))");
    await migrate(ownerUrl);
    await prepareQueue(ownerUrl);
  } finally {
    await client.end();
  }
}
