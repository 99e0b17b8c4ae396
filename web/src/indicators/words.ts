import { decimal, hours, percent } from '../frame/format.js';
import type { Indicator } from './indicator-queries.js';

export const MEASURES: { value: Indicator['measure']; label: string }[] = [
  { value: 'count', label: 'Numero di attività' },
  { value: 'sum_minutes', label: 'Ore delle attività' },
  { value: 'sum_quantity', label: 'Quantità (pagine, pezzi…)' },
];

/** A value of the indicator as people read it: minutes are hours. */
export const shownValue = (measure: Indicator['measure'], value: number): string =>
  measure === 'sum_minutes' ? hours(value) : decimal(value);

export const reached = ({ value, target }: Indicator): string =>
  target === 0 ? '—' : percent(value / target, 0);
