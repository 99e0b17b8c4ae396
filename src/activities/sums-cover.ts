import type { Caller } from '../access/caller.js';
import { monthPeriod, monthOf, type IsoDate } from '../kernel/dates.js';
import type { ActivityFilter } from './activity.dto.js';

/** Whether the sums by project, kind and month can answer a filter for this caller: whole months, nothing finer, whole projects. */
export function sumsCover(caller: Caller, filter: ActivityFilter, today: IsoDate): boolean {
  const { from, to } = filter;
  const { workItemId, participationId, personId, organisationId, state } = filter;
  const lists = [workItemId, participationId, personId, organisationId, state];
  if (lists.some((list) => list?.length)) return false;
  const single = [filter.reportId, filter.text, filter.evidence];
  if (single.some((value) => value !== undefined)) return false;
  if (from !== undefined && from !== monthPeriod(monthOf(from)).from) return false;
  // Work that is done never lies ahead: up to today is all of it.
  if (to !== undefined && to < today && to !== monthPeriod(monthOf(to)).to) return false;
  return caller.reaching('activity.view').every((m) => m.role !== 'partner' && m.role !== 'staff');
}
