/** Amounts of the API ("1234.50") as whole cents, to add up what a form is about to send. */
export const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));

/** 123450n → "1234.50" */
export function fromCents(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const minus = (a: string, b: string): string => fromCents(cents(a) - cents(b));
export const sum = (amounts: string[]): string =>
  fromCents(amounts.reduce((total, one) => total + cents(one), 0n));
export const isNegative = (amount: string): boolean => cents(amount) < 0n;

/** The part that the first is of the second, from 0 up; 0 of nothing. */
export const ratio = (part: string, whole: string): number =>
  cents(whole) === 0n ? 0 : Number((cents(part) * 10_000n) / cents(whole)) / 10_000;
