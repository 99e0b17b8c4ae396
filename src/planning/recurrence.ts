import * as packed from 'rrule';
import type { Options, RRule as Rule } from 'rrule';
import { addDays, earliest, formatDay, type IsoDate } from '../kernel/dates.js';
import { RuleBroken } from '../kernel/errors.js';

// Node gives a CommonJS package as `default`, a bundler as names.
const { RRule } = (
  'RRule' in packed ? packed : (packed as { default: unknown }).default
) as typeof packed;

/** A school year of lessons on every working day is some 200. */
export const MOST_OCCURRENCES = 250;

const KNOWN = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'UNTIL', 'COUNT', 'WKST'];
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY'];
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const DAY_WORDS = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'];

type Parts = Record<string, string>;

/** The days of an RFC 5545 rule (days, weeks or months, with an end), the first one included. Throws RuleBroken `series.rule` or `series.length`. */
export function occurrencesOf(rule: string, firstDay: IsoDate): IsoDate[] {
  const days = ruleOn(rule, firstDay).all((_, count) => count <= MOST_OCCURRENCES);
  if (days.length > MOST_OCCURRENCES) {
    throw broken(
      'series.length',
      `La serie ha più di ${MOST_OCCURRENCES} incontri: falla finire prima, o dividila.`,
    );
  }
  // Days as midnights of UTC: no summer time can move them.
  return days.map((day) => day.toISOString().slice(0, 10));
}

function ruleOn(rule: string, firstDay: IsoDate): Rule {
  const parts = partsOf(rule);
  try {
    const options: Partial<Options> = RRule.parseString(textOf(parts));
    return new RRule({ ...options, dtstart: new Date(`${firstDay}T00:00:00Z`) });
  } catch {
    throw unreadable();
  }
}

function partsOf(rule: string): Parts {
  const pairs = rule.split(';').map((part) => part.split('='));
  const parts = Object.fromEntries(pairs) as Parts;
  const readable = pairs.every(([name = '', value = '']) => KNOWN.includes(name) && value !== '');
  if (!readable || !FREQUENCIES.includes(parts['FREQ'] ?? '')) throw unreadable();
  if (!/^\d{1,2}$/.test(parts['INTERVAL'] ?? '1') || Number(parts['INTERVAL'] ?? 1) < 1)
    throw unreadable();
  assertWritten(parts['BYDAY'], /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/);
  assertWritten(parts['BYMONTHDAY'], /^-?([1-9]|[12]\d|3[01])$/);
  assertWritten(parts['UNTIL'], /^\d{8}(T\d{6}Z)?$/);
  assertWritten(parts['COUNT'], /^[1-9]\d{0,2}$/);
  if ((parts['UNTIL'] === undefined) === (parts['COUNT'] === undefined)) {
    throw broken(
      'series.end',
      'Una serie finisce: indica l’ultimo giorno oppure quante volte si ripete.',
    );
  }
  return parts;
}

function assertWritten(list: string | undefined, form: RegExp): void {
  if (list !== undefined && !list.split(',').every((one) => form.test(one))) throw unreadable();
}

const textOf = (parts: Parts): string =>
  Object.entries(parts)
    .map(([name, value]) => `${name}=${value}`)
    .join(';');

/** The rule that ends the day before, so that another can go on from there. */
export function endedBefore(rule: string, day: IsoDate): string {
  const { COUNT: _, ...parts } = partsOf(rule);
  return textOf({ ...parts, UNTIL: compact(addDays(day, -1)) });
}

/** The same rule for what is left of it: `count` times more. */
export const continued = (rule: string, count: number): string => {
  const { UNTIL: _, ...parts } = partsOf(rule);
  return textOf({ ...parts, COUNT: String(Math.max(count, 1)) });
};

/** The rule moved by so many days. Throws RuleBroken `series.monthly`: the third Tuesday is not a day to count from. */
export function movedBy(rule: string, days: number): string {
  const parts = partsOf(rule);
  if (days === 0) return rule;
  if (parts['FREQ'] === 'MONTHLY') {
    throw broken(
      'series.monthly',
      'Una serie mensile cambia di giorno solo un incontro alla volta: sposta «solo questo», o crea una nuova serie.',
    );
  }
  const until = parts['UNTIL'];
  return textOf({
    ...parts,
    ...(parts['BYDAY'] ? { BYDAY: turned(parts['BYDAY'], days) } : {}),
    ...(until ? { UNTIL: compact(addDays(dayOf(until), days)) } : {}),
  });
}

const turned = (list: string, days: number): string =>
  list
    .split(',')
    .map((day) => DAYS[(((DAYS.indexOf(day) + days) % 7) + 7) % 7])
    .join(',');

const compact = (day: IsoDate): string => day.replaceAll('-', '');
const dayOf = (until: string): IsoDate =>
  earliest(`${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`);

const EVERY: Record<string, [one: string, many: string]> = {
  DAILY: ['ogni giorno', 'giorni'],
  WEEKLY: ['ogni settimana', 'settimane'],
  MONTHLY: ['ogni mese', 'mesi'],
};

/** 'ogni 2 settimane: martedì, giovedì, fino al 20 dic 2019' */
export function inWords(rule: string): string {
  const parts = partsOf(rule);
  const interval = Number(parts['INTERVAL'] ?? 1);
  const [one, many] = EVERY[parts['FREQ'] ?? ''] ?? ['', ''];
  const every = interval === 1 ? one : `ogni ${interval} ${many}`;
  const on = [
    ...listed(parts['BYDAY'], dayWords),
    ...listed(parts['BYMONTHDAY'], (n) => `il ${n}`),
  ];
  const end = parts['COUNT']
    ? `${parts['COUNT']} volte`
    : `fino al ${formatDay(dayOf(parts['UNTIL'] ?? ''))}`;
  return `${every}${on.length > 0 ? `: ${on.join(', ')}` : ''}, ${end}`;
}

const listed = (list: string | undefined, word: (one: string) => string): string[] =>
  list?.split(',').map(word) ?? [];

function dayWords(day: string): string {
  const name = DAY_WORDS[DAYS.indexOf(day.slice(-2))] ?? '';
  const which = day.slice(0, -2).replace('+', '');
  if (which === '') return name;
  return which === '-1' ? `l’ultimo ${name}` : `${name} n. ${which} del mese`;
}

const unreadable = () =>
  broken(
    'series.rule',
    'La ripetizione non si capisce: indica ogni quanti giorni, settimane o mesi, e quando finisce.',
  );

function broken(code: string, message: string): RuleBroken {
  return new RuleBroken(code, message, [{ path: 'rule', message }]);
}
