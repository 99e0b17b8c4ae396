import type { Type } from '@nestjs/common';
import { BadShape } from './errors.js';
import { ListField, QueryInteger, TextField } from './fields.js';

/** How much of a list is wanted, and after which row. */
export class PageQuery {
  @QueryInteger({ min: 1, max: 200, description: 'Quante righe (50 se manca).' })
  limit?: number;

  @TextField({ optional: true, max: 1000, description: 'Il `next` della pagina precedente.' })
  after?: string;
}

export interface Page<T> {
  items: T[];
  /** What to pass as `after` for the rows that follow; null at the end. */
  next: string | null;
}

type Key = string | number | null;

/** The sort key of a row, opaque to the caller. */
export const encodeCursor = (key: readonly Key[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** The key in a cursor of `length` parts; 400 'page.cursor' when it was not made by `encodeCursor`. */
export function decodeCursor(after: string, length: number): Key[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString());
    if (Array.isArray(key) && key.length === length && key.every(isKey)) return key;
  } catch {
    // falls through to the same answer as any other wrong cursor
  }
  throw new BadShape(
    'page.cursor',
    "Il segno di pagina non è valido: ricomincia dall'inizio dell'elenco.",
  );
}

const isKey = (part: unknown): part is Key =>
  part === null ||
  typeof part === 'number' ||
  (typeof part === 'string' && !part.includes('\u0000'));

export const pageSize = (query: PageQuery): number => query.limit ?? 50;

/** A page from `limit + 1` rows that were read: the one too many only says that there is more. */
export function pageOf<Row, View>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly Key[],
  view: (row: Row) => View,
): Page<View> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return {
    items: kept.map(view),
    next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
  };
}

/** The class of a page for OpenAPI: `class ExpensePage extends PageClass(() => ExpenseView) {}`. */
export function PageClass<T>(item: () => Type<T>): Type<Page<T>> {
  class PageOfItems {
    @ListField(item)
    items!: T[];

    @TextField({ nullable: true, max: 1000 })
    next!: string | null;
  }
  return PageOfItems;
}
