import { Money } from '../kernel/money.js';
import type { Figures, MatrixLine, MatrixTotal } from './matrix.dto.js';

interface Amounts {
  planned: Money;
  spent: Money;
  notClaimable: Money;
}

export const figures = ({ planned, spent, notClaimable }: Amounts): Figures => ({
  planned: planned.toString(),
  spent: spent.toString(),
  residual: planned.minus(spent).toString(),
  notClaimable: notClaimable.toString(),
});

/** The sum of lines or of totals: figures are added as they stand, never computed twice. */
export const sumOf = (rows: readonly Figures[]): Figures =>
  figures({
    planned: Money.sum(rows.map((row) => Money.of(row.planned))),
    spent: Money.sum(rows.map((row) => Money.of(row.spent))),
    notClaimable: Money.sum(rows.map((row) => Money.of(row.notClaimable))),
  });

/** Totals of lines that share a key, in the order in which the keys first appear. */
export function totalsBy(
  lines: readonly MatrixLine[],
  keyOf: (line: MatrixLine) => { id: string; code: string | null; label: string },
): MatrixTotal[] {
  const groups = new Map<
    string,
    { id: string; code: string | null; label: string; lines: MatrixLine[] }
  >();
  for (const line of lines) {
    const key = keyOf(line);
    const group = groups.get(key.id) ?? { ...key, lines: [] };
    group.lines.push(line);
    groups.set(key.id, group);
  }
  return [...groups.values()].map(({ id, code, label, lines: own }) => ({
    id,
    code,
    label,
    ...sumOf(own),
  }));
}
