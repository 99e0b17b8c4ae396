import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import type { FieldError } from '../kernel/errors.js';
import type { FileImport } from './import.entity.js';
import type { SheetRow } from './sheet.js';

/** What became of one row of the file. */
export interface Result {
  line: number;
  state: 'good' | 'bad' | 'already';
  fingerprint: Buffer | null;
  row: object | null;
  errors: FieldError[] | null;
}

/** Copies lines of CSV into a table, within the transaction; a slow database holds the reading up. */
async function copyIn(db: EntityManager, into: string, lines: AsyncIterable<string>) {
  const client = (await db.queryRunner?.connect()) as ClientBase;
  const copy = client.query(copyFrom(`COPY ${into} FROM STDIN WITH (FORMAT csv)`));
  await pipeline(Readable.from(inBlocks(lines)), copy);
}

const BLOCK = 64 * 1024;

async function* inBlocks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let block = '';
  for await (const line of lines) {
    block += `${line}\n`;
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  if (block) yield block;
}

// PostgreSQL text cannot hold NUL.
const quoted = (text: string): string => `"${text.replaceAll('\0', '').replaceAll('"', '""')}"`;
const arrayOf = (cells: readonly string[]): string =>
  `{${cells.map((cell) => `"${cell.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;

export async function copyRows(db: EntityManager, id: string, rows: AsyncIterable<SheetRow>) {
  await copyIn(db, 'import_row (import_id, line, cells)', written(id, rows));
}

async function* written(id: string, rows: AsyncIterable<SheetRow>): AsyncGenerator<string> {
  for await (const { line, cells } of rows) yield `${id},${line},${quoted(arrayOf(cells))}`;
}

export async function copyResults(db: EntityManager, id: string, results: readonly Result[]) {
  const lines = results.map(({ line, state, fingerprint, row, errors }) =>
    [
      id,
      line,
      state,
      fingerprint ? `\\x${fingerprint.toString('hex')}` : '',
      row ? quoted(JSON.stringify(row)) : '',
      errors ? quoted(JSON.stringify(errors)) : '',
    ].join(','),
  );
  const into = 'import_result (import_id, line, state, fingerprint, row, errors)';
  await copyIn(db, into, Readable.from(lines));
}

/** The next rows of the file after a line. */
export const rowsAfter = (
  db: EntityManager,
  id: string,
  after: number,
  limit: number,
): Promise<SheetRow[]> =>
  db.query(
    'SELECT line, cells FROM import_row WHERE import_id = $1 AND line > $2 ORDER BY line LIMIT $3',
    [id, after, limit],
  );

export const dropResults = (db: EntityManager, id: string): Promise<unknown> =>
  db.query('DELETE FROM import_result WHERE import_id = $1', [id]);

export const countRows = async (db: EntityManager, id: string): Promise<number> => {
  const [{ rows }] = (await db.query(
    'SELECT count(*)::int AS rows FROM import_row WHERE import_id = $1',
    [id],
  )) as [{ rows: number }];
  return rows;
};

/** Marks the rows that earlier imports have made already; of two equal rows in one file the second is another row. */
export async function markAlready(
  db: EntityManager,
  { id, target, projectId }: FileImport,
  everywhere: boolean,
): Promise<void> {
  await db.query(
    `UPDATE import_result r SET state = 'already'
     FROM (SELECT line, fingerprint, row_number() OVER (PARTITION BY fingerprint ORDER BY line) AS nth
           FROM import_result WHERE import_id = $1 AND state = 'good') mine,
       LATERAL (SELECT count(*) AS made FROM import_result e JOIN file_import i ON i.id = e.import_id
         WHERE e.fingerprint = mine.fingerprint AND e.state = 'good' AND i.state = 'applied' AND i.target = $2
           AND (i.project_id = $3 OR $4)) earlier
     WHERE r.import_id = $1 AND r.line = mine.line AND earlier.made >= mine.nth`,
    [id, target, projectId, everywhere],
  );
}

/** Nobody changes a row that the import made between the moment when it is looked at and the one when it is taken back. */
export async function lockMade(
  db: EntityManager,
  importId: string,
  tables: readonly string[],
): Promise<void> {
  for (const table of tables)
    await db.query(
      `SELECT FROM ${table} WHERE id IN (SELECT row_id FROM import_result WHERE import_id = $1 AND state = 'good') ORDER BY id FOR UPDATE`,
      [importId],
    );
}

export interface Counts {
  good: number;
  bad: number;
  already: number;
}

export async function countResults(db: EntityManager, id: string): Promise<Counts> {
  const [counts] = (await db.query(
    `SELECT count(*) FILTER (WHERE state = 'good')::int AS good, count(*) FILTER (WHERE state = 'bad')::int AS bad,
       count(*) FILTER (WHERE state = 'already')::int AS already
     FROM import_result WHERE import_id = $1`,
    [id],
  )) as [Counts];
  return counts;
}

/** The lines at which a stretch of so many rows ends, in order. */
export async function stretchEnds(db: EntityManager, id: string, length: number) {
  const rows = (await db.query(
    `SELECT max(line) AS line FROM (SELECT line, (row_number() OVER (ORDER BY line) - 1) / $2 AS part
       FROM import_result WHERE import_id = $1 AND state = 'good') parts GROUP BY part ORDER BY 1`,
    [id, length],
  )) as { line: number }[];
  return rows.map(({ line }) => line);
}

/** Imports of the same rows wait for each other. */
export const lockTarget = (db: EntityManager, { target, projectId }: FileImport, all: boolean) =>
  db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1768))', [
    all ? target : `${target}/${projectId}`,
  ]);

export const rememberMapping = (
  db: EntityManager,
  userId: string | null,
  { target, shape, mapping }: FileImport,
): Promise<unknown> =>
  userId === null
    ? Promise.resolve()
    : db.query(
        `INSERT INTO import_mapping (user_id, target, shape, mapping) VALUES ($1, $2, $3, $4)
         ON CONFLICT (user_id, target, shape) DO UPDATE SET mapping = excluded.mapping, kept_at = now()`,
        [userId, target, shape, JSON.stringify(mapping)],
      );

export async function rememberedMapping(
  db: EntityManager,
  userId: string,
  target: string,
  shape: string,
): Promise<FileImport['mapping']> {
  const [known] = (await db.query(
    'SELECT mapping FROM import_mapping WHERE user_id = $1 AND target = $2 AND shape = $3',
    [userId, target, shape],
  )) as { mapping: FileImport['mapping'] }[];
  return known?.mapping ?? null;
}

/** What the files said is needed for the preview only; which rows were made is kept, so that the same file changes nothing. */
export const forgetCells = (db: EntityManager): Promise<unknown> =>
  db.query(
    `DELETE FROM import_row r USING file_import i WHERE i.id = r.import_id AND i.updated_at < now() - interval '30 days'`,
  );
