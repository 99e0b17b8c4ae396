import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { createPostgresBackend, setDefaultBackendFactory } from 'bullmq';
import { DataSource } from 'typeorm';
import type { Config } from '../../config.js';
import { CONFIG } from '../config.token.js';
import { OutboxProcessor } from './outbox.processor.js';
import { QUEUE_SCHEMA } from './prepare-queue.js';
import { QUEUE, Relay } from './relay.js';

const CONNECTIONS = 3;

/** Imported only by a process that carries out jobs: a web process asks through the outbox and needs no queue. */
@Module({
  imports: [
    BullModule.forRootAsync({
      inject: [CONFIG, DataSource],
      useFactory: (config: Config, source: DataSource) => ({
        connection: config.redisUrl ? overRedis(config.redisUrl) : overPostgres(source),
      }),
    }),
    BullModule.registerQueue({ name: QUEUE }),
  ],
  providers: [Relay, OutboxProcessor],
  exports: [Relay],
})
export class QueueModule {}

/** BullMQ chooses its backend process-wide, before the first queue is made. */
function overRedis(url: string) {
  setDefaultBackendFactory();
  // While Redis is away the hand-over waits for it; the rows stay ours.
  return { url, maxRetriesPerRequest: null };
}

function overPostgres(source: DataSource): object {
  setDefaultBackendFactory(createPostgresBackend);
  const { url } = source.options as { url?: string };
  return { connectionString: url, schema: QUEUE_SCHEMA, max: CONNECTIONS };
}
