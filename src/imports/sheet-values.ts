/** Values of spreadsheets as text, written as Italian Excel shows them: the same parsers read what was typed and what was stored. */

const DAY_MS = 86_400_000;
// Excel counts days from here, since it believes that 1900 had a 29 February.
const EPOCH = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** '1.5' → '1,5'; without the dust of binary fractions. */
export function italianNumber(stored: string): string {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  const tidy = Number(value.toPrecision(15));
  const plain = Math.abs(tidy) < 1e15 && Math.abs(tidy) >= 1e-6 ? String(tidy) : tidy.toFixed(6);
  return (tidy === 0 ? '0' : plain).replace('.', ',');
}

/** 43536 → '2019-03-12' */
export function dayOfSerial(stored: string, since1904: boolean): string {
  const days = Math.floor(Number(stored));
  const instant = new Date((since1904 ? EPOCH_1904 : EPOCH) + days * DAY_MS);
  return Number.isNaN(instant.getTime()) ? stored : instant.toISOString().slice(0, 10);
}

/** 0.0625 → '1:30' */
export function clockOfSerial(stored: string): string {
  const minutes = Math.round(Number(stored) * 1440);
  if (!Number.isFinite(minutes) || minutes < 0) return stored;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** 'PT01H30M00S' → '1:30' */
export function clockOfDuration(stored: string): string {
  const found = /^PT(?:(\d+)H)?(?:(\d+)M)?/.exec(stored);
  return found ? `${Number(found[1] ?? 0)}:${(found[2] ?? '0').padStart(2, '0')}` : stored;
}

/** What the code of a number format makes of a number. */
export function meaningOf(format: string): 'number' | 'day' | 'clock' {
  const bare = format.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').toLowerCase();
  if (/[dy]/.test(bare)) return 'day';
  if (/[hs]/.test(bare)) return 'clock';
  return /m/.test(bare) ? 'day' : 'number';
}
