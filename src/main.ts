import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigError, readConfig } from './config.js';
import { createApp } from './create-app.js';
import { Chores } from './platform/chores.js';
import { type OpenDatabase, openDatabase } from './platform/database-start.js';
import { log } from './platform/log.js';
import { StartRefused } from './platform/start-refused.js';
import { servePages } from './serve-pages.js';

async function start(): Promise<void> {
  const config = readConfig();
  const database = await openDatabase(config);
  try {
    await serve(config, database);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function serve(config: Config, database: OpenDatabase): Promise<void> {
  const app = await createApp(config, database);
  const pages = join(process.cwd(), 'dist/web');
  if (existsSync(pages)) await servePages(app, pages);
  if (config.worker === 'inline') app.get(Chores).begin();
  await app.listen(config.port, config.host);
  // Requests and jobs end first, then the database that they use.
  const stop = async () => {
    await app.close();
    await database.stop();
    process.exit();
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  process.stdout.write(`Capofila è pronto: ${config.publicUrl}\n`);
  if (database.embedded) process.stdout.write(`I dati sono in ${config.dataDir}\n`);
}

function sentenceFor(error: unknown): string | null {
  if (error instanceof ConfigError || error instanceof StartRefused) return error.message;
  const { code, port } = error as { code?: string; port?: number };
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return null;
  return `La porta ${port} è occupata o riservata: sceglierne un'altra con PORT.`;
}

start().catch((error: unknown) => {
  const sentence = sentenceFor(error);
  if (sentence) process.stderr.write(`${sentence}\n`);
  else log.fatal({ err: error }, 'start failed');
  process.exit(1);
});
