import type { IsoDate } from '../kernel/dates.js';
import { Conflict } from '../kernel/errors.js';

export interface Kept {
  lastPaymentOn: IsoDate | null;
  years: number;
  legalHold: boolean;
}

/** Papers are kept until 31 December of the year of the last payment plus so many years (Reg. EU 2021/1060, art. 82); null while that day is not known. */
export const keptUntil = ({ lastPaymentOn, years }: Kept): IsoDate | null =>
  lastPaymentOn === null ? null : `${Number(lastPaymentOn.slice(0, 4)) + years}-12-31`;

/** Nothing is erased under a legal hold: the data can only be restricted (GDPR, art. 17, 3 and art. 18). */
export function assertErasable({ legalHold }: Kept): void {
  if (!legalHold) return;
  throw new Conflict(
    'identity.hold',
    'Il progetto è sotto verifica: i dati non si cancellano, si possono limitare finché dura.',
  );
}
