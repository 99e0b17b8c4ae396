import { parseDay, parseDuration, parseTime } from '../frame/parse.js';
import { columnOf, plain, TYPED, type Typed, type TypedCells } from './typed-columns.js';
import type { TypedChoices } from './typed-rows.js';

export interface Pasted {
  /** What each column of the block holds; null is left out. */
  columns: (Typed | null)[];
  rows: string[][];
}

/** Takes the heads from the first row when it has some, else tells each column by what stands in it. */
export function understand(block: string[][], choices: TypedChoices): Pasted {
  const filled = block.filter((row) => row.some((cell) => cell.trim() !== ''));
  const [first = [], ...rest] = filled;
  const heads = first.map((cell) => columnOf(cell) ?? null);
  if (heads.filter(Boolean).length >= Math.min(2, first.length)) {
    return { columns: once(heads), rows: rest };
  }
  const width = Math.max(0, ...filled.map((row) => row.length));
  const columns: (Typed | null)[] = [];
  for (let index = 0; index < width; index++) {
    const cells = filled.map((row) => row[index]?.trim() ?? '').filter(Boolean);
    const tests = testsOf(choices).filter(([key]) => !columns.includes(key));
    const best = tests
      .map(([key, fits]) => ({ key, share: cells.filter(fits).length / (cells.length || 1) }))
      .find(({ share }) => share >= 0.6);
    columns.push(best?.key ?? (columns.includes('note') ? null : 'note'));
  }
  return { columns, rows: filled };
}

const once = (columns: (Typed | null)[]): (Typed | null)[] =>
  columns.map((key, index) => (columns.indexOf(key) === index ? key : null));

function testsOf(choices: TypedChoices): [Typed, (cell: string) => boolean][] {
  const named = (list: { label: string; hint?: string }[]) => {
    const names = new Set(list.flatMap(({ label, hint }) => [plain(label), plain(hint ?? '')]));
    return (cell: string) => plain(cell) !== '' && names.has(plain(cell));
  };
  return [
    [
      'day',
      (cell) => /\d[/.-]\d|\d{4}|[a-z]{3} \d/i.test(cell) && parseDay(cell, '2019-11-20') !== null,
    ],
    ['kind', named(choices.kinds)],
    ['workItem', named(choices.workItems)],
    ['partner', named(choices.partners)],
    ['staff', named(choices.people)],
    ['bodies', named(choices.bodies)],
    ['language', named(choices.languages)],
    ['territory', named(choices.territories)],
    ['duration', (cell) => parseDuration(cell) !== null],
    ['startTime', (cell) => /[:.]/.test(cell) && parseTime(cell) !== null],
    ['participants', (cell) => /^\d{1,4}$/.test(cell)],
    ['place', (cell) => cell.length <= 40],
  ];
}

/** The rows with their cells by name; `defaults` stand where the block says nothing. */
export const cellsOfBlock = ({ columns, rows }: Pasted, defaults: TypedCells): TypedCells[] =>
  rows.map((row) => {
    const cells: TypedCells = { ...defaults };
    for (const [index, key] of columns.entries()) {
      const text = row[index]?.trim();
      if (key && text) cells[key] = text;
    }
    return cells;
  });

/** Which columns the sheet shows: those of the block, and what a row cannot do without. */
export const columnsShown = ({ columns }: Pasted): Typed[] =>
  TYPED.filter(
    (key) => columns.includes(key) || ['day', 'kind', 'duration', 'workItem'].includes(key),
  );
