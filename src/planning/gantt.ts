import { daysBetween, earliest, latest, type IsoDate, type PartialDate } from '../kernel/dates.js';
import type { PlannedItem } from '../work-plan/work-plan-version.entity.js';
import type { WorkItemView } from '../work-plan/work-plan.dto.js';
import type { GanttItem } from './gantt.dto.js';

/** What the log holds of one work item, without those under it. */
export interface DoneWork {
  workItemId: string;
  firstDone: IsoDate | null;
  lastDone: IsoDate | null;
  activities: number;
  minutes: number;
  planned: number;
}

type Planned = Pick<
  WorkItemView,
  'id' | 'parentId' | 'kind' | 'code' | 'title' | 'starts' | 'ends'
>;

/** The work plan beside what was approved and what was done. Pure. */
export function ganttOf(
  plan: readonly Planned[],
  baseline: readonly PlannedItem[],
  done: readonly DoneWork[],
): GanttItem[] {
  const approved = new Map(baseline.map((item) => [item.id, item]));
  return plan.map(({ id, parentId, kind, code, title, starts, ends }) => {
    const was = approved.get(id);
    const dates = {
      starts,
      ends,
      baselineStarts: was?.starts ?? null,
      baselineEnds: was?.ends ?? null,
    };
    const sum = summed(done.filter(({ workItemId }) => isUnder(plan, workItemId, id)));
    return {
      id,
      parentId,
      kind,
      code,
      title,
      ...dates,
      ...sum,
      ...deviations(dates, sum.lastDone),
    };
  });
}

/** Whether one work item is the other or stands under it. */
function isUnder(plan: readonly Planned[], id: string, above: string): boolean {
  const parents = new Map(plan.map((item) => [item.id, item.parentId]));
  let at: string | null = id;
  // A plan has no loops; the count only makes sure that this ends.
  for (let steps = 0; at !== null && steps <= plan.length; steps++) {
    if (at === above) return true;
    at = parents.get(at) ?? null;
  }
  return false;
}

function summed(done: readonly DoneWork[]): Omit<DoneWork, 'workItemId'> {
  const total = (name: 'activities' | 'minutes' | 'planned') =>
    done.reduce((sum, row) => sum + row[name], 0);
  const firsts = done.flatMap(({ firstDone }) => firstDone ?? []).sort();
  const lasts = done.flatMap(({ lastDone }) => lastDone ?? []).sort();
  return {
    firstDone: firsts[0] ?? null,
    lastDone: lasts.at(-1) ?? null,
    activities: total('activities'),
    minutes: total('minutes'),
    planned: total('planned'),
  };
}

interface Dates {
  starts: PartialDate | null;
  ends: PartialDate | null;
  baselineStarts: PartialDate | null;
  baselineEnds: PartialDate | null;
}

/** Days are compared at the first day that a start can be and the last that an end can be. */
function deviations(
  { starts, ends, baselineStarts, baselineEnds }: Dates,
  lastDone: IsoDate | null,
): Pick<GanttItem, 'startDeviation' | 'endDeviation' | 'overrun'> {
  const end = baselineEnds ?? ends;
  return {
    startDeviation: between(baselineStarts, starts, earliest),
    endDeviation: between(baselineEnds, ends, latest),
    overrun: end === null ? null : Math.max(0, lastDone ? daysBetween(latest(end), lastDone) : 0),
  };
}

const between = (
  from: PartialDate | null,
  to: PartialDate | null,
  dayOf: (date: PartialDate) => IsoDate,
): number | null => (from && to ? daysBetween(dayOf(from), dayOf(to)) : null);
