import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { ConfigError } from './config.js';
import { StartRefused } from './platform/start-refused.js';

const CLOSE_LIMIT_MS = 8_000;

/**
 * Runs a process of ours to its end: `begin` answers what closes it, which happens at the first SIGTERM or Ctrl-C. A
 * start that fails for a known reason says so in one sentence; the exit code is then 1.
 */
export function runProgram(begin: () => Promise<() => Promise<void>>): void {
  begin().then(
    (close) => {
      const stop = () => void close().then(() => process.exit(), fail);
      process.once('SIGTERM', stop);
      process.once('SIGINT', stop);
    },
    (error: unknown) => fail(error),
  );
}

/**
 * Lets requests and jobs that are going on come to their end, but not for ever: a queue or database that has gone would
 * keep them waiting, and what is committed is safe.
 */
export async function closeApp(app: INestApplicationContext): Promise<void> {
  await Promise.race([app.close(), pause(CLOSE_LIMIT_MS, undefined, { ref: false })]);
}

async function fail(error: unknown): Promise<void> {
  const sentence = sentenceFor(error);
  if (sentence) process.stderr.write(`${sentence}\n`);
  // Read only when it is needed: a start waits for every module.
  else (await import('./platform/log.js')).log.fatal({ err: error }, 'program failed');
  process.exit(1);
}

function sentenceFor(error: unknown): string | null {
  if (error instanceof ConfigError || error instanceof StartRefused) return error.message;
  const { code, syscall, port } = error as { code?: string; syscall?: string; port?: number };
  if (syscall !== 'listen' || !['EADDRINUSE', 'EACCES'].includes(code ?? '')) return null;
  return `La porta ${port} è occupata o riservata: sceglierne un'altra con PORT.`;
}
