import { Figure } from '../frame/DrillDown.js';
import { amount, euro } from '../frame/format.js';
import { isNegative } from './cents.js';
import { figureKey, WHAT } from './figures.js';
import type { BudgetFigure as Key } from './figures.js';

interface BudgetFigureProps extends Key {
  value: string;
  /** Of what: 'A · Personale'. */
  name: string;
  unit?: boolean;
}

/** An amount of the budget that opens to its rows. */
export function BudgetFigure({ value, name, unit, ...key }: BudgetFigureProps) {
  const shown = unit ? euro(value) : amount(value);
  return (
    <Figure
      figure={figureKey(key)}
      label={`${WHAT[key.what]}, ${name}: ${euro(value)}`}
      alarm={key.what === 'residual' && isNegative(value)}
    >
      {shown}
    </Figure>
  );
}
