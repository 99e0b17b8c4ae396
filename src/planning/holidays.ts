import type { IsoDate, Period } from '../kernel/dates.js';
import { PATRONS } from './patron-saints.js';

export interface Holiday {
  day: IsoDate;
  name: string;
}

/** Italy's public holidays between two days, and the patron saint of a city when one is named. */
export async function holidaysIn({ from, to }: Period, patron?: string | null): Promise<Holiday[]> {
  const national = await nationalHolidays();
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return years
    .flatMap((year) => [...national(year), ...local(year, patron)])
    .filter(({ day }) => from <= day && day <= to)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Of every country, and therefore large: loaded when somebody first plans. */
async function nationalHolidays(): Promise<(year: number) => Holiday[]> {
  const { default: Holidays } = await import('date-holidays');
  const italy = new Holidays('IT', { languages: ['it'] });
  return (year) =>
    italy
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date, name }) => ({ day: date.slice(0, 10), name }));
}

function local(year: number, code?: string | null): Holiday[] {
  const patron = PATRONS.find((each) => each.code === code);
  return patron
    ? [{ day: patron.dayIn(year), name: `${patron.saint}, patrono di ${patron.city}` }]
    : [];
}
