import type { Sum } from './indicator.entity.js';

export interface Measured {
  kind: string;
  workItemId: string;
  minutes: number;
  /** Decimal text; null when the kind has no quantity. */
  quantity: string | null;
}

export interface Taking {
  kinds: readonly string[];
  /** The work items that count; null: all of the project. */
  workItemIds: ReadonlySet<string> | null;
}

/** Whether an activity that was done counts for the indicator. */
export const counts = ({ kinds, workItemIds }: Taking, activity: Measured): boolean =>
  (kinds.length === 0 || kinds.includes(activity.kind)) &&
  (workItemIds === null || workItemIds.has(activity.workItemId));

/** What one activity adds to the indicator, as decimal text. */
export function amountOf(measure: Sum, activity: Measured): string {
  if (measure === 'sum_minutes') return String(activity.minutes);
  return measure === 'count' ? '1' : (activity.quantity ?? '0');
}
