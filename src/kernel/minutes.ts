import { RuleBroken } from './errors.js';

const FORMAT = 'Scrivi la durata in ore e minuti, per esempio 1:30, 1,5, 2h oppure 90m.';

function refuse(): never {
  throw new RuleBroken('minutes.format', FORMAT);
}

/** Whole minutes of a decimal number of hours: "1,5" is 90; "0,33" is refused, since it is no whole minute. */
function ofDecimalHours(whole: string, decimals: string): number {
  const scale = 10n ** BigInt(decimals.length);
  const parts = BigInt(whole + decimals) * 60n;
  return parts % scale === 0n ? Number(parts / scale) : refuse();
}

/**
 * Minutes from what people type: `1:30`, `1,5`, `1.5`, `2`, `2h`, `2h30`, `1h 30m`, `90m`, `90 min`.
 * A bare number is hours. RuleBroken 'minutes.format' when it is none of these or not whole minutes.
 */
export function parseMinutes(text: string): number {
  const typed = text.trim().toLowerCase();

  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(typed);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);

  const minutes = /^(\d{1,6})\s*(?:m|min|minuti|')$/.exec(typed);
  if (minutes) return Number(minutes[1]);

  const mixed = /^(\d{1,4})\s*(?:h|ore|ora)\s*([0-5]?\d)\s*(?:m|min)?$/.exec(typed);
  if (mixed) return Number(mixed[1]) * 60 + Number(mixed[2]);

  const hours = /^(\d{1,4})(?:[.,](\d{1,6}))?\s*(?:h|ore|ora)?$/.exec(typed);
  if (hours) return ofDecimalHours(hours[1] ?? '', hours[2] ?? '');

  return refuse();
}

/** 340 → `5:40` */
export function formatMinutes(minutes: number): string {
  const whole = Math.abs(minutes);
  const rest = String(whole % 60).padStart(2, '0');
  return `${minutes < 0 ? '-' : ''}${Math.trunc(whole / 60)}:${rest}`;
}
