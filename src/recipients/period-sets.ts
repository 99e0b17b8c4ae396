import { addDays, earliest, type IsoDate, latest, type Period } from '../kernel/dates.js';

/** The calendars by which funders and schools count: each cuts any days into its own periods. */
export const periodSets = [
  'month',
  'fami_quarter',
  'puc_bimester',
  'interreg_semester',
  'calendar_year',
  'school_year',
] as const;
export type PeriodSet = (typeof periodSets)[number];

export interface NamedPeriod extends Period {
  label: string;
}

const MONTHS: Record<PeriodSet, number> = {
  month: 1,
  fami_quarter: 3,
  puc_bimester: 2,
  interreg_semester: 6,
  calendar_year: 12,
  school_year: 12,
};
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI'];

/** The periods of a set that touch these days, in order; the first and the last are whole even where the days are not. */
export function periodsOf(set: PeriodSet, { from, to }: Period): NamedPeriod[] {
  const periods: NamedPeriod[] = [];
  for (let day = from; day <= to && periods.length < 400;) {
    const period = periodAt(set, day);
    periods.push(period);
    day = addDays(period.to, 1);
  }
  return periods;
}

/** The period in which a day falls: from 1 September for school years, else from 1 January. */
export function periodAt(set: PeriodSet, day: IsoDate): NamedPeriod {
  const size = MONTHS[set];
  const shift = set === 'school_year' ? 8 : 0;
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - shift;
  const first = Math.floor(month / size) * size + shift;
  const from = earliest(monthText(first));
  const to = latest(monthText(first + size - 1));
  return { from, to, label: labelOf(set, first - shift) };
}

const monthText = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

function labelOf(set: PeriodSet, month: number): string {
  const year = Math.floor(month / 12);
  const part = ROMAN[(month % 12) / MONTHS[set]] ?? '';
  if (set === 'school_year') return `a.s. ${year}/${String((year + 1) % 100).padStart(2, '0')}`;
  if (set === 'calendar_year') return `${year}`;
  if (set === 'month') return monthText(month);
  return `${part} ${WORDS[set] ?? ''} ${year}`;
}

const WORDS: Partial<Record<PeriodSet, string>> = {
  fami_quarter: 'trimestre',
  puc_bimester: 'bimestre',
  interreg_semester: 'semestre',
};
