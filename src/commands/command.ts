import { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { dataSourceOptions } from '../data-source.js';
import { type OpenDatabase, openDatabase } from '../platform/database-start.js';

/** Something that an operator does from the command line. */
export interface Command {
  /** Name of the one word that must follow, as shown in the help. */
  argument?: string;
  does: string;
  /** Answers the sentence to print. Throws Refused when it cannot or the outcome is bad. */
  run: (config: Config, argument: string) => Promise<string>;
}

/** The command did not do what was asked, or found what it looks for; the message says why. */
export class Refused extends Error {}

/** Runs beside a program that is already up, or on its own. */
export async function withDatabase<T>(
  config: Config,
  work: (source: DataSource, database: OpenDatabase) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(config, { beside: true });
  try {
    const source = await new DataSource(dataSourceOptions(database.runtimeUrl, 2)).initialize();
    try {
      return await work(source, database);
    } finally {
      await source.destroy();
    }
  } finally {
    await database.stop();
  }
}
