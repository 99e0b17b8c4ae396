import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import exceljs from 'exceljs';
import type { Figure, Section } from '../figures/figure.js';
import type { FigureHead } from '../snapshot.js';
import { demonstrationNote, type Printable, subtitle } from './printable.js';

type Writer = exceljs.stream.xlsx.WorkbookWriter;
type Value = string | number | null;

const FORMATS: Record<Figure['unit'], string> = {
  minutes: '[h]:mm',
  euro: '#,##0.00 "€"',
  quantity: '#,##0.##',
  count: '#,##0',
};
const MINUTES_IN_DAY = 1440;
const ROWS_AT_ONCE = 2000;

/** A workbook: one sheet per section, then every row of every figure. Numbers are numbers, texts are never formulas. */
export async function renderXlsx(printable: Printable): Promise<Buffer> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const { sentAt } = printable;
  const options = {
    stream,
    useStyles: true,
    useSharedStrings: false,
    created: sentAt,
    modified: sentAt,
    creator: 'Capofila',
  };
  const workbook = new exceljs.stream.xlsx.WorkbookWriter(options);
  datedAt(workbook, sentAt);
  const heads = new Map(printable.figures.map((figure) => [figure.key, figure]));
  for (const section of printable.sheet.sections) addSection(workbook, section, heads, printable);
  await addRows(workbook, printable, heads);
  await workbook.commit();
  return bytes;
}

/** The archive would note the moment of rendering in each entry, and no two files would be alike. */
function datedAt(workbook: Writer, date: Date): void {
  const { zip } = workbook as unknown as {
    zip: { append(source: unknown, data: object): unknown };
  };
  const append = zip.append.bind(zip);
  zip.append = (source, data) => append(source, { ...data, date });
}

function addSection(
  workbook: Writer,
  section: Section,
  heads: Map<string, FigureHead>,
  printable: Printable,
): void {
  const page = workbook.addWorksheet(section.title.slice(0, 31));
  page.columns = [
    { width: 40 },
    { width: 40 },
    ...Array.from({ length: 6 }, () => ({ width: 18 })),
  ];
  const line = (values: Value[], bold = false) => {
    const row = page.addRow(values);
    row.font = { bold };
    return row;
  };
  line([printable.sheet.title], true);
  line([printable.sheet.project]);
  line([subtitle(printable)]);
  if (printable.sheet.demonstration) line([demonstrationNote]);
  for (const { label, text } of section.texts) {
    line([]);
    line([label], true);
    line([text || 'Non compilato.']);
  }
  for (const { title, columns, rows, note } of section.tables) {
    line([]);
    line([title], true);
    line(
      columns.map((column) => column.label),
      true,
    );
    for (const cells of rows) {
      const figures = cells.map((cell) => (cell.figure ? heads.get(cell.figure) : undefined));
      const row = line(cells.map((cell, at) => (figures[at] ? numberOf(figures[at]) : cell.text)));
      figures.forEach((figure, at) => {
        if (figure) row.getCell(at + 1).numFmt = FORMATS[figure.unit];
      });
    }
    if (note) line([note]);
  }
  page.commit();
}

const numberOf = ({ unit, value }: Pick<Figure, 'unit' | 'value'>): number =>
  unit === 'minutes' ? Number(value) / MINUTES_IN_DAY : Number(value);

const tableWords: Record<string, string> = {
  activity: 'attività',
  expense: 'spesa',
  budget_line: 'riga di budget',
  participation: 'soggetto',
};

async function addRows(
  workbook: Writer,
  { rows }: Printable,
  heads: Map<string, FigureHead>,
): Promise<void> {
  const page = workbook.addWorksheet('Righe', { views: [{ state: 'frozen', ySplit: 1 }] });
  page.columns = [50, 16, 12, 40, 50, 14, 10, 12, 40, 40].map((width) => ({ width }));
  page.addRow([
    'Voce',
    'Riga',
    'Data',
    'Descrizione',
    'Dettaglio',
    'Valore',
    'Versione',
    'Tardiva',
    'Identificativo',
    'Chiave',
  ]).font = { bold: true };
  let count = 0;
  for (const row of rows) {
    const head = heads.get(row.key);
    if (!head) continue;
    const value = numberOf({ unit: head.unit, value: row.amount });
    const added = page.addRow([
      head.label,
      tableWords[row.table] ?? row.table,
      row.day,
      row.label,
      row.detail,
      value,
      row.version,
      row.late ? 'sì' : '',
      row.id,
      row.key,
    ]);
    added.getCell(6).numFmt = FORMATS[head.unit];
    added.commit();
    if (++count % ROWS_AT_ONCE === 0) await new Promise((next) => setImmediate(next));
  }
  page.commit();
}
