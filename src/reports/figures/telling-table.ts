import { type Figures, left, right, type Share, type Table, text, type Unit } from './figure.js';
import type { Telling } from './telling.js';

const LINES: [keyof Telling<unknown>, string, string][] = [
  ['period', 'Nel periodo', ''],
  ['recovered', 'Di periodi già inviati, inserite dopo', ''],
  ['withdrawn', 'Di periodi già inviati, annullate dopo', '-'],
  ['total', 'Dall’avvio del progetto', ''],
];

interface Told<T> {
  /** Of the figures: "general" makes `general.period.minutes`. */
  key: string;
  title: string;
  first: string;
  told: Telling<T>;
  columns: { key: string; label: string; unit: Unit; share: (row: T, sign?: string) => Share }[];
  note: string;
}

/** What a sheet tells: of its period, of earlier ones, taken back, and in all. */
export const tellingTable = <T>(
  { key, title, first, told, columns, note }: Told<T>,
  figures: Figures,
): Table => ({
  title,
  columns: [left(first), ...columns.map(({ label }) => right(label))],
  rows: LINES.map(([line, words, sign]) => [
    text(words),
    ...columns.map((column) =>
      figures.add(
        `${key}.${line}.${column.key}`,
        `${column.label}: ${words}`,
        column.unit,
        told[line].map((row) => column.share(row, sign)),
      ),
    ),
  ]),
  note,
});
