import type { Sort } from '../frame/SortButton.js';
import { useUrlValue } from '../frame/useUrlFilters.js';

/** The orders that the API knows, by their names in the address: `ordine=-ore` shows the longest first. */
const ORDERS = {
  giorno: 'oldest',
  '-giorno': 'newest',
  ore: 'shortest',
  '-ore': 'longest',
} as const;

type Name = keyof typeof ORDERS;

/** How the list is sorted: as the address says, else by day, what lies ahead from its beginning. */
export function useActivityOrder(ahead: boolean): {
  sort: Sort;
  order: (typeof ORDERS)[Name];
} {
  const [asked, set] = useUrlValue('ordine');
  const usual = ahead ? 'giorno' : '-giorno';
  const value = asked !== null && Object.hasOwn(ORDERS, asked) ? (asked as Name) : usual;
  return {
    sort: { value, set: (name) => set(name === usual ? null : name) },
    order: ORDERS[value],
  };
}
