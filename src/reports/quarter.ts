import { quarterOf, type Period } from '../kernel/dates.js';
import { RuleBroken } from '../kernel/errors.js';

/** A quarterly sheet covers one calendar quarter, whole. Throws RuleBroken `report.quarter`. */
export function assertQuarter({ from, to }: Period): void {
  const quarter = quarterOf(from);
  if (quarter.from === from && quarter.to === to) return;
  throw new RuleBroken(
    'report.quarter',
    `La scheda copre un trimestre intero: per esempio dal ${quarter.from} al ${quarter.to}.`,
    [{ path: from === quarter.from ? 'to' : 'from', message: 'Non è il limite di un trimestre.' }],
  );
}
