import type { IsoDate } from '../kernel/dates.js';
import { RuleBroken } from '../kernel/errors.js';
import type { AgeBand } from './recipient.entity.js';

export interface Age {
  birthYear: number | null;
  ageBand: AgeBand | null;
}

const OF_AGE = 18;

/** Surely under eighteen on that day, as far as year or band tell: who turns eighteen in that year may already be. */
export const isMinor = ({ birthYear, ageBand }: Age, day: IsoDate): boolean =>
  birthYear === null ? ageBand === 'under_18' : Number(day.slice(0, 4)) - birthYear < OF_AGE;

export interface Notice {
  noticeOn: IsoDate | null;
  noticeTo: 'person' | 'guardian' | null;
}

/** The notice of privacy is given with its day, and for a minor to those who answer for them. Throws RuleBroken. */
export function assertNotice({ noticeOn, noticeTo }: Notice, age: Age, today: IsoDate): void {
  if ((noticeOn === null) !== (noticeTo === null))
    throw broken('noticeOn', 'Indica insieme il giorno dell’informativa e a chi è stata data.');
  if (noticeOn === null) return;
  if (noticeOn > today)
    throw broken('noticeOn', 'L’informativa è già stata data: correggi il giorno.');
  if (noticeTo === 'person' && isMinor(age, noticeOn))
    throw broken('noticeTo', 'Per un minore l’informativa va data a chi ne ha la responsabilità.');
}

const broken = (path: string, message: string) =>
  new RuleBroken('recipient.notice', message, [{ path, message }]);
