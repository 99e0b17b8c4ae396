import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { newToken, hashOf } from '../../src/access/sessions.js';
import { readConfig } from '../../src/config.js';
import { createApp } from '../../src/create-app.js';
import { dataSourceOptions } from '../../src/data-source.js';
import { Clock } from '../../src/kernel/dates.js';
import { openApiDocument } from '../../src/openapi-document.js';
import { Answers } from './answers.js';
import { Client } from './client.js';
import { cloneDatabase, cluster, type TestDatabase } from './database.js';

/** The whole program on a database of its own, spoken to over HTTP. */
export interface TestApp {
  nest: NestFastifyApplication;
  /** The owner's connection: to arrange what no route offers and to look at what is really stored. */
  db: DataSource;
  clock: Clock;
  /** Speaks as a user, or as nobody. */
  as(user: { id: string } | null): Client;
  dataDir: string;
  close(): Promise<void>;
}

export const TODAY = '2019-11-20';

export const startApp = async (env: Record<string, string> = {}): Promise<TestApp> =>
  startOn(await cloneDatabase(), env);

export async function startOn(
  database: TestDatabase,
  env: Record<string, string> = {},
): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'capofila-data-'));
  const config = readConfig({
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    RATE_LIMIT: '1000000',
    WORKER: 'none',
    ...env,
  });
  const nest = await createApp(config, database);
  await nest.init();
  await nest.getHttpAdapter().getInstance().ready();
  const db = await new DataSource(dataSourceOptions(database.ownerUrl, 4)).initialize();
  const clock = nest.get(Clock);
  clock.set(TODAY);
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (id: string) => tokens.get(id) ?? remember(tokens, id, openSession(db, id));
  return {
    nest,
    db,
    clock,
    dataDir,
    as: (user) => new Client(nest, answersOf(nest), user ? () => tokenOf(user.id) : null),
    async close() {
      await nest.close();
      await db.destroy();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What the answers must look like is worked out once for all stories that are read together. */
let answers: Answers | undefined;
const answersOf = (nest: NestFastifyApplication): Answers =>
  (answers ??= new Answers(documentOf(nest)));

/** Making the document takes as long as starting the program: the first file of a run keeps it for the others. */
function documentOf(nest: NestFastifyApplication): Record<string, unknown> {
  const kept = join(cluster().folder, 'openapi.json');
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as Record<string, unknown>;
  const document = openApiDocument(nest);
  const written = `${kept}.${process.pid}`;
  writeFileSync(written, JSON.stringify(document));
  renameSync(written, kept);
  return document;
}

function remember(
  tokens: Map<string, Promise<string>>,
  id: string,
  token: Promise<string>,
): Promise<string> {
  tokens.set(id, token);
  return token;
}

async function openSession(db: DataSource, userId: string): Promise<string> {
  const token = newToken();
  await db.query(
    `INSERT INTO session (user_id, token_hash, kind, expires_at) VALUES ($1, $2, 'browser', now() + interval '12 hours')`,
    [userId, hashOf(token)],
  );
  return token;
}
