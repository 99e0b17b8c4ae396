import { count, hours, month } from '../frame/format.js';
import { languageName } from '../frame/languages.js';
import type { Measure, Pivot } from './pivot-queries.js';

type Head = Pivot['rows'][number];

export const headWords = (side: string | undefined, { key, label }: Head): string => {
  if (key === null) return label;
  if (side === 'language') return languageName(key);
  return side === 'month' ? month(key) : label;
};

export const valueOf = (measure: Measure, value: number): string =>
  measure === 'hours' ? hours(value) : count(value);

const UNITS: Record<Measure, string> = {
  hours: 'ore',
  activities: 'attività',
  heads: 'presenti contati',
  presences: 'presenze nominative',
  people: 'persone',
};

export const valueWords = (measure: Measure, value: number): string =>
  `${valueOf(measure, value)} ${UNITS[measure]}`;
