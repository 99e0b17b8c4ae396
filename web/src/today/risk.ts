import { isNegative, ratio } from '../budget/cents.js';
import type { Matrix, MatrixLine } from '../budget/budget-queries.js';

export interface RiskyLine {
  line: MatrixLine;
  /** Spent over planned, from 0 up. */
  share: number;
  reasons: string[];
}

const NEARLY = 0.9;

/** Lines that are over, nearly used up, or hold costs that cannot be claimed as they are; the worst first. */
export function riskyLines({ lines }: Matrix): RiskyLine[] {
  return lines
    .map((line) => ({ line, share: ratio(line.spent, line.planned), reasons: reasonsOf(line) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => b.share - a.share);
}

function reasonsOf(line: MatrixLine): string[] {
  const reasons: string[] = [];
  if (isNegative(line.residual)) reasons.push('oltre il previsto');
  else if (ratio(line.spent, line.planned) >= NEARLY) reasons.push('quasi esaurita');
  if (ratio(line.notClaimable, '1.00') > 0) reasons.push('spese non rendicontabili');
  return reasons;
}
