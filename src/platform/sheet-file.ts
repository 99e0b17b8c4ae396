import type { CellObject } from '@e965/xlsx';

export const sheetFormats = ['xlsx', 'ods', 'csv'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

/** A cell as it is meant: a number stays one, a day is 'YYYY-MM-DD', minutes are shown as hours. */
export type SheetValue = string | number | null | { day: string } | { minutes: number };

export const sheetTypes: Record<SheetFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
};

export interface Sheet {
  name: string;
  head: readonly string[];
  rows: readonly (readonly SheetValue[])[];
}

const MINUTES_IN_DAY = 1440;
// Days of a spreadsheet are counted from here.
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * Sheets with a head as XLSX, ODS, or CSV for Italian Excel, which holds the first alone. Texts are texts: nothing in
 * them is ever a formula.
 */
export async function sheetFile(
  format: SheetFormat,
  first: Sheet,
  ...more: readonly Sheet[]
): Promise<Buffer> {
  if (format === 'csv') return csvOf(first);
  const sheets = await import('@e965/xlsx');
  const book = sheets.utils.book_new();
  for (const { name, head, rows } of [first, ...more]) {
    const cells = rows.map((row) => row.map((value) => cellOf(value, format)));
    const sheet = sheets.utils.aoa_to_sheet([[...head], ...cells]);
    sheet['!cols'] = head.map((title) => ({ wch: Math.max(12, title.length + 2) }));
    sheets.utils.book_append_sheet(book, sheet, name.slice(0, 31));
  }
  return sheets.write(book, { type: 'buffer', bookType: format, compression: true }) as Buffer;
}

function cellOf(value: SheetValue, format: SheetFormat): CellObject | null {
  if (value === null) return null;
  if (typeof value === 'string') return { t: 's', v: value };
  if (typeof value === 'number') return { t: 'n', v: value };
  if ('minutes' in value) return hoursCell(value.minutes, format);
  const days = (Date.parse(`${value.day}T00:00:00Z`) - EPOCH) / 86_400_000;
  return { t: 'n', v: days, z: 'dd/mm/yyyy' };
}

/** The library writes a duration into ODS as a moment of a day in 1899: there hours are decimal. */
const hoursCell = (minutes: number, format: SheetFormat): CellObject =>
  format === 'ods'
    ? { t: 'n', v: minutes / 60, z: '0.00' }
    : { t: 'n', v: minutes / MINUTES_IN_DAY, z: '[h]:mm' };

const csvOf = ({ head, rows }: Sheet): Buffer =>
  Buffer.from(`\ufeff${[head, ...rows].map((row) => row.map(csvCell).join(';')).join('\n')}\n`);

function csvCell(value: SheetValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'string') return quoted(/^[=+@\t\r-]/.test(value) ? `'${value}` : value);
  if ('minutes' in value)
    return String(Math.round((value.minutes / 60) * 100) / 100).replace('.', ',');
  return value.day.split('-').reverse().join('/');
}

const quoted = (text: string): string =>
  /[;"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
