import { startApp, type TestApp } from '../support/app.js';

interface Column {
  table_name: string;
  column_name: string;
  is_nullable: 'YES' | 'NO';
}

describe('entities', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('name columns that the migrations made, null where those may be null', async () => {
    const columns: Column[] = await app.db.query(
      `SELECT table_name, column_name, is_nullable FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    const nullable = new Map(
      columns.map((c) => [`${c.table_name}.${c.column_name}`, c.is_nullable === 'YES']),
    );
    const wrong = app.db.entityMetadatas.flatMap(({ tableName, columns: declared }) =>
      declared
        .filter(({ isVirtualProperty }) => !isVirtualProperty)
        .map((column) => ({
          name: `${tableName}.${column.databaseName}`,
          mayBeNull: column.isNullable,
        }))
        .filter(({ name, mayBeNull }) => nullable.get(name) !== mayBeNull)
        .map(
          ({ name, mayBeNull }) =>
            `${name}: entity says ${mayBeNull ? 'nullable' : 'not null'}, table ${String(nullable.get(name))}`,
        ),
    );
    expect(wrong).toEqual([]);
  });
});
