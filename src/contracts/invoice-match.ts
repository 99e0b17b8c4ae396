import { Money } from '../kernel/money.js';

/** What one activity may cost on an invoice. */
export interface InvoicedWork {
  id: string;
  /** Only confirmed work is expected on an invoice. */
  confirmed: boolean;
  wasted: boolean;
  /** By minimum and step. */
  cost: Money;
  /** As long as it took, without minimum and step. */
  actualCost: Money;
}

/**
 * not_confirmed: charged though nobody confirmed it. no_rounding: charged as long as it took. no_wasted_trip: a wasted trip
 * that is not charged. missing: confirmed and not charged. twice: charged once more.
 */
export const explanations = [
  'not_confirmed',
  'no_rounding',
  'no_wasted_trip',
  'missing',
  'twice',
] as const;
export type ExplanationReason = (typeof explanations)[number];

/** What one activity adds to, or takes from, what was expected. */
export interface Explanation {
  id: string;
  reason: ExplanationReason;
  amount: Money;
}

export interface InvoiceMatch {
  expected: Money;
  difference: Money;
  explained: Explanation[];
  unexplained: Money;
}

/** The invoice against confirmed work; the difference is told activity by activity as far as one simple habit explains all of it. */
export function matchInvoice(amount: Money, work: readonly InvoicedWork[]): InvoiceMatch {
  const expected = Money.sum(work.filter(({ confirmed }) => confirmed).map(({ cost }) => cost));
  const difference = amount.minus(expected);
  const explained = difference.isZero
    ? []
    : (habitOf(amount, work) ?? fewOf(difference, work) ?? []);
  const unexplained = difference.minus(Money.sum(explained.map((one) => one.amount)));
  return { expected, difference, explained, unexplained };
}

interface Habit {
  chargesUnconfirmed: boolean;
  chargesActual: boolean;
  skipsWasted: boolean;
}

// The simplest first.
const HABITS: Habit[] = [
  [true, false, false],
  [false, true, false],
  [false, false, true],
  [true, true, false],
  [true, false, true],
  [false, true, true],
  [true, true, true],
].map(([chargesUnconfirmed = false, chargesActual = false, skipsWasted = false]) => ({
  chargesUnconfirmed,
  chargesActual,
  skipsWasted,
}));

/** The first way of charging everything that gives the amount to the cent. */
function habitOf(amount: Money, work: readonly InvoicedWork[]): Explanation[] | null {
  for (const habit of HABITS) {
    const charged = work.map((one) => chargedBy(habit, one));
    if (!Money.sum(charged).equals(amount)) continue;
    return work.flatMap((one, index) => {
      const delta = (charged[index] ?? Money.zero).minus(one.confirmed ? one.cost : Money.zero);
      return delta.isZero ? [] : [{ id: one.id, reason: reasonOf(one), amount: delta }];
    });
  }
  return null;
}

function chargedBy(habit: Habit, { confirmed, wasted, cost, actualCost }: InvoicedWork): Money {
  if (!confirmed && !habit.chargesUnconfirmed) return Money.zero;
  if (wasted) return habit.skipsWasted ? Money.zero : cost;
  return habit.chargesActual ? actualCost : cost;
}

function reasonOf({ confirmed, wasted }: InvoicedWork): ExplanationReason {
  if (!confirmed) return 'not_confirmed';
  return wasted ? 'no_wasted_trip' : 'no_rounding';
}

/** One activity, or two, that alone make the difference. */
function fewOf(difference: Money, work: readonly InvoicedWork[]): Explanation[] | null {
  const steps = work.filter(({ cost }) => !cost.isZero).flatMap(stepsOf);
  const one = steps.find((step) => step.amount.equals(difference));
  if (one) return [one];
  const byAmount = new Map(steps.map((step) => [step.amount.cents, step]));
  for (const step of steps) {
    const rest = byAmount.get(difference.minus(step.amount).cents);
    if (rest && rest.id !== step.id) return [step, rest];
  }
  return null;
}

const stepsOf = ({ id, confirmed, cost }: InvoicedWork): Explanation[] =>
  confirmed
    ? [
        { id, reason: 'missing', amount: cost.negated },
        { id, reason: 'twice', amount: cost },
      ]
    : [{ id, reason: 'not_confirmed', amount: cost }];
