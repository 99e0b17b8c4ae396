import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { dataSourceOptions } from '../../src/data-source.js';
import { cloneDatabase, emptyDatabase, type TestDatabase } from '../support/database.js';

describe('the migrations', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await emptyDatabase();
    source = await new DataSource(dataSourceOptions(database.ownerUrl, 2)).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('go up, all the way down, and up again to the same schema', async () => {
    await source.runMigrations();
    const first = await schemaOf(source);
    for (const _ of migrations) await source.undoLastMigration();
    expect((await schemaOf(source)).filter((line) => !line.includes('schema_migration'))).toEqual(
      [],
    );
    await source.runMigrations();
    expect(await schemaOf(source)).toEqual(first);
  });

  it('go up for an owner who may make no roles, once somebody who may has made them', async () => {
    const [{ name }] = (await source.query('SELECT current_database() AS name')) as [
      { name: string },
    ];
    const [role, plain] = [`owner_of_${name}`, `${name}_plain`];
    await source.query(`CREATE ROLE ${role} LOGIN PASSWORD 'plain'`);
    // As docs/operations.md says it.
    await source.query(`GRANT capofila_app, capofila_identity TO ${role} WITH ADMIN OPTION`);
    await source.query(`CREATE DATABASE ${plain} TEMPLATE template0 OWNER ${role}`);
    const address = new URL(database.ownerUrl);
    Object.assign(address, { username: role, password: 'plain', pathname: `/${plain}` });
    const owned = await new DataSource(dataSourceOptions(address.href, 1)).initialize();
    try {
      await owned.runMigrations();
      expect(await schemaOf(owned)).toEqual(await schemaOf(source));
    } finally {
      await owned.destroy();
      await source.query(`DROP DATABASE ${plain} WITH (FORCE)`);
      await source.query(`DROP ROLE ${role}`);
    }
  });

  it('are listed in the order of their timestamps', () => {
    const stamps = migrations.map(({ name }) => Number(name.slice(-13)));
    expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
    expect(new Set(stamps).size).toBe(stamps.length);
  });

  it('say the same as the entities', async () => {
    const clone = await cloneDatabase();
    const checked = await new DataSource(dataSourceOptions(clone.ownerUrl, 1)).initialize();
    const missing: string[] = [];
    for (const { tableName, columns } of checked.entityMetadatas) {
      const known = await columnsOf(checked, tableName);
      for (const { databaseName, isVirtualProperty } of columns) {
        if (!isVirtualProperty && !known.has(databaseName))
          missing.push(`${tableName}.${databaseName}`);
      }
    }
    await checked.destroy();
    await clone.drop();
    expect(missing).toEqual([]);
  });
});

/** Every table, column, constraint, index, function and trigger of ours, as text. */
async function schemaOf(source: DataSource): Promise<string[]> {
  const rows: { line: string }[] = await source.query(`
    SELECT format('column %s.%s %s %s %s', c.table_name, c.column_name, c.data_type, c.is_nullable, c.column_default) AS line
      FROM information_schema.columns c WHERE c.table_schema = 'public'
    UNION ALL SELECT format('constraint %s %s', n.conrelid::regclass, pg_get_constraintdef(n.oid))
      FROM pg_constraint n WHERE n.connamespace = 'public'::regnamespace AND n.conrelid <> 0
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT format('function %s %s', f.oid::regprocedure, md5(f.prosrc)) FROM pg_proc f
      WHERE f.pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = f.oid AND d.deptype = 'e')
    UNION ALL SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t WHERE NOT t.tgisinternal
    ORDER BY 1`);
  return rows.map(({ line }) => line);
}

async function columnsOf(source: DataSource, table: string): Promise<Set<string>> {
  const rows: { name: string }[] = await source.query(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
    [table],
  );
  return new Set(rows.map(({ name }) => name));
}
