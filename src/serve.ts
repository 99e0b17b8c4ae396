import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import type { Config } from './config.js';
import { createApp } from './create-app.js';
import { signIns } from './demo/accounts-file.js';
import { ensureDemonstration } from './demo/first-start.js';
import { resumeDemonstration } from './demo/load-demonstration.js';
import { Clock } from './kernel/dates.js';
import { Chores } from './platform/chores.js';
import type { OpenDatabase } from './platform/database-start.js';
import { closeApp } from './run-program.js';
import { servePages } from './serve-pages.js';

const print = (line: string): unknown => process.stdout.write(`${line}\n`);

/** API, pages and, unless told otherwise, the jobs, on an open database. Answers what ends them, the database apart. */
export async function serve(config: Config, database: OpenDatabase): Promise<() => Promise<void>> {
  const accounts = await ensureDemonstration(database, config.dataDir);
  const app = await createApp(config, database);
  try {
    await open(app, config);
  } catch (error) {
    await closeApp(app);
    throw error;
  }
  print(`Capofila è pronto: ${config.publicUrl}`);
  if (database.embedded) print(`I dati sono in ${config.dataDir}`);
  if (accounts) print(signIns(config.dataDir, accounts));
  return () => closeApp(app);
}

async function open(app: NestFastifyApplication, config: Config): Promise<void> {
  await resumeDemonstration(app.get(DataSource), app.get(Clock));
  const pages = join(process.cwd(), 'dist/web');
  if (existsSync(pages)) await servePages(app, pages);
  await app.listen(config.port, config.host);
  if (config.worker === 'inline') app.get(Chores).begin();
}
