import { Money } from '../kernel/money.js';

/** What a line is counted in: whole minutes, pages, or pieces. */
export const packageUnits = ['minutes', 'pages', 'count'] as const;
export type PackageUnit = (typeof packageUnits)[number];

/** How a line of a contract is billed; minimum and step are in its unit. */
export interface Terms {
  unit: PackageUnit;
  minimum: number;
  step: number;
}

/** One piece of work as far as its bill goes. */
export interface Worked {
  kind: string;
  minutes: number;
  /** Pages or pieces, at most two decimals. */
  quantity: number | null;
}

/** The mediator came, and nobody was there: nothing was done, and it is paid. */
export const WASTED_TRIP = 'wasted_trip';

/** What was done, in the unit of the line. */
export function amountOf(unit: PackageUnit, { minutes, quantity }: Worked): number {
  if (unit === 'minutes') return minutes;
  return quantity ?? (unit === 'count' ? 1 : 0);
}

/**
 * What is paid for it, and what it takes of the package: rounded up to the step, never less than the minimum. A wasted
 * trip is worth the minimum though nothing was done. The database holds packages with the same rule.
 */
export function billableOf({ unit, minimum, step }: Terms, worked: Worked): number {
  const amount = amountOf(unit, worked);
  if (amount === 0 && worked.kind !== WASTED_TRIP) return 0;
  // In hundredths, so that two decimals are exact.
  const steps = Math.ceil(Math.round(amount * 100) / (step * 100));
  return Math.max(minimum, steps * step);
}

const MINUTES_IN_HOUR = 60n;

/** The price of an amount: the rate is by the hour where the unit is minutes; cents are rounded half away from zero. */
export function costOf(unit: PackageUnit, rate: Money, amount: number): Money {
  const hundredths = BigInt(Math.round(amount * 100));
  const parts = unit === 'minutes' ? MINUTES_IN_HOUR * 100n : 100n;
  return Money.ofCents((rate.cents * hundredths * 2n + parts) / (parts * 2n));
}
