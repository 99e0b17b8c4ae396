import { stringify } from 'csv-stringify/sync';
import type { Unit } from '../figures/figure.js';
import type { Printable } from './printable.js';

const unitWords: Record<Unit, string> = {
  minutes: 'minuti',
  euro: 'euro',
  quantity: 'quantità',
  count: 'numero',
};

/** One line per figure: exact values with a decimal comma, as an Italian spreadsheet reads them; texts can never become formulas. */
export function renderCsv({ sheet, figures, rows }: Printable): Buffer {
  const counted = new Map<string, number>();
  for (const { key } of rows) counted.set(key, (counted.get(key) ?? 0) + 1);
  const sections = new Map(
    sheet.sections.flatMap(({ title, tables }) =>
      tables.flatMap((table) =>
        table.rows.flat().flatMap((cell) => (cell.figure ? [[cell.figure, title] as const] : [])),
      ),
    ),
  );
  const head = ['Scheda', 'Dal', 'Al', 'Sezione', 'Voce', 'Valore', 'Unità', 'Righe', 'Chiave'];
  const lines = figures.map(({ key, label, unit, value }) => [
    sheet.number,
    sheet.from,
    sheet.to,
    sections.get(key) ?? '',
    label,
    { exact: value.replace('.', ',') },
    unitWords[unit],
    counted.get(key) ?? 0,
    key,
  ]);
  const options = {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    escape_formulas: true,
    // A number that is negative must not be taken for a formula and quoted away.
    cast: {
      object: (value: { exact?: string }) => ({ value: value.exact ?? '', escape_formulas: false }),
    },
  } as const;
  return Buffer.from(stringify([head, ...lines], options));
}
