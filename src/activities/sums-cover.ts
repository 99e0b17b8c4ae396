import type { Caller } from '../access/caller.js';
import { monthPeriod, monthOf, type IsoDate } from '../kernel/dates.js';
import type { ActivityFilter } from './activity.dto.js';

/** Whether the sums by project, kind and month can answer a filter for this caller: whole months, nothing finer, whole projects. */
export function sumsCover(caller: Caller, filter: ActivityFilter, today: IsoDate): boolean {
  if (Object.entries(filter).some(([name, value]) => !COARSE.has(name) && narrows(value)))
    return false;
  if (!wholeMonths(filter, today)) return false;
  return caller.reaching('activity.view').every((m) => m.role !== 'partner' && m.role !== 'staff');
}

/** Whether a range of days, both ends included, cuts no month. */
export function wholeMonths(
  { from, to }: { from?: IsoDate; to?: IsoDate },
  today: IsoDate,
): boolean {
  if (from !== undefined && from !== monthPeriod(monthOf(from)).from) return false;
  // Work that is done never lies ahead: up to today is all of it.
  return to === undefined || to >= today || to === monthPeriod(monthOf(to)).to;
}

/** What the sums know, and what does not narrow the rows at all. */
const COARSE = new Set(['projectId', 'kind', 'from', 'to', 'limit', 'after']);

const narrows = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined;
