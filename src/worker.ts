import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { type Config, readConfig } from './config.js';
import { Chores } from './platform/chores.js';
import { openDatabase } from './platform/database-start.js';
import { log, NestLog } from './platform/log.js';
import { StartRefused } from './platform/start-refused.js';
import { closeApp, runProgram } from './run-program.js';

/** The job process of a deployment: same program, no door. As many as wanted. */
runProgram(async () => {
  const config: Config = { ...readConfig(), worker: 'inline' };
  log.level = config.logLevel;
  if (!config.databaseUrl) {
    throw new StartRefused(
      'Il processo dei lavori richiede DATABASE_URL: con la base dati incorporata i lavori girano nel programma stesso.',
    );
  }
  const database = await openDatabase(config);
  const app = await NestFactory.createApplicationContext(AppModule.with(config, database), {
    logger: new NestLog(),
    abortOnError: false,
  });
  app.get(Chores).begin();
  process.stdout.write('Il processo dei lavori è pronto.\n');
  return () => closeApp(app).finally(() => database.stop());
});
