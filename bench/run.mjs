/**
 * `npm run bench`: the goals of docs/performance.md as ratios to bare SQL on the same PostgreSQL in the same run.
 * --json FILE  one line of JSON per figure
 * --quick      small sizes and short turns, to try a change; its ratios are no result
 * --only NAMES writes, pages, hours, export, import, people, grid, starts: one or, with commas, several
 * Ends with 0 when it ran: what was missed is reported, not hidden.
 */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startClient } from './client.mjs';
import { checkExact } from './exact.mjs';
import { Figures } from './figures.mjs';
import { measureGrid } from './grid.mjs';
import { measureHours } from './hours.mjs';
import { measurePeople } from './people.mjs';
import { measurePages } from './pages.mjs';
import { root, startProgram } from './program.mjs';
import { measureStarts } from './starts.mjs';
import { measureWrites } from './writes.mjs';

const FULL = { small: 10_000, large: 1_000_000, repetitions: 5, seconds: 3, warmUp: 5 };
const QUICK = { small: 2_000, large: 20_000, repetitions: 2, seconds: 1, warmUp: 1 };

const { values: options } = parseArgs({
  options: { json: { type: 'string' }, quick: { type: 'boolean' }, only: { type: 'string' } },
});
const size = options.quick ? QUICK : FULL;
const figures = new Figures(options.json);
const only = options.only?.split(',');
const chosen = (name) => !only || only.includes(name);

execFileSync(process.execPath, [join(root, 'build.mjs')], { stdio: 'inherit' });
console.log(`Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0].toFixed(2)}`);
if (!only?.every((name) => ['grid', 'starts'].includes(name))) await measureServed();
if (chosen('grid')) await measureGrid({ figures, size });
if (chosen('starts')) await measureStarts({ figures, size });
figures.print();

async function measureServed() {
  // The build must stand before what it holds is imported.
  const { startCluster } = await import('./cluster.mjs');
  const parts = await served();
  const cluster = await startCluster();
  const client = startClient();
  const programs = [];
  const stopAll = async () => {
    client.stop();
    for (const { stop } of programs) await stop('SIGKILL');
    await cluster.stop();
  };
  // A run that is cut short leaves nothing behind.
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void stopAll().then(() => process.exit(1)));
  const open = async (name, rows, withBareCopy) => {
    const start = performance.now();
    const database = await cluster.database(name, rows, withBareCopy);
    const program = await startProgram(cluster.folder, database);
    programs.push(program);
    console.log(`${rows} activities in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    return Object.assign(database, { port: program.port, pid: program.pid });
  };
  try {
    const small = await open('small', size.small, true);
    const large = await open('large', size.large, false);
    for (const [name, measure] of Object.entries(parts)) {
      if (!chosen(name)) continue;
      await measure({ client, small, large, figures, size });
      if (name === 'writes') await cluster.settle(small, large);
    }
    await checkExact({ small, large, figures });
  } finally {
    await stopAll();
  }
}

async function served() {
  const { measureExport } = await import('./export.mjs');
  const { measureImport } = await import('./import.mjs');
  return {
    writes: measureWrites,
    pages: measurePages,
    hours: measureHours,
    export: measureExport,
    import: measureImport,
    people: measurePeople,
  };
}
