import { parseCount, parseDay } from '../frame/parse.js';

/** How often, as the form says it. */
export interface Repetition {
  every: '' | 'DAILY' | 'WEEKLY' | 'WEEKLY2' | 'MONTHLY';
  /** On which days of the week, when it is by weeks; none is that of the first day. */
  weekdays: string[];
  until: string;
  /** How many times in all, instead of a last day. */
  times: string;
}

export const isWeekly = ({ every }: Pick<Repetition, 'every'>): boolean =>
  every === 'WEEKLY' || every === 'WEEKLY2';

/** The RFC 5545 rule of the form; undefined for a single day, null while its end is not understood. */
export function ruleOf(repetition: Repetition, today: string): string | undefined | null {
  const { every, weekdays } = repetition;
  if (every === '') return undefined;
  const end = endOf(repetition, today);
  if (!end) return null;
  const [frequency, interval] = every === 'WEEKLY2' ? ['WEEKLY', ';INTERVAL=2'] : [every, ''];
  const days = isWeekly(repetition) && weekdays.length > 0 ? `;BYDAY=${weekdays.join(',')}` : '';
  return `FREQ=${frequency}${interval}${days};${end}`;
}

function endOf({ until, times }: Repetition, today: string): string | null {
  if (times.trim()) {
    const count = parseCount(times);
    return count ? `COUNT=${count}` : null;
  }
  const last = parseDay(until, today);
  return last && `UNTIL=${last.replaceAll('-', '')}`;
}

export const EVERY = [
  { value: 'DAILY', label: 'Ogni giorno' },
  { value: 'WEEKLY', label: 'Ogni settimana' },
  { value: 'WEEKLY2', label: 'Ogni due settimane' },
  { value: 'MONTHLY', label: 'Ogni mese' },
];

export const WEEKDAYS = [
  ['MO', 'lunedì'],
  ['TU', 'martedì'],
  ['WE', 'mercoledì'],
  ['TH', 'giovedì'],
  ['FR', 'venerdì'],
  ['SA', 'sabato'],
  ['SU', 'domenica'],
] as const;
