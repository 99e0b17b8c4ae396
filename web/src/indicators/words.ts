import { decimal, hours, percent } from '../frame/format.js';
import type { Indicator } from './indicator-queries.js';

export const MEASURES: { value: Indicator['measure']; label: string }[] = [
  { value: 'count', label: 'Numero di attività' },
  { value: 'sum_minutes', label: 'Ore delle attività' },
  { value: 'sum_quantity', label: 'Quantità (pagine, pezzi…)' },
  { value: 'people', label: 'Persone diverse' },
  { value: 'recipients', label: 'Destinatari diversi' },
];

/** Counts people, each once: its rows are people, not activities. */
export const countsPeople = (measure: Indicator['measure']): boolean =>
  measure === 'people' || measure === 'recipients';

/** A value of the indicator as people read it: minutes are hours. */
export const shownValue = (measure: Indicator['measure'], value: number): string =>
  measure === 'sum_minutes' ? hours(value) : decimal(value);

export const reached = ({ value, target }: Indicator): string =>
  target === 0 ? '—' : percent(value / target, 0);
