import type { CalendarItem } from './calendar-queries.js';
import { targetOf } from './useMove.js';
import type { Mover } from './useMove.js';

export interface ViewProps {
  days: string[];
  /** 'YYYY-MM' of the month that is looked at. */
  month: string;
  today: string;
  items: CalendarItem[];
  holidays: Map<string, string>;
  mover: Mover;
  /** Shows one day. */
  open: (day: string) => void;
}

/** What stands on a day: what is being moved stands where it would go. */
export function onDay(items: CalendarItem[], day: string, { moving }: Mover): CalendarItem[] {
  const shown = items.map((item) =>
    item.id === moving?.item.id ? { ...item, ...targetOf(moving), endsOn: null } : item,
  );
  return shown
    .filter((item) => item.day <= day && day <= (item.endsOn ?? item.day))
    .toSorted((a, b) => (a.startTime ?? '').localeCompare(b.startTime ?? ''));
}
