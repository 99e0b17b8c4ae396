/**
 * Reads what an Italian office types or copies out of Excel: one place for the pages, the imports and what is pasted.
 * Every function answers null when it cannot be understood. It imports nothing, so that the pages can hold it too.
 */

const pad = (value: number): string => String(value).padStart(2, '0');
const iso = (date: Date): string => date.toISOString().slice(0, 10);
const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);

export function addDays(day: string, days: number): string {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + days);
  return iso(date);
}

function realDay(year: number, month: number, date: number): string | null {
  const text = `${year}-${pad(month)}-${pad(date)}`;
  const made = new Date(Date.UTC(year, month - 1, date));
  return !Number.isNaN(made.getTime()) && iso(made) === text ? text : null;
}

const WORDS: Record<string, number> = { oggi: 0, ieri: -1, "l'altro ieri": -2, domani: 1 };
const WEEKDAYS = ['dom', 'lun', 'mar', 'mer', 'gio', 'ven', 'sab'];

/** The last such weekday, today included: 'lun' said on a Wednesday is two days ago. */
function weekdayBefore(word: string, today: string): string | null {
  const wanted = WEEKDAYS.indexOf(word.slice(0, 3));
  if (wanted < 0 || !/^[a-zì]+$/.test(word)) return null;
  return addDays(today, -((utc(today).getUTCDay() - wanted + 7) % 7));
}

function yearFor(text: string | undefined, today: string): number {
  if (!text) return Number(today.slice(0, 4));
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

const MONTHS = 'gen feb mar apr mag giu lug ago set ott nov dic'.split(' ');
const MONTH_NAMES =
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(
    ' ',
  );

/** '20 nov 2019', '12-mar-26', '1º maggio', 'mer 20 nov 2019': a day whose month is a word. */
function dayInWords(text: string, today: string): string | null {
  const found =
    /^(?:[a-zì]{3,9}\.?,? )?(\d{1,2})[°º]?[ \-/]([a-z]{3,9})\.?(?:[ \-/](\d{4}|\d{2}))?$/.exec(
      text,
    );
  const word = found?.[2] ?? '';
  const month = Math.max(MONTHS.indexOf(word), MONTH_NAMES.indexOf(word)) + 1;
  return found && month > 0 ? realDay(yearFor(found[3], today), month, Number(found[1])) : null;
}

/** 'oggi', 'ieri', 'lun', '12/3', '12.3.19', '12/03/2019', '2019-03-12', '12 mar 2019' → '2019-03-12'. */
export function parseDay(input: string, today: string): string | null {
  const text = input.trim().toLowerCase();
  const shift = WORDS[text];
  if (shift !== undefined) return addDays(today, shift);
  const standard = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (standard) return realDay(Number(standard[1]), Number(standard[2]), Number(standard[3]));
  const short = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/.exec(text);
  if (short) return realDay(yearFor(short[3], today), Number(short[2]), Number(short[1]));
  return dayInWords(text, today) ?? weekdayBefore(text, today);
}

/** '1:30', '1.240:30' as a page shows it, '1:30:00' as Excel does, '1h30' → whole minutes. */
function clockMinutes(text: string): number | null {
  const found =
    /^(\d{1,3}(?:\.\d{3})+|\d{1,5}):([0-5]\d)(?::00)?$/.exec(text) ??
    /^(\d{1,4})h([0-5]?\d)m?$/.exec(text);
  return found && Number(found[1]?.replaceAll('.', '')) * 60 + Number(found[2]);
}

/** '2', '2h', '1,5', '1.5h', '1:30', '1h30', '90m', '1h 30m' → whole minutes. */
export function parseDuration(input: string): number | null {
  const text = input.trim().toLowerCase().replace(/\s+/g, '').replace(/ore?$/, 'h');
  const clock = clockMinutes(text);
  if (clock !== null) return clock;
  const onlyMinutes = /^(\d{1,5})(?:m|min|')$/.exec(text);
  if (onlyMinutes) return Number(onlyMinutes[1]);
  const decimalHours = /^(\d{1,4})(?:[.,](\d{1,4}))?h?$/.exec(text);
  if (!decimalHours) return null;
  const minutes = Number(`${decimalHours[1]}.${decimalHours[2] ?? '0'}`) * 60;
  return Math.abs(minutes - Math.round(minutes)) < 1e-9 ? Math.round(minutes) : null;
}

/** '9', '9:30', '9.30', '0930' → '09:30'. */
export function parseTime(input: string): string | null {
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(input.trim());
  if (!found) return null;
  const hour = Number(found[1]);
  const minute = Number(found[2] ?? 0);
  return hour <= 23 && minute <= 59 ? `${pad(hour)}:${pad(minute)}` : null;
}

/** '1.234,56', '1234,5', '1234.56', '1.234', '€ 12' → '1234.56'. A lone point before three digits groups. */
export function parseMoney(input: string): string | null {
  const text = input.replace(/[€\s\u00a0]/g, '').replace('−', '-');
  const italian = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(text);
  const plain = /^(-?)(\d+)\.(\d{1,2})$/.exec(text);
  const found = italian ?? plain;
  if (!found) return null;
  const whole = (found[2] ?? '0').replaceAll('.', '').replace(/^0+(?=\d)/, '');
  return `${found[1]}${whole}.${(found[3] ?? '').padEnd(2, '0')}`;
}

/** '12,5' → '12.50': pages, pieces, with at most two decimals. */
export const parseQuantity = (input: string): string | null => {
  const value = parseMoney(input);
  return value?.startsWith('-') ? null : value;
};

/** '12', '1.234' → 12, 1234; null when it is not a whole number from 0 up. */
export function parseCount(input: string): number | null {
  const text = input.trim();
  if (!/^(\d{1,6}|\d{1,3}\.\d{3})$/.test(text)) return null;
  return Number(text.replace('.', ''));
}

/** Minutes from start to end, 'HH:MM' both; null when the end is not after the start. */
export function minutesBetween(start: string, end: string): number | null {
  const [a = 0, b = 0] = start.split(':').map(Number);
  const [c = 0, d = 0] = end.split(':').map(Number);
  const minutes = c * 60 + d - (a * 60 + b);
  return minutes > 0 ? minutes : null;
}

/** Whole days from the first to the second; negative when the second comes before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
