/** Partial dates ('2018', '2018-05') on a line of days. */
const DAY = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;

export const firstDay = (date: string): number => at(`${date}-01-01`.slice(0, 10));

/** The day after the last one it can be. */
export function dayAfter(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (day) return at(date) + 1;
  return (month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)) / DAY;
}

export interface Scale {
  from: number;
  to: number;
  years: number[];
}

/** Whole years around everything that is known; null when nothing is. */
export function scaleOf(starts: (string | null)[], ends: (string | null)[]): Scale | null {
  const days = [
    ...starts.flatMap((date) => (date ? firstDay(date) : [])),
    ...ends.flatMap((date) => (date ? dayAfter(date) - 1 : [])),
  ];
  if (days.length === 0) return null;
  const yearOf = (day: number) => new Date(day * DAY).getUTCFullYear();
  const [first, last] = [yearOf(Math.min(...days)), yearOf(Math.max(...days))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return { from: firstDay(String(first)), to: dayAfter(String(last)), years };
}

/** Where a stretch begins and how long it is, in percent of the line; open ends run to its edge. */
export function stretch({ from, to }: Scale, start: string | null, end: string | null) {
  const first = start ? firstDay(start) : from;
  const last = end ? dayAfter(end) : to;
  const whole = to - from;
  return {
    left: ((first - from) / whole) * 100,
    width: Math.max(((last - first) / whole) * 100, 0.4),
  };
}
