import Holidays from 'date-holidays';
import type { IsoDate, Period } from '../kernel/dates.js';
import { PATRONS } from './patron-saints.js';

export interface Holiday {
  day: IsoDate;
  name: string;
}

const italy = new Holidays('IT', { languages: ['it'] });

/** Italy's public holidays between two days, and the patron saint of a city when one is named. */
export function holidaysIn({ from, to }: Period, patron?: string | null): Holiday[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return years
    .flatMap((year) => [...national(year), ...local(year, patron)])
    .filter(({ day }) => from <= day && day <= to)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

const national = (year: number): Holiday[] =>
  italy
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date, name }) => ({ day: date.slice(0, 10), name }));

function local(year: number, code?: string | null): Holiday[] {
  const patron = PATRONS.find((each) => each.code === code);
  return patron
    ? [{ day: patron.dayIn(year), name: `${patron.saint}, patrono di ${patron.city}` }]
    : [];
}
