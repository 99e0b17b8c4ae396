import { readConfig } from './config.js';
import { openDatabase } from './platform/database-start.js';
import { runProgram } from './run-program.js';

/** The web process. Its modules are read while the embedded server starts: each takes about as long as the other. */
runProgram(async () => {
  const config = readConfig();
  const reading = import('./serve.js');
  const database = await openDatabase(config);
  try {
    const close = await (await reading).serve(config, database);
    // Requests and jobs end first, then the database that they use.
    return () => close().finally(() => database.stop());
  } catch (error) {
    await database.stop();
    throw error;
  }
});
