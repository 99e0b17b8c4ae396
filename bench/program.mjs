import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** One process of the built program on a database of the run, everything switched on; its log goes to a file. */
export async function startProgram(folder, { name, runtimeUrl, ownerUrl }) {
  const dataDir = join(folder, `data-${name}`);
  mkdirSync(dataDir);
  const port = await freePort();
  const program = runProgram(['dist/program/main.js'], openSync(join(folder, `${name}.log`), 'a'), {
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: runtimeUrl,
    MIGRATION_DATABASE_URL: ownerUrl,
    RATE_LIMIT: '999999999',
  });
  await ready(port, program.child);
  return { ...program, port };
}

/** Starts Node in `cwd` with nothing of our own environment but the paths. */
export function runProgram(args, output, env, cwd = root) {
  const { PATH, HOME, BENCH_NODE_OPTIONS = '' } = process.env;
  const options = BENCH_NODE_OPTIONS.split(' ').filter(Boolean);
  const child = spawn(process.execPath, [...options, ...args], {
    cwd,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', output, output],
  });
  const stop = async (signal = 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return { child, pid: child.pid, stop };
}

/** Milliseconds until `/status` answers. */
export async function ready(port, child) {
  const start = performance.now();
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
    await pause(10);
  }
  return performance.now() - start;
}

const answers = (port) =>
  fetch(`http://127.0.0.1:${port}/status`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Resident memory in MiB. */
export const residentMiB = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}
