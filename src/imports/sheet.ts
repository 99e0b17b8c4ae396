import { badFile, tooManyColumns, tooManyRows } from './import-problems.js';

/** One row of a file: where it stands (the first is 1) and its cells as text, as Italian Excel shows them. */
export interface SheetRow {
  line: number;
  cells: string[];
}

/** The rows of a file, read one after the other: a large file is never whole in memory. */
export type SheetRows = AsyncIterable<SheetRow>;

export const LIMITS = { columns: 200, rows: 200_000, cell: 32_767 } as const;

/** The first row that is not empty names the columns; the empty ones after it are left out. Throws 422 beyond the limits. */
export async function* guarded(rows: SheetRows): SheetRows {
  let count = 0;
  for await (const { line, cells } of rows) {
    const kept = withoutTail(cells);
    if (kept.length === 0) continue;
    if (kept.length > LIMITS.columns) throw tooManyColumns(LIMITS.columns);
    // The names of the columns are a row too.
    if (++count > LIMITS.rows + 1) throw tooManyRows(LIMITS.rows);
    if (kept.some((cell) => cell.length > LIMITS.cell)) throw tooLong(line);
    yield { line, cells: kept };
  }
}

function withoutTail(cells: string[]): string[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1]?.trim() === '') length -= 1;
  return cells.slice(0, length);
}

export const tooLong = (line?: number) =>
  badFile(
    'cell',
    `${line ? `La riga ${line}` : 'Il foglio'} ha una cella troppo lunga: accorciala e riprova.`,
  );
