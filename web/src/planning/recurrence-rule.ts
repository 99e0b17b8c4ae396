import { parseDay } from '../frame/parse.js';

/** How often, as the form says it. */
export interface Repetition {
  every: '' | 'DAILY' | 'WEEKLY' | 'WEEKLY2' | 'MONTHLY';
  until: string;
}

/** The RFC 5545 rule of the form; undefined for a single day, null while its end is not understood. */
export function ruleOf({ every, until }: Repetition, today: string): string | undefined | null {
  if (every === '') return undefined;
  const last = parseDay(until, today);
  if (!last) return null;
  const [frequency, interval] = every === 'WEEKLY2' ? ['WEEKLY', ';INTERVAL=2'] : [every, ''];
  return `FREQ=${frequency}${interval};UNTIL=${last.replaceAll('-', '')}`;
}

export const EVERY = [
  { value: 'DAILY', label: 'Ogni giorno' },
  { value: 'WEEKLY', label: 'Ogni settimana' },
  { value: 'WEEKLY2', label: 'Ogni due settimane' },
  { value: 'MONTHLY', label: 'Ogni mese' },
];
