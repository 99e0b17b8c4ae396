import { cents, fromCents } from './cents.js';

export interface SpentMonth {
  /** '2019-11' */
  month: string;
  spent: string;
  /** Spent up to the end of the month. */
  soFar: string;
}

function nextMonth(month: string): string {
  const [year = 0, index = 1] = month.split('-').map(Number);
  return index === 12 ? `${year + 1}-01` : `${year}-${String(index + 1).padStart(2, '0')}`;
}

/** Month by month without gaps, with what was spent up to each. */
export function spentSoFar({
  byMonth,
}: {
  byMonth: { month: string; spent: string }[];
}): SpentMonth[] {
  const spent = new Map(byMonth.map((one) => [one.month, one.spent]));
  const last = byMonth.at(-1)?.month ?? '';
  const months: SpentMonth[] = [];
  let total = 0n;
  for (let month = byMonth[0]?.month ?? ''; month && month <= last; month = nextMonth(month)) {
    const amount = spent.get(month) ?? '0.00';
    total += cents(amount);
    months.push({ month, spent: amount, soFar: fromCents(total) });
  }
  return months;
}
