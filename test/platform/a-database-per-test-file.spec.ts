import pg from 'pg';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

describe('the database of a test file', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(() => database.drop());

  it('has every migration and nothing else', async () => {
    const rows = await query(database.ownerUrl, 'SELECT count(*)::int AS n FROM schema_migration');
    expect(rows[0]?.n).toBeGreaterThan(0);
  });

  it('is used by a role that cannot create, alter or own anything', async () => {
    const [role] = await query(
      database.runtimeUrl,
      'SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls FROM pg_roles WHERE rolname = current_user',
    );
    expect(role).toEqual({
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolbypassrls: false,
    });
    await expect(query(database.runtimeUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow(
      /permission denied/,
    );
  });

  it('sorts and folds accented letters', async () => {
    const [row] = await query(
      database.runtimeUrl,
      `SELECT lower('ÀÈȘË') AS folded, (SELECT string_agg(w, ' ' ORDER BY w COLLATE "it-x-icu") FROM unnest(ARRAY['zeta','è','abaco','età']) w) AS sorted`,
    );
    expect(row).toEqual({ folded: 'àèșë', sorted: 'abaco è età zeta' });
  });
});

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
