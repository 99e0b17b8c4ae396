import { openDatabase } from '../platform/database-start.js';
import type { Work } from './command.js';

/** For deployments that bring the schema up to date before the new program starts. */
export const migrateDatabase: Work = async (config) => {
  const database = await openDatabase(config);
  await database.stop();
  return 'La base dati è aggiornata.';
};
