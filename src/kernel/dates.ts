import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';

/** A day, '2026-03-29': compared as text, never a JS Date. */
export type IsoDate = string;

/** A day known only as far as it is known: '2018', '2018-05' or '2018-05-15'. */
export type PartialDate = string;

/** Both days belong to it. */
export interface Period {
  from: IsoDate;
  to: IsoDate;
}

const ROME = 'Europe/Rome';
const MONTHS = ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'];

/** Whether the text is a day that exists: '2026-02-30' does not. */
export function isIsoDate(text: unknown): text is IsoDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether the text is a year, a month or a day that exists. */
export const isPartialDate = (text: unknown): text is PartialDate =>
  typeof text === 'string' &&
  (/^\d{4}$/.test(text) || /^\d{4}-(0[1-9]|1[0-2])$/.test(text) || isIsoDate(text));

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (LENGTHS[month - 1] ?? 0);
}

export const contains = (period: Period, day: IsoDate): boolean =>
  period.from <= day && day <= period.to;

export const overlaps = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;

export const addDays = (day: IsoDate, days: number): IsoDate =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** Days from one to the other: 0 when they are the same. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;

/** '2019-11-20' → '2019-11' */
export const monthOf = (day: IsoDate): string => day.slice(0, 7);

/** '2019-11' → both its ends. */
export const monthPeriod = (month: string): Period => ({
  from: earliest(month),
  to: latest(month),
});

/** The calendar quarter of a day: '2019-11-20' → 1 October to 31 December 2019. */
export function quarterOf(day: IsoDate): Period {
  const year = day.slice(0, 4);
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  const month = (value: number): string => `${year}-${String(value).padStart(2, '0')}`;
  return { from: earliest(month(first)), to: latest(month(first + 2)) };
}

/** The first day it can be: '2018' → '2018-01-01'. */
export const earliest = (date: PartialDate): IsoDate => `${date}-01-01`.slice(0, 10);

/** The last day it can be: '2018-02' → '2018-02-28'. */
export function latest(date: PartialDate): IsoDate {
  if (date.length === 10) return date;
  const month = date.length === 4 ? `${date}-12` : date;
  const [year, number] = month.split('-').map(Number) as [number, number];
  return `${month}-${daysInMonth(year, number)}`;
}

/** '2019-11-20' → `20 nov 2019` */
export const formatDay = (day: IsoDate): string =>
  `${Number(day.slice(8))} ${formatPartial(day.slice(0, 7))}`;

/** '2018' → `2018`, '2018-05' → `mag 2018`, '2018-05-15' → `15 mag 2018`: nothing is added to what is known. */
export function formatPartial(date: PartialDate): string {
  if (date.length === 10) return formatDay(date);
  const [year, month] = date.split('-');
  return month ? `${MONTHS[Number(month) - 1]} ${year}` : `${year}`;
}

/** The day in Rome at an instant. */
export const dayInRome = (instant: Date): IsoDate =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(ROME)
    .toPlainDate()
    .toString();

/** The only "today". The demonstration runs on its own calendar; instants stay real, whatever the calendar says. */
@Injectable()
export class Clock {
  private shiftDays = 0;
  private pinned: IsoDate | null = null;
  private minute = 0;
  private running: IsoDate = '';

  /** Today in Europe/Rome, moved to the demonstration's calendar when there is one. */
  today(): IsoDate {
    return this.pinned ?? this.runningDay();
  }

  /** Midnight in Rome falls on a full minute: within one, the calendar need not be asked again. */
  private runningDay(): IsoDate {
    const now = this.now();
    const minute = Math.floor(now.getTime() / 60_000);
    if (minute !== this.minute) {
      this.minute = minute;
      this.running = addDays(dayInRome(now), this.shiftDays);
    }
    return this.running;
  }

  /** The real instant: for "when somebody did something", sessions and audit. */
  now(): Date {
    return new Date();
  }

  /** The calendar on which `realInstant` fell on `demoDay`, and which moves on day by day since then. */
  startAt(demoDay: IsoDate, realInstant: Date): void {
    this.shiftDays = daysBetween(dayInRome(realInstant), demoDay);
    this.minute = 0;
    this.pinned = null;
  }

  /** Stops the calendar at a day; null lets it run again. */
  set(day: IsoDate | null): void {
    this.pinned = day;
  }
}
