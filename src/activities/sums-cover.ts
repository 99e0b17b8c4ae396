import type { Caller } from '../access/caller.js';
import { monthPeriod, monthOf } from '../kernel/dates.js';
import type { ActivityFilter } from './activity.dto.js';

/** Whether the sums by project, kind and month can answer a filter for this caller: whole months, nothing finer, whole projects. */
export function sumsCover(caller: Caller, filter: ActivityFilter): boolean {
  const { workItemId, participationId, personId, organisationId, reportId, text, state, from, to } =
    filter;
  const finer = [workItemId, participationId, personId, organisationId, state].some(
    (list) => list?.length,
  );
  if (finer || reportId !== undefined || text !== undefined) return false;
  if (from !== undefined && from !== monthPeriod(monthOf(from)).from) return false;
  if (to !== undefined && to !== monthPeriod(monthOf(to)).to) return false;
  return caller.reaching('activity.view').every((m) => m.role !== 'partner' && m.role !== 'staff');
}
