import type { Config } from '../config.js';
import { signIns } from '../demo/accounts-file.js';
import { ensureDemonstration, leaveDemonstration } from '../demo/first-start.js';
import { type OpenDatabase, openDatabase } from '../platform/database-start.js';
import { Refused, type Work } from './command.js';

export const resetDemonstration: Work = (config) =>
  withEmptyDatabase(config, async (database) => {
    const accounts = await ensureDemonstration(database, config.dataDir);
    return `La dimostrazione è di nuovo quella del primo giorno.\n${signIns(config.dataDir, accounts ?? [])}`;
  });

export const leaveForEmpty: Work = (config) =>
  withEmptyDatabase(config, async (database) => {
    await leaveDemonstration(database, config.dataDir);
    return 'La base dati è vuota. Il primo accesso si prepara con: npm run cli first-admin nome@ente.it';
  });

async function withEmptyDatabase(
  config: Config,
  work: (database: OpenDatabase) => Promise<string>,
): Promise<string> {
  if (config.databaseUrl) {
    throw new Refused(
      'Con DATABASE_URL non c’è nessuna dimostrazione: questo comando non tocca quella base dati.',
    );
  }
  const database = await openDatabase(config, { anew: true });
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}
