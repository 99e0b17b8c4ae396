import { earliest, latest, type PartialDate } from '../kernel/dates.js';
import { RuleBroken } from '../kernel/errors.js';

/** Dates as far as they are known: '2018-05' to '2018' is possible, '2018-05' to '2018-04' is not. */
export function assertInOrder(starts: PartialDate | null, ends: PartialDate | null): void {
  if (starts === null || ends === null || earliest(starts) <= latest(ends)) return;
  throw new RuleBroken('period.order', 'La fine viene prima dell’inizio: controlla le due date.', [
    { path: 'ends', message: `Deve essere almeno ${starts}.` },
  ]);
}
