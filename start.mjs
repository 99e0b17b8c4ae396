/**
 * `npm start`: installs and builds what is missing or stale, then runs the program in this very process, so that
 * signals reach it. With a word after it, an operator's command: see `npm run cli help`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { install, nodeIsTooOld } from './install.mjs';

const root = dirname(fileURLToPath(import.meta.url));
process.chdir(root);

if (nodeIsTooOld()) {
  console.error(`Serve Node 20.19 o successivo; questo è il ${process.versions.node}.`);
  process.exit(1);
}

install({ say: () => console.log('Installo i pacchetti (una volta sola, un minuto circa)…') });
await buildWhatIsStale();
endWithParent();
const program = process.argv.length > 2 ? 'cli.js' : 'main.js';
await import(pathToFileURL(join(root, 'dist/program', program)).href);

/** In a process of its own, so that the program does not carry the compilers' memory. */
async function buildWhatIsStale() {
  const { stale } = await import('./build.mjs');
  if (stale().length === 0) return;
  console.log('Preparo il programma…');
  const { status } = spawnSync(process.execPath, ['build.mjs'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(1);
}

/** npm hands no signal on: when it is killed, the program that it started must not go on alone. */
function endWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

/** The shell that npm runs us in and, where the system tells, npm itself. */
function ancestors() {
  try {
    const [, npm] = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').pop().split(' ');
    return `${process.ppid} ${npm}`;
  } catch {
    return String(process.ppid);
  }
}
