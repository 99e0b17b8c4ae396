import { Money, euro } from '../../kernel/money.js';
import { formatMinutes } from '../../kernel/minutes.js';

export type Unit = 'minutes' | 'euro' | 'quantity' | 'count';
export type RowTable =
  | 'activity'
  | 'expense'
  | 'budget_line'
  | 'participation'
  | 'recipient'
  | 'person';

/** What one row adds to a figure: decimal text, negative when it takes away. */
export interface Share {
  table: RowTable;
  id: string;
  amount: string;
}

/** A number of a report and the rows that it is the sum of. */
export interface Figure {
  key: string;
  label: string;
  unit: Unit;
  /** Exact decimal text: "340", "1234.50". */
  value: string;
  shares: Share[];
}

/** A cell as people read it; `figure` names the figure that opens to rows. */
export interface Cell {
  text: string;
  figure?: string;
}

export interface Column {
  label: string;
  align: 'left' | 'right';
}

export interface Table {
  title: string;
  columns: Column[];
  rows: Cell[][];
  note: string | null;
}

export interface Section {
  key: string;
  title: string;
  texts: { label: string; text: string }[];
  tables: Table[];
}

/** Collects the figures of a report while its tables are laid out, so that no number appears without its rows. */
export class Figures {
  readonly all: Figure[] = [];

  /** Adds a figure, the exact sum of its shares, and gives the cell that shows it. */
  add(key: string, label: string, unit: Unit, shares: Share[]): Cell {
    const value = plain(unit, sumOf(shares));
    this.all.push({ key, label, unit, value, shares });
    return { text: formatValue(unit, value), figure: key };
  }
}

/** Hundredths are exact for money, quantities, minutes and counts alike. */
const sumOf = (shares: readonly Share[]): Money =>
  Money.sum(shares.map((share) => Money.of(share.amount)));

const plain = (unit: Unit, sum: Money): string =>
  unit === 'euro' || unit === 'quantity' ? sum.toString() : (sum.cents / 100n).toString();

const decimals = new Intl.NumberFormat('it-IT', {
  useGrouping: 'always',
  maximumFractionDigits: 2,
});

/** `2.543:40`, `1.234,50 €`, `1.234,5` */
export function formatValue(unit: Unit, value: string): string {
  if (unit === 'euro') return euro(Money.of(value));
  if (unit === 'minutes') return formatMinutes(Number(value)).replace(/\B(?=(\d{3})+:)/g, '.');
  return decimals.format(value as Intl.StringNumericLiteral);
}

export const text = (value: string | null | undefined): Cell => ({ text: value ?? '—' });
export const left = (label: string): Column => ({ label, align: 'left' });
export const right = (label: string): Column => ({ label, align: 'right' });
