import { openDatabase } from '../platform/database-start.js';
import type { Command } from './command.js';

/** For deployments that bring the schema up to date before the new program starts. */
export const migrateDatabase: Command = {
  does: 'porta la base dati alla versione di questo programma',
  async run(config) {
    const database = await openDatabase(config);
    await database.stop();
    return 'La base dati è aggiornata.';
  },
};
