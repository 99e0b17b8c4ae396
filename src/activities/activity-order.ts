import type { Bind } from '../platform/sql.js';
/**
 * The orders of the list: only those whose key stands whole in each row and has an index, so that any page costs what the first
 * costs and none misses a row. Both directions read the same index.
 */
const KEYS = {
  newest: { columns: ['day', 'id'], direction: 'DESC' },
  oldest: { columns: ['day', 'id'], direction: 'ASC' },
  longest: { columns: ['minutes', 'day', 'id'], direction: 'DESC' },
  shortest: { columns: ['minutes', 'day', 'id'], direction: 'ASC' },
} as const;

const TYPES = { day: 'date', minutes: 'integer', id: 'uuid' };

export type ActivityOrder = keyof typeof KEYS;
export const activityOrders = Object.keys(KEYS) as [ActivityOrder, ...ActivityOrder[]];

type KeyColumn = keyof typeof TYPES;

export const keyOf = (order: ActivityOrder = 'newest'): readonly KeyColumn[] => KEYS[order].columns;

/** `day DESC, id DESC` of a table or alias. */
export const orderBy = (table: string, order: ActivityOrder = 'newest'): string =>
  keyOf(order)
    .map((column) => `${table}.${column} ${KEYS[order].direction}`)
    .join(', ');

/** SQL: the rows of `activity` that follow one with these values of the key. */
export function followsSql(
  order: ActivityOrder = 'newest',
  values: readonly unknown[],
  bind: Bind,
): string {
  const columns = keyOf(order);
  const row = columns.map((column) => `activity.${column}`).join(', ');
  const last = columns.map((column, place) => `${bind(values[place])}::${TYPES[column]}`);
  return `(${row}) ${KEYS[order].direction === 'ASC' ? '>' : '<'} (${last.join(', ')})`;
}
