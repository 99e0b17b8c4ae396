import type { Pool, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';

/** Runs a statement that PostgreSQL parses and plans once per connection; for the few that run on every request. */
export async function prepared<Row extends QueryResultRow>(
  source: DataSource,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const { rows } = await poolOf(source).query<Row>({ name, text, values });
  return rows;
}

/** The pool under TypeORM, for streams and prepared statements. */
export const poolOf = (source: DataSource): Pool =>
  (source.driver as unknown as { master: Pool }).master;

/** Whether a request got none of the pool's connections in time; the pool tells it by these words alone. */
export const foundNoConnection = (error: unknown): boolean =>
  error instanceof Error && NO_CONNECTION.has(error.message);

const NO_CONNECTION = new Set([
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
]);
