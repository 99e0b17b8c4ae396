import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const START_LIMIT_MS = 60_000;

/** The program as a process of its own, by the door that `npm start` takes. */
export interface Program {
  url: string;
  pid: number;
  /** Everything printed so far. */
  output(): string;
  /** Sends the signal and waits for the end; answers the exit code, null when it was killed. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts it and waits until it answers. Throws with its output when it ends first. */
export async function startProgram(
  dataDir: string,
  env: Record<string, string> = {},
): Promise<Program> {
  const port = await freePort();
  const { child, output } = run({ DATA_DIR: dataDir, PORT: String(port), ...env });
  const url = `http://127.0.0.1:${port}`;
  const limit = Date.now() + START_LIMIT_MS;
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > limit) throw new Error(output());
    await pause(50);
  }
  return { url, pid: child.pid!, output, end: (signal) => end(child, signal) };
}

interface Ended {
  code: number | null;
  output: string;
}

/** An operator's command on a data folder: its exit code and what it printed. */
export const operate = (dataDir: string, ...words: string[]): Promise<Ended> =>
  ended({ DATA_DIR: dataDir }, words);

/** A start, or with words an operator's command, that ends by itself: its exit code and what it printed. */
export async function ended(env: Record<string, string>, words: string[] = []): Promise<Ended> {
  const { child, output } = run(env, words);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: output() };
}

/** Process number of the embedded PostgreSQL of a data folder. */
export function postmasterOf(dataDir: string): number {
  return Number(fs.readFileSync(pidFile(dataDir), 'utf8').split('\n')[0]);
}

/** Address of the embedded database for its owner. */
export function ownerUrlOf(dataDir: string): string {
  const secrets = fs.readFileSync(join(dataDir, 'pg18/passwords.json'), 'utf8');
  const { owner } = JSON.parse(secrets) as { owner: string };
  const port = fs.readFileSync(pidFile(dataDir), 'utf8').split('\n')[3];
  return `postgres://app:${owner}@127.0.0.1:${port}/capofila`;
}

const pidFile = (dataDir: string): string => join(dataDir, 'pg18/data/postmaster.pid');

export const isServed = (dataDir: string): boolean => fs.existsSync(pidFile(dataDir));

function run(
  env: Record<string, string>,
  words: string[] = [],
): { child: ChildProcess; output: () => string } {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['start.mjs', ...words], { env: { PATH, HOME, ...env } });
  let printed = '';
  child.stdout.on('data', (text) => (printed += text));
  child.stderr.on('data', (text) => (printed += text));
  return { child, output: () => printed };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const closed = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  return (await closed)[0];
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/status`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
