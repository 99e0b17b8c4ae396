import { acceptedType } from '../platform/documents/media-type.js';
import { encodingOf } from './encoding.js';
import { badFile } from './import-problems.js';
import { readCsv } from './read-csv.js';
import { readOds } from './read-ods.js';
import { readXlsx } from './read-xlsx.js';
import { guarded, type SheetRows } from './sheet.js';

const READERS: Record<string, (path: string) => SheetRows> = {
  'text/csv': readCsv,
  'text/plain': readCsv,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': readXlsx,
  'application/vnd.oasis.opendocument.spreadsheet': readOds,
};

/** The rows of an uploaded file, by its content and not by its name. Throws 422 for what is no sheet. */
export async function openSheet(path: string, name: string): Promise<SheetRows> {
  const reader = READERS[(await typeOf(path, name)) ?? ''];
  if (!reader)
    throw badFile('type', 'Serve un foglio XLSX, ODS o CSV: salvalo in uno di questi e riprova.');
  return guarded(reader(path));
}

/** Text of Excel in two bytes a sign does not look like text to others. */
async function typeOf(path: string, name: string): Promise<string | null> {
  const type = await acceptedType(path, name);
  if (type !== null || !/\.(csv|txt)$/i.test(name)) return type;
  return (await encodingOf(path)) === 'utf-16le' ? 'text/csv' : null;
}
