import { addDays, daysBetween } from '../frame/parse.js';

/** Days of a calendar as text, 'YYYY-MM-DD'. */
export type View = 'mese' | 'settimana' | 'giorno' | 'agenda';

/** The Monday of its week. */
export const mondayOf = (day: string): string => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
};

export const firstOf = (day: string): string => `${day.slice(0, 7)}-01`;

export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

export const daysFrom = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index));

/** The days that a view shows around one of them: whole weeks for a month. */
export function daysOf(view: View, day: string): string[] {
  if (view === 'giorno') return [day];
  if (view === 'settimana') return daysFrom(mondayOf(day), 7);
  if (view === 'agenda') return daysFrom(day, 31);
  const first = mondayOf(firstOf(day));
  const last = addDays(plusMonths(day, 1), -1);
  return daysFrom(first, Math.ceil((daysBetween(first, last) + 1) / 7) * 7);
}

/** Where the view goes by one step. */
export function step(view: View, day: string, by: 1 | -1): string {
  if (view === 'mese') return plusMonths(day, by);
  return addDays(day, by * { giorno: 1, settimana: 7, agenda: 31 }[view]);
}

export const minuteOf = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** 615 → '10:15', kept within its day. */
export function timeOf(minute: number): string {
  const kept = Math.max(0, Math.min(minute, 24 * 60 - 1));
  return `${String(Math.floor(kept / 60)).padStart(2, '0')}:${String(kept % 60).padStart(2, '0')}`;
}
