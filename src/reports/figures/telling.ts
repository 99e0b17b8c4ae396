import type { IsoDate, Period } from '../../kernel/dates.js';
import type { Share } from './figure.js';

/** A row that a sheet may have to tell. */
export interface Tellable {
  day: IsoDate;
  /** Still counts: done, or recorded; not cancelled. */
  stands: boolean;
  /** How often the other sheets that stand tell it: 1 once told, 0 never or taken back, −1 when one takes back what this one is to tell. */
  toldElsewhere: number;
  /** Entered after the sheet of its days was sent. */
  late: boolean;
}

/** What a sheet tells of its rows, each of them in one place at most. */
export interface Telling<T> {
  /** Of its own period. */
  period: T[];
  /** Of a period that was sent before: told now. */
  recovered: T[];
  /** Told by another sheet, cancelled since: taken back now. */
  withdrawn: T[];
  /** All that stands since the project began, told here or elsewhere. */
  total: T[];
}

/**
 * A sheet tells the difference between what stands and what the other sheets tell. So all that stand together tell each
 * row that counts once and no other, whatever the order in which sheets and corrections were sent.
 */
export function telling<T extends Tellable>(rows: readonly T[], { from }: Period): Telling<T> {
  const untold = rows.filter((row) => Number(row.stands) > row.toldElsewhere);
  return {
    period: untold.filter((row) => row.day >= from),
    recovered: untold.filter((row) => row.day < from && row.late),
    withdrawn: rows.filter((row) => Number(row.stands) < row.toldElsewhere),
    total: rows.filter((row) => row.stands),
  };
}

/** The rows of a telling that a part of the sheet is about. */
export const only = <T>(told: Telling<T>, about: (row: T) => boolean): Telling<T> => ({
  period: told.period.filter(about),
  recovered: told.recovered.filter(about),
  withdrawn: told.withdrawn.filter(about),
  total: told.total.filter(about),
});

/** What the sheet adds to and takes from the periods that were sent before, as shares of one figure. */
export const signed = <T>(
  { recovered, withdrawn }: Telling<T>,
  share: (row: T, sign?: string) => Share,
): Share[] => [...recovered.map((row) => share(row)), ...withdrawn.map((row) => share(row, '-'))];

/** What `signed` means, in words. */
export const sentBefore =
  'Di periodi già inviati: quanto è stato inserito dopo l’invio, meno quanto è stato annullato dopo.';
