import { quarterOfYear } from '../frame/quarters.js';
import type { Quarter } from '../frame/quarters.js';

const WORDS = ['gen–mar', 'apr–giu', 'lug–set', 'ott–dic'];
const YEARS = 3;

/** The quarters of this year and the two before it, the newest first: '2019-1' is January to March. */
export function quarterChoices(today: string): { value: string; label: string }[] {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: YEARS }, (_, back) => year - back).flatMap((one) =>
    WORDS.map((words, index) => ({
      value: `${one}-${index + 1}`,
      label: `${words} ${one}`,
    })).toReversed(),
  );
}

/** Both days of a quarter; null for what is none. */
export function quarterSpan(value: string): Quarter | null {
  const [year, index] = /^\d{4}-[1-4]$/.test(value) ? value.split('-') : [];
  return year && index ? quarterOfYear(Number(year), Number(index) - 1) : null;
}
