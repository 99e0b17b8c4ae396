import {
  earliest,
  formatDay,
  formatPartial,
  latest,
  type IsoDate,
  type PartialDate,
} from '../kernel/dates.js';
import { RuleBroken } from '../kernel/errors.js';
import { formatMinutes } from '../kernel/minutes.js';
import type { Unit } from './activity-kind.entity.js';

/** Start and end of something, as far as they are known. */
export interface KnownDates {
  starts: PartialDate | null;
  ends: PartialDate | null;
}

/** An activity falls inside its project and its work item, as far as their dates are known: "2018" allows every day of 2018. */
export function assertWithin(
  what: string,
  { starts, ends }: KnownDates,
  from: IsoDate,
  to: IsoDate,
): void {
  if (starts !== null && from < earliest(starts)) {
    throw outside(`${what} comincia nel ${formatPartial(starts)}: il ${formatDay(from)} è prima.`);
  }
  if (ends !== null && to > latest(ends)) {
    throw outside(`${what} finisce nel ${formatPartial(ends)}: il ${formatDay(to)} è dopo.`);
  }
}

const outside = (reason: string) =>
  new RuleBroken('activity.dates', `${reason} Correggi il giorno o scegli un’altra azione.`, [
    { path: 'day', message: reason },
  ]);

export interface Times {
  day: IsoDate;
  endsOn: IsoDate | null;
  startTime: string | null;
  endTime: string | null;
  minutes: number | undefined;
}

const MINUTES_IN_DAY = 1440;

/** Whole minutes of an activity: end minus start on one day, else what was declared; both must agree when both are given. */
export function minutesOf(times: Times): number {
  assertForward(times);
  const { startTime, endTime, minutes } = times;
  if (startTime === null || endTime === null || !isOneDay(times)) return declared(times);
  const lasted = minuteOfDay(endTime) - minuteOfDay(startTime);
  if (minutes !== undefined && minutes !== lasted) {
    throw broken(
      'minutes',
      `Dalle ${startTime} alle ${endTime} sono ${formatMinutes(lasted)}, non ${formatMinutes(minutes)}: correggi gli orari o la durata.`,
    );
  }
  return lasted;
}

const isOneDay = ({ day, endsOn }: Times): boolean => endsOn === null || endsOn === day;

function declared(times: Times): number {
  const minutes = times.minutes ?? 0;
  if (isOneDay(times) && minutes > MINUTES_IN_DAY) {
    throw broken('minutes', 'Un giorno ha 24 ore: indica l’ultimo giorno, o una durata minore.');
  }
  return minutes;
}

function assertForward(times: Times): void {
  const { day, endsOn, startTime, endTime } = times;
  if (endsOn !== null && endsOn < day) {
    throw broken('endsOn', 'L’ultimo giorno viene prima del primo: correggilo.');
  }
  if (startTime === null || endTime === null) {
    if (startTime !== endTime) throw halfOfTimes(startTime === null ? 'startTime' : 'endTime');
  } else if (isOneDay(times) && endTime <= startTime) {
    throw broken(
      'endTime',
      'L’ora di fine deve venire dopo quella di inizio; un’attività che passa la mezzanotte va divisa in due giorni.',
    );
  }
}

const halfOfTimes = (path: string) =>
  broken(path, 'Indica sia l’ora di inizio sia quella di fine, oppure nessuna delle due.');

const minuteOfDay = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export interface Counted {
  unit: Unit;
  needsStaff: boolean;
  needsLanguage: boolean;
  needsBodies: boolean;
  needsTerritory: boolean;
  needsGroup: boolean;
  label: string;
}

export interface Contents {
  minutes: number;
  quantity: number | null;
  staffIds: readonly string[];
  organisationIds: readonly string[];
  language: string | null;
  territoryId: string | null;
  targetGroup: string | null;
  participants: number | null;
  women: number | null;
  men: number | null;
}

/** What a kind needs to be countable: its unit, its people; and head counts that add up. */
export function assertCountable(kind: Counted, contents: Contents): void {
  const { minutes, quantity, staffIds } = contents;
  if (kind.unit === 'minutes' && minutes === 0) {
    throw broken('minutes', `«${kind.label}» si conta in ore: indica la durata o gli orari.`);
  }
  if (kind.unit === 'pages' && !quantity) {
    throw broken('quantity', `«${kind.label}» si conta in pagine: indica quante.`);
  }
  if (kind.needsStaff && staffIds.length === 0) {
    throw broken('staffIds', `Indica chi ha svolto «${kind.label}».`);
  }
  assertPlaced(kind, contents);
  assertHeads(contents);
}

function assertPlaced(
  kind: Counted,
  { language, organisationIds, territoryId, targetGroup }: Contents,
): void {
  if (kind.needsLanguage && language === null) {
    throw broken('language', `«${kind.label}» vuole la lingua: indicala.`);
  }
  if (kind.needsBodies && organisationIds.length === 0) {
    throw broken(
      'organisationIds',
      `«${kind.label}» vuole gli enti coinvolti: indicane almeno uno.`,
    );
  }
  if (kind.needsTerritory && territoryId === null) {
    throw broken('territoryId', `«${kind.label}» vuole il territorio: indicalo.`);
  }
  if (kind.needsGroup && targetGroup === null) {
    throw broken('targetGroup', `«${kind.label}» vuole il gruppo a cui è rivolta: indicalo.`);
  }
}

function assertHeads({ participants, women, men }: Contents): void {
  if ((women ?? 0) + (men ?? 0) > (participants ?? 0)) {
    throw broken('participants', 'Donne e uomini insieme superano i presenti: correggi i numeri.');
  }
}

/** Work that lies ahead is planned; what is past or today is done. */
export const stateOn = (day: IsoDate, today: IsoDate): 'planned' | 'done' =>
  day > today ? 'planned' : 'done';

const broken = (path: string, message: string) =>
  new RuleBroken('activity.rule', message, [{ path, message }]);
