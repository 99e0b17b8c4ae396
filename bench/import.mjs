import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { insertActivities, markTakenTimes } from '../dist/src/imports/activity-target.queries.js';
import { countResults, markAlready, stretchEnds } from '../dist/src/imports/staging.queries.js';
import { ratiosOf, typical } from './figures.mjs';

const STRETCH = 5000;
const TODAY = '2026-01-01';
const COLUMNS =
  'id, project_id, work_item_id, kind, state, day, minutes, note, staff_ids, organisation_ids';

/**
 * Rows that a dry run has found good become activities as the program makes them, against COPY of the same rows into the
 * same table, with the same constraints and triggers. Both are rolled back, so that each turn finds the table as it was.
 */
export async function measureImport({ small, figures, size }) {
  const rows = Math.min(100_000, size.large);
  const client = new pg.Client({ connectionString: small.runtimeUrl });
  await client.connect();
  try {
    const file = await prepare(client, rows);
    const lines = await linesOf(client, file);
    const turns = [];
    for (let n = 0; n < size.repetitions + 1; n++)
      turns.push({
        product: await timed(client, () => apply(client, file)),
        bare: await timed(client, () => copy(client, lines)),
      });
    // The first turn warms the caches.
    turns.shift();
    figures.add('import of validated activities : COPY into the same table', {
      target: 2,
      better: 'lower',
      ratios: ratiosOf(
        turns,
        ({ product }) => product,
        ({ bare }) => bare,
      ),
      conditions: `${rows} rows: ${typical(turns, ({ product }) => product, ' ms')} : ${typical(turns, ({ bare }) => bare, ' ms')}`,
    });
    await client.query('DELETE FROM file_import WHERE id = $1', [file.id]);
  } finally {
    await client.end();
  }
}

/** A checked import of so many rows, each with one person and one body. */
async function prepare(client, rows) {
  const {
    rows: [file],
  } = await client.query(
    `INSERT INTO file_import (project_id, target, file_name, sha256, shape, columns, state, rows)
     SELECT id, 'activities', 'banco.csv', '', '', '{}', 'checked', $1 FROM project ORDER BY id LIMIT 1
     RETURNING id, project_id AS "projectId", target`,
    [rows],
  );
  await client.query(
    `INSERT INTO import_result (import_id, line, state, fingerprint, row)
     SELECT $1, n, 'good', sha256(convert_to(n::text, 'UTF8')), jsonb_build_object('kind', 'on_call_mediation', 'workItemId', w.id,
       'day', date '2024-01-01' + n % 365, 'minutes', 30 + n % 90, 'note', 'riga ' || n,
       'staffIds', jsonb_build_array(p.ids[1 + n % array_length(p.ids, 1)]),
       'organisationIds', jsonb_build_array(o.ids[1 + n % array_length(o.ids, 1)]))
     FROM generate_series(1, $3::int) n, (SELECT id FROM work_item WHERE project_id = $2 ORDER BY id LIMIT 1) w,
       (SELECT array_agg(id ORDER BY id) AS ids FROM person) p, (SELECT array_agg(id ORDER BY id) AS ids FROM organisation) o`,
    [file.id, file.projectId, rows],
  );
  await client.query('ANALYZE import_result').catch(() => undefined);
  return file;
}

/** The same activities as the lines that COPY takes. */
async function linesOf(client, { id, projectId }) {
  const read = client.query(
    copyStreams.to(`COPY (
      SELECT r.row_id, '${projectId}', v."workItemId", v.kind, 'done', v.day, v.minutes, v.note, v."staffIds", v."organisationIds"
      FROM import_result r CROSS JOIN LATERAL jsonb_to_record(r.row) AS v("workItemId" uuid, kind text, day date, minutes integer,
        note text, "staffIds" uuid[], "organisationIds" uuid[])
      WHERE r.import_id = '${id}' ORDER BY r.line) TO STDOUT`),
  );
  const chunks = [];
  for await (const chunk of read) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function timed(client, work) {
  await client.query('BEGIN');
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  await client.query('ROLLBACK');
  return ms;
}

/** What the program does when a checked import is applied. */
async function apply(client, file) {
  const db = { query: async (sql, values) => (await client.query(sql, values)).rows };
  await markAlready(db, file, false);
  await markTakenTimes(db, file.id);
  await countResults(db, file.id);
  let from = 0;
  for (const to of await stretchEnds(db, file.id, STRETCH)) {
    const place = { projectId: file.projectId, today: TODAY };
    await insertActivities(db, { importId: file.id, from, to }, place);
    from = to + 1;
  }
}

const copy = (client, lines) =>
  pipeline(
    Readable.from([lines]),
    client.query(copyStreams.from(`COPY activity (${COLUMNS}) FROM STDIN`)),
  );
