import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src/data-source.js';
import { startEmbedded } from '../../src/platform/embedded-database.js';
import { isAlive } from '../../src/platform/embedded-folder.js';

const PREFIX = 'capofila-test-';

/** Where the migrated template is, as the tests of this run find it in their environment. */
export interface TestCluster {
  folder: string;
  ownerUrl: string;
  runtimeUrl: string;
}

/**
 * Starts the PostgreSQL of one test run, with a database that every migration has built and that each test file
 * clones. Answers what stops it.
 */
export async function startCluster(): Promise<() => Promise<void>> {
  await removeAbandoned();
  const folder = join(tmpdir(), `${PREFIX}${process.pid}`);
  const dir = join(folder, 'pg18');
  const database = await startEmbedded({ dir, database: 'template', durable: false });
  const stop = async () => {
    await database.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    await migrate(database.ownerUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  const { ownerUrl, runtimeUrl } = database;
  process.env.TEST_CLUSTER = JSON.stringify({ folder, ownerUrl, runtimeUrl } satisfies TestCluster);
  return stop;
}

/** A run that was killed leaves its server behind; the next one cleans up. */
async function removeAbandoned(): Promise<void> {
  for (const name of fs.readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length)))) continue;
    const folder = join(tmpdir(), name);
    // Another run may be cleaning up the same one.
    await stopAbandoned(join(folder, 'pg18')).catch(() => undefined);
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function stopAbandoned(dir: string): Promise<void> {
  if (!fs.existsSync(dir)) return;
  const abandoned = await startEmbedded({ dir, database: 'template', durable: false });
  await abandoned.stop();
}
