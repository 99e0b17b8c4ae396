import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { FileImport, Mapping } from './import.entity.js';
import type { SheetRow } from './sheet.js';
import { copyResults, rowsAfter, type Result } from './staging.queries.js';
import type { AskedPlace, ImportTarget, RowChecker } from './target.js';

const CHUNK = 500;

/** Judges every row of a file and writes down what came of it; `told` hears how many are done after each chunk. */
export async function checkRows(
  db: EntityManager,
  { id, mapping }: FileImport,
  target: ImportTarget,
  place: AskedPlace,
  told: (done: number) => Promise<void>,
): Promise<void> {
  const checker = await target.checker(db, place);
  let done = 0;
  for (let after = 0; ;) {
    const rows = await rowsAfter(db, id, after, CHUNK);
    const last = rows.at(-1);
    if (!last) return;
    const results: Result[] = [];
    for (const row of rows) results.push(await resultOf(checker, row, mapping ?? {}));
    await copyResults(db, id, results);
    after = last.line;
    done += rows.length;
    await told(done);
  }
}

async function resultOf(
  checker: RowChecker,
  { line, cells }: SheetRow,
  mapping: Mapping,
): Promise<Result> {
  const named = new Map(Object.entries(mapping).map(([key, index]) => [key, cells[index] ?? '']));
  const verdict = await checker.check(named, line);
  if ('errors' in verdict)
    return { line, state: 'bad', fingerprint: null, row: null, errors: verdict.errors };
  const { row, given, already } = verdict;
  return {
    line,
    state: already ? 'already' : 'good',
    fingerprint: createHash('sha256').update(JSON.stringify(row)).digest(),
    row: { ...row, ...given },
    errors: null,
  };
}
