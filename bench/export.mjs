import { setInterval } from 'node:timers';
import { setTimeout as pause } from 'node:timers/promises';
import { Caller } from '../dist/src/access/caller.js';
import { exportSql } from '../dist/src/activities/activity-export.js';
import { ratiosOf, typical } from './figures.mjs';
import { residentMiB } from './program.mjs';

const PATH = '/api/v1/activities/export.csv';

/** The whole log as CSV, against COPY of the very query that the program runs; and what its memory does meanwhile. */
export async function measureExport({ client, small, large, figures, size }) {
  const full = ({ port, ground }) =>
    client.give({ kind: 'swallow', port, token: ground.reader.token, path: PATH });
  const copy = exportSql(readerOf(large), {});
  const bare = () => client.give({ kind: 'swallow', url: large.runtimeUrl, copy });
  await bare();
  await full(small);
  const rows = [];
  for (let n = 0; n < size.repetitions; n++) {
    const short = await watched(small, () => full(small));
    const product = await watched(large, () => full(large));
    rows.push({ product, short, bare: await bare() });
  }
  const megabytes = `${Math.round(rows[0].product.bytes / 1e6)} MB`;
  figures.add('CSV export of all rows : COPY of the same query', {
    target: 1.3,
    better: 'lower',
    ratios: ratiosOf(
      rows,
      ({ product }) => product.ms,
      ({ bare: b }) => b.ms,
    ),
    conditions: `${large.rows} rows, ${megabytes}: ${typical(rows, ({ product }) => product.ms, ' ms')} : ${typical(rows, ({ bare: b }) => b.ms, ' ms')}; first byte ${typical(rows, ({ product }) => product.first, ' ms')}`,
  });
  figures.add('CSV export, growth of memory, MiB', {
    target: 32,
    better: 'lower',
    ratios: rows.map(({ product, short }) => Math.max(product.grown, short.grown)),
    conditions: `resident, before to highest; ${small.rows} rows ${typical(rows, ({ short }) => short.grown, ' MiB')}, ${large.rows} rows ${typical(rows, ({ product }) => product.grown, ' MiB')}`,
  });
}

/** The result of some work and by how much the process grew at its highest. */
async function watched({ pid }, work) {
  await pause(200);
  const before = residentMiB(pid);
  let highest = before;
  const timer = setInterval(() => (highest = Math.max(highest, residentMiB(pid))), 20);
  const result = await work();
  clearInterval(timer);
  return { ...result, grown: highest - before };
}

function readerOf({ ground }) {
  const memberships = ground.projects.map(({ id }) => ({
    projectId: id,
    role: 'manager',
    participationId: null,
  }));
  return new Caller({ userId: ground.reader.id, personId: null, memberships });
}
