import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplicationContext, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource, type EntityManager } from 'typeorm';
import { readConfig, type Config } from '../../src/config.js';
import { Deliveries } from '../../src/platform/outbox/deliveries.js';
import {
  OutboxHandler,
  type Delivery,
  type Handler,
  type Progress,
} from '../../src/platform/outbox/handler.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { OutboxModule } from '../../src/platform/outbox/outbox.module.js';
import { prepareQueue } from '../../src/platform/outbox/prepare-queue.js';
import { QueueModule } from '../../src/platform/outbox/queue.module.js';
import { log } from '../../src/platform/log.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { cloneDatabase } from '../support/database.js';

/** What the test's own job does while it runs, by the subject of the payload. */
export const meanwhile = new Map<string, (progress: Progress, attempt: number) => Promise<void>>();

interface Errand {
  subjectId: string;
}

/** A job whose effect is one row: twice the effect would be two rows. */
@OutboxHandler('test.effect')
@Injectable()
class Effect implements Handler<Errand, string> {
  async prepare({ subjectId }: Errand, delivery: Delivery, progress: Progress): Promise<string> {
    await meanwhile.get(subjectId)?.(progress, delivery.attempt);
    return 'prepared';
  }

  async settle(db: EntityManager, { subjectId }: Errand, prepared: string): Promise<void> {
    await db.query(
      `INSERT INTO setting (key, value) VALUES ($1 || uuidv7()::text, to_jsonb($2::text))`,
      [`effect ${subjectId} `, prepared],
    );
  }
}

@Module({ providers: [Effect] })
class Errands {}

export interface Worker {
  app: INestApplicationContext;
  source: DataSource;
  outbox: Outbox;
  deliveries: Deliveries;
  dataDir: string;
  effects(subjectId: string): Promise<number>;
  /** Waits until no row is left to deliver. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** A process that carries out jobs on a database of its own; with `queue: false` only by hand. */
export async function startWorker(
  settings: Partial<Config> & { queue?: boolean } = {},
): Promise<Worker> {
  log.level = 'silent';
  const { queue = true, ...rest } = settings;
  const database = await cloneDatabase();
  if (queue) await prepareQueue(database.ownerUrl);
  const dataDir = mkdtempSync(join(tmpdir(), 'capofila-outbox-'));
  const config = { ...readConfig({ PUBLIC_URL: 'https://capofila.example.it' }), dataDir, ...rest };
  const platform = PlatformModule.with(config, { runtimeUrl: database.runtimeUrl });
  const imports = [platform, OutboxModule, Errands, ...(queue ? [QueueModule] : [])];
  const app = await NestFactory.createApplicationContext(
    { module: class TestWorker {}, imports },
    { logger: false, abortOnError: false },
  );
  app.enableShutdownHooks();
  const source = app.get(DataSource);
  const count = async (sql: string, params: unknown[] = []): Promise<number> => {
    const [row] = (await source.query(sql, params)) as [{ n: number }];
    return row.n;
  };
  return {
    app,
    source,
    outbox: app.get(Outbox),
    deliveries: app.get(Deliveries),
    dataDir,
    effects: (id) =>
      count(`SELECT count(*)::int AS n FROM setting WHERE key LIKE $1`, [`effect ${id} %`]),
    idle: () =>
      until(
        async () =>
          (await count(
            `SELECT count(*)::int AS n FROM outbox WHERE delivered_at IS NULL AND failed_at IS NULL`,
          )) === 0,
      ),
    stop: async () => {
      await app.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Asks again and again until it is so. */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  const patience = performance.now() + 20_000;
  while (!(await holds())) {
    if (performance.now() > patience) throw new Error('it never became so');
    await new Promise((next) => setTimeout(next, 20));
  }
}
