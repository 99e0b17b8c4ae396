export interface Quarter {
  from: string;
  to: string;
  /** '3º trimestre 2019'. */
  name: string;
}

const DAYS = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
] as const;

/** Quarters counted from the year 0, so that the one before is one less. */
const placeOf = (day: string): number =>
  Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);

/** The quarter of a year, from 0 to 3; a negative one is of a year before. */
export function quarterOfYear(year: number, index: number): Quarter {
  const place = year * 4 + index;
  const [inYear, of] = [place % 4, Math.floor(place / 4)];
  const [from, to] = DAYS[inYear] ?? DAYS[0];
  return { from: `${of}-${from}`, to: `${of}-${to}`, name: `${inYear + 1}º trimestre ${of}` };
}

/** The quarters from that of the first day (or month, or year) to that of the last one, the newest first. */
export function quartersBetween(first: string, last: string): Quarter[] {
  const newest = placeOf(last);
  const many = Math.max(0, newest - placeOf(`${first}-01-01`.slice(0, 10)) + 1);
  return Array.from({ length: many }, (_, back) => quarterOfYear(0, newest - back));
}

/** The calendar quarter that a day falls in, or one so many before it. */
export const quarterOf = (day: string, before = 0): Quarter =>
  quarterOfYear(0, placeOf(day) - before);
