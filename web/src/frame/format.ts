/** Every number, hour, day and amount the user reads passes here. */
const MONTHS = 'gen feb mar apr mag giu lug ago set ott nov dic'.split(' ');
const MONTH_NAMES =
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(
    ' ',
  );
const WEEKDAYS = 'dom lun mar mer gio ven sab'.split(' ');

/** '1234567' → '1.234.567': Intl leaves 1234 without its point in Italian, offices do not. */
const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, '.');

/** Decimal text with a point ('-1234.5', '0.85') → Italian ('-1.234,50' with 2 decimals). */
export function decimal(value: string | number, decimals?: number): string {
  const text = decimals === undefined ? String(value) : roundText(String(value), decimals);
  const [whole = '0', fraction] = text.replace('-', '').split('.');
  return (text.startsWith('-') ? '−' : '') + grouped(whole) + (fraction ? `,${fraction}` : '');
}

function roundText(value: string, decimals: number): string {
  const [whole = '0', fraction = ''] = value.split('.');
  if (fraction.length > decimals) return Number(value).toFixed(decimals);
  return decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, '0')}`;
}

/** '1234.50' → '1.234,50 €'. */
export const euro = (amount: string): string => `${decimal(amount, 2)}\u00a0€`;

/** '1234.50' → '1.234,50', for columns that carry the unit in their header. */
export const amount = (value: string): string => decimal(value, 2);

/** 1234 → '1.234'. */
export const count = (value: number): string => decimal(value, 0);

/** `plural(1, 'attività', 'attività')` → '1 attività'. */
export const plural = (value: number, one: string, many: string): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/** 340 minutes → '5:40'; 74430 → '1.240:30'. */
export function hours(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = String(size % 60).padStart(2, '0');
  return `${minutes < 0 ? '−' : ''}${grouped(String(Math.floor(size / 60)))}:${rest}`;
}

/** '0.853' → '85,3 %'. */
export const percent = (rate: string | number, decimals = 1): string =>
  `${decimal((Number(rate) * 100).toFixed(decimals))}\u00a0%`;

const parts = (day: string): number[] => day.split('-').map(Number);

/** '2019-11-20' → '20 nov 2019'; partial dates keep their precision: '2018' → '2018'. */
export function day(value: string | null | undefined): string {
  if (!value) return '';
  const [year, month, date] = parts(value);
  const words = [date, month && MONTHS[month - 1], year].filter((part) => part !== undefined);
  return words.join(' ');
}

/** '2019-11-20' → '20/11/2019', as it is typed into a field; none is empty. */
export const dayTyped = (value: string | null): string =>
  value?.split('-').toReversed().join('/') ?? '';

/** '2019-11-20' → 'mer 20 nov'; with the year when asked. */
export function weekday(value: string, withYear = false): string {
  const [year = 0, month = 1, date = 1] = parts(value);
  const index = new Date(Date.UTC(year, month - 1, date)).getUTCDay();
  return `${WEEKDAYS[index]} ${date} ${MONTHS[month - 1]}${withYear ? ` ${year}` : ''}`;
}

/** '2019-11' → 'nov 2019'. */
export const month = (value: string): string => day(value);

/** '2019-11' or '2019-11-20' → 'novembre 2019'. */
export function monthName(value: string): string {
  const [year, index = 1] = parts(value);
  return `${MONTH_NAMES[index - 1]} ${year}`;
}

/** 'dal 1 ott 2019 al 31 dic 2019'; open ends and unknown dates are said in words. */
export function period(from: string | null | undefined, to: string | null | undefined): string {
  if (from && to) return `${day(from)} – ${day(to)}`;
  if (from) return `dal ${day(from)}`;
  return to ? `fino al ${day(to)}` : 'date non note';
}

const INSTANT = new Intl.DateTimeFormat('it-IT', {
  timeZone: 'Europe/Rome',
  hour: '2-digit',
  minute: '2-digit',
});
const ROME_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' });

/** ISO instant → '20 nov 2019, 14:05' in Rome. */
export function instant(value: string | null | undefined): string {
  if (!value) return '';
  const moment = Date.parse(value);
  return `${day(ROME_DAY.format(moment))}, ${INSTANT.format(moment)}`;
}

/** 1536000 → '1,5 MB'. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} byte`;
  if (bytes < 1_000_000) return `${decimal((bytes / 1000).toFixed(0))} kB`;
  return `${decimal((bytes / 1_000_000).toFixed(1))} MB`;
}

const WEEKDAY_NAMES = 'domenica lunedì martedì mercoledì giovedì venerdì sabato'.split(' ');

/** '2019-11-20' → 'mercoledì 20 novembre 2019'. */
export function longDay(value: string): string {
  const [year = 0, index = 1, date = 1] = parts(value);
  const name = WEEKDAY_NAMES[new Date(Date.UTC(year, index - 1, date)).getUTCDay()];
  return `${name} ${date} ${MONTH_NAMES[index - 1]} ${year}`;
}
