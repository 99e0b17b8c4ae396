import { createHash } from 'node:crypto';
import { BadShape } from '../kernel/errors.js';
import { tidy } from './cells.js';
import { badFile } from './import-problems.js';
import type { Mapping } from './import.entity.js';
import type { SheetRow } from './sheet.js';
import type { ImportColumn, ImportTarget } from './target.js';

/** Two files have the same shape when their columns have the same names in the same order. */
export const shapeOf = (columns: readonly string[]): string =>
  createHash('sha256').update(columns.map(tidy).join('\u001f')).digest('hex');

/** Which column fills which field, guessed from the names; the first column of a name wins. */
export function suggest(target: ImportTarget, columns: readonly string[]): Mapping {
  const taken = new Set<number>();
  const mapping: Mapping = {};
  for (const fits of [isNamed, beginsLike]) {
    for (const column of target.columns) {
      if (column.key in mapping) continue;
      const index = columns.findIndex((name, i) => !taken.has(i) && fits(column, tidy(name)));
      if (index < 0) continue;
      taken.add(index);
      mapping[column.key] = index;
    }
  }
  return mapping;
}

const wordsOf = ({ key, label, names = [] }: ImportColumn): string[] =>
  [key, label, ...names].map(tidy);

const isNamed = (column: ImportColumn, name: string): boolean => wordsOf(column).includes(name);

const beginsLike = (column: ImportColumn, name: string): boolean =>
  wordsOf(column).some((word) => name.startsWith(`${word} `));

/** Throws 400 for a field or a column that does not exist, 422 when a required field has no column. */
export function assertMapping(target: ImportTarget, columns: readonly string[], mapping: Mapping) {
  const known = new Set(target.columns.map(({ key }) => key));
  const strange = Object.entries(mapping).find(
    ([key, index]) => !known.has(key) || index >= columns.length,
  );
  if (strange)
    throw new BadShape('import.mapping', 'Una colonna scelta non esiste: ricarica la pagina.');
  const missing = target.columns.find(({ key, required }) => required && !(key in mapping));
  if (missing)
    throw badFile('mapping', `Scegli quale colonna del file contiene «${missing.label}».`);
}

/** Throws 422 when a target that must hold no names is brought a column that it does not know: it could be of names. */
export function assertAllowed(target: ImportTarget, columns: readonly string[]): void {
  if (!target.nameless) return;
  const known = (name: string) => target.columns.some((column) => isNamed(column, name));
  const column = columns.find((name) => tidy(name) !== '' && !known(tidy(name)));
  if (column === undefined) return;
  const labels = target.columns.map(({ label }) => label).join(', ');
  throw badFile(
    'names',
    `La colonna «${column}» potrebbe dire chi sono le persone. Toglila dal file, oppure, se è una di queste, chiamala così: ${labels}. Nulla è stato letto.`,
  );
}

/** The cells that stand under a name; what stands under none is not looked at, and not kept. */
export async function* underNames(
  columns: readonly string[],
  rows: AsyncIterable<SheetRow>,
): AsyncGenerator<SheetRow> {
  for await (const { line, cells } of rows)
    yield { line, cells: columns.map((name, i) => (tidy(name) === '' ? '' : (cells[i] ?? ''))) };
}
