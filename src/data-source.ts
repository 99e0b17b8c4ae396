import 'reflect-metadata';
import pg from 'pg';
import { DataSource, DefaultNamingStrategy } from 'typeorm';
import { migrations } from '../migrations/index.js';
import { entities } from './entities.js';

const DATE_OID = 1082;
// pg would turn a day into a local midnight; a day is a day.
pg.types.setTypeParser(DATE_OID, (day) => day);

// Who finds all connections taken for so long is told so, instead of waiting without end.
const CONNECTION_WAIT_MS = 10_000;

const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

class SnakeNaming extends DefaultNamingStrategy {
  override tableName(className: string, given?: string): string {
    return given ?? snake(className);
  }
  override columnName(property: string, given?: string): string {
    return given ?? snake(property);
  }
  override joinColumnName(relation: string, referenced: string): string {
    return snake(`${relation}_${referenced}`);
  }
}

/** Options of the one PostgreSQL connection, for the program, the migrations and the tests. */
export function dataSourceOptions(url: string, poolSize = 12) {
  return {
    type: 'postgres' as const,
    url,
    entities,
    migrations,
    namingStrategy: new SnakeNaming(),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each' as const,
    poolSize,
    extra: { options: '-c timezone=UTC', connectionTimeoutMillis: CONNECTION_WAIT_MS },
  };
}

/** Runs every pending migration as the owner of the schema. */
export async function migrate(ownerUrl: string): Promise<void> {
  const source = await new DataSource(dataSourceOptions(ownerUrl, 1)).initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}
