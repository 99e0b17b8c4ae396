import { Column, type ColumnOptions } from 'typeorm';
import { RuleBroken } from './errors.js';

const MILLION = 1_000_000n;
const abs = (value: bigint): bigint => (value < 0n ? -value : value);
const sign = (value: bigint): bigint => (value < 0n ? -1n : 1n);

/** Whole units of 10^-digits in a plain decimal text ("0.5", 6 → 500000n); null when it is not one, or has more decimals. */
function scaled(text: string, digits: number): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, minus, whole = '', decimals = ''] = match;
  if (decimals.length > digits) return null;
  const value = BigInt(whole + decimals.padEnd(digits, '0'));
  return minus ? -value : value;
}

/** Millionths of a rate given as text: rates are numeric(9,6), so this is exact. */
export function millionths(rate: string): bigint {
  const value = scaled(rate, 6);
  if (value === null)
    throw new RuleBroken('rate.format', `"${rate}" non è un tasso con al massimo sei decimali.`);
  return value;
}

/** An amount in euro: whole cents, signed, immutable. */
export class Money {
  static readonly zero = new Money(0n);

  private constructor(readonly cents: bigint) {}

  /** From "1234.50", "1234.5" or "1234" (as typed or as the database answers); RuleBroken 'money.format' otherwise. */
  static of(text: string): Money {
    const cents = scaled(text, 2);
    if (cents === null) {
      throw new RuleBroken('money.format', `"${text}" non è un importo in euro con due decimali.`);
    }
    return new Money(cents);
  }

  static ofCents(cents: bigint): Money {
    return new Money(cents);
  }

  static sum(amounts: Iterable<Money>): Money {
    let cents = 0n;
    for (const amount of amounts) cents += amount.cents;
    return new Money(cents);
  }

  plus(other: Money): Money {
    return new Money(this.cents + other.cents);
  }

  minus(other: Money): Money {
    return new Money(this.cents - other.cents);
  }

  get negated(): Money {
    return new Money(-this.cents);
  }

  exceeds(other: Money): boolean {
    return this.cents > other.cents;
  }

  equals(other: Money): boolean {
    return this.cents === other.cents;
  }

  get isZero(): boolean {
    return this.cents === 0n;
  }

  get isNegative(): boolean {
    return this.cents < 0n;
  }

  /** The share at a rate given as a decimal text ("0.500000"), rounded half away from zero. */
  share(rate: string): Money {
    const parts = millionths(rate);
    const exact = abs(this.cents) * abs(parts);
    return new Money(sign(this.cents) * sign(parts) * ((exact + MILLION / 2n) / MILLION));
  }

  /** Parts in proportion to whole weights, by largest remainder (first wins a tie): their sum is this amount. */
  splitBy(weights: readonly (bigint | number)[]): Money[] {
    const whole = weights.map(BigInt);
    const total = whole.reduce((sum, weight) => sum + weight, 0n);
    if (total <= 0n || whole.some((weight) => weight < 0n)) {
      throw new RuleBroken(
        'money.weights',
        'Per ripartire un importo serve almeno un peso maggiore di zero.',
      );
    }
    const amount = abs(this.cents);
    const parts = whole.map((weight) => (amount * weight) / total);
    const left = Number(amount - parts.reduce((sum, part) => sum + part, 0n));
    const byRemainder = whole
      .map((weight, index) => ({ index, remainder: (amount * weight) % total }))
      .sort((a, b) =>
        b.remainder > a.remainder ? 1 : b.remainder < a.remainder ? -1 : a.index - b.index,
      );
    for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
    return parts.map((part) => new Money(sign(this.cents) * part));
  }

  /**
   * Shares of funding sources: each rounded, the last is the remainder. A share never takes more than what the
   * earlier ones left, so that cents split over many sources do not turn the last one negative.
   */
  splitSources(rates: readonly string[]): Money[] {
    let left = abs(this.cents);
    return rates.map((rate, index) => {
      const share = abs(this.share(rate).cents);
      const taken = index === rates.length - 1 ? left : share > left ? left : share;
      left -= taken;
      return new Money(sign(this.cents) * taken);
    });
  }

  /** "1234.50" */
  toString(): string {
    const digits = abs(this.cents).toString().padStart(3, '0');
    return `${this.cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

const italian = new Intl.NumberFormat('it-IT', {
  style: 'currency',
  currency: 'EUR',
  useGrouping: 'always',
});

/** As people read it: `1.234,50 €` (the space does not break). */
export const euro = (amount: Money): string =>
  italian.format(amount.toString() as Intl.StringNumericLiteral);

const transformer = {
  from: (value: string | null): Money | null => (value === null ? null : Money.of(value)),
  to: (value: unknown): unknown => (value instanceof Money ? value.toString() : value),
};

/** A column numeric(14,2) that is `Money` in memory. */
export const MoneyColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'numeric', precision: 14, scale: 2, transformer, ...options });
