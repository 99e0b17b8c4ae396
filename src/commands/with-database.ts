import { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { dataSourceOptions } from '../data-source.js';
import { openDatabase } from '../platform/database-start.js';

/** Runs beside a program that is already up, or on its own; as the role that serves requests unless told otherwise. */
export async function withDatabase<T>(
  config: Config,
  work: (source: DataSource) => Promise<T>,
  { asOwner = false } = {},
): Promise<T> {
  const database = await openDatabase(config, { beside: true });
  try {
    const url = asOwner ? database.ownerUrl : database.runtimeUrl;
    const source = await new DataSource(dataSourceOptions(url, 2)).initialize();
    try {
      return await work(source);
    } finally {
      await source.destroy();
    }
  } finally {
    await database.stop();
  }
}
