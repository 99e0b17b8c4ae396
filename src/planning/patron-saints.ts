import { addDays, type IsoDate } from '../kernel/dates.js';

export interface Patron {
  code: string;
  city: string;
  saint: string;
  /** The day of that year on which the city's offices and schools are closed. */
  dayIn: (year: number) => IsoDate;
}

const fixed =
  (monthAndDay: string) =>
  (year: number): IsoDate =>
    `${year}-${monthAndDay}`;

/** The first Tuesday of May. */
function firstTuesdayOfMay(year: number): IsoDate {
  const first: IsoDate = `${year}-05-01`;
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay();
  return addDays(first, (2 - weekday + 7) % 7);
}

/** The patron saints of the capitals of Piemonte's provinces: local holidays that no national calendar holds. */
export const PATRONS: readonly Patron[] = [
  { code: 'torino', city: 'Torino', saint: 'San Giovanni Battista', dayIn: fixed('06-24') },
  { code: 'alessandria', city: 'Alessandria', saint: 'San Baudolino', dayIn: fixed('11-10') },
  { code: 'asti', city: 'Asti', saint: 'San Secondo', dayIn: firstTuesdayOfMay },
  { code: 'biella', city: 'Biella', saint: 'Santo Stefano', dayIn: fixed('12-26') },
  { code: 'cuneo', city: 'Cuneo', saint: 'San Michele', dayIn: fixed('09-29') },
  { code: 'novara', city: 'Novara', saint: 'San Gaudenzio', dayIn: fixed('01-22') },
  { code: 'verbania', city: 'Verbania', saint: 'San Vittore', dayIn: fixed('05-08') },
  { code: 'vercelli', city: 'Vercelli', saint: 'Sant’Eusebio', dayIn: fixed('08-01') },
];

export const patronCodes = PATRONS.map(({ code }) => code);
