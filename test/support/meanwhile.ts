import type { DataSource } from 'typeorm';

const LIMIT_MS = 10_000;

/** Holds a change of somebody else open until as many as `waiting` of what is asked wait, then commits it; answers what was asked. */
export async function meanwhile<T>(
  db: DataSource,
  [statement, ...values]: [statement: string, ...values: unknown[]],
  asked: () => Promise<T>,
  waiting = 1,
): Promise<T> {
  const other = db.createQueryRunner();
  await other.startTransaction();
  try {
    await other.query(statement, values);
    const answer = asked();
    await whenWaiting(db, waiting);
    await other.commitTransaction();
    return await answer;
  } finally {
    if (other.isTransactionActive) await other.rollbackTransaction();
    await other.release();
  }
}

/** Until so many connections of this database wait for a lock. */
export async function whenWaiting(db: DataSource, connections: number): Promise<void> {
  const limit = Date.now() + LIMIT_MS;
  for (;;) {
    const [{ n }] = (await db.query(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )) as [{ n: number }];
    if (n >= connections) return;
    if (Date.now() > limit) throw new Error(`${n} of ${connections} wait`);
  }
}
