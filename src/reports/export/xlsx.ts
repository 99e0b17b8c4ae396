import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type exceljs from 'exceljs';
import type { Figure, RowTable, Section, Table } from '../figures/figure.js';
import type { FigureHead, FrozenFigureRow } from '../snapshot.js';
import { dateEntries } from './zip-dates.js';
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
  // Large, and only needed when something is sent.
  const { default: library } = await import('exceljs');
  const workbook = new library.stream.xlsx.WorkbookWriter(options);
  const heads = new Map(printable.figures.map((figure) => [figure.key, figure]));
  for (const section of printable.sheet.sections) addSection(workbook, section, heads, printable);
  await addRows(workbook, printable, heads);
  await workbook.commit();
  return dateEntries(await bytes, sentAt);
}

type Line = (values: Value[], bold?: boolean) => exceljs.Row;

function addSection(
  workbook: Writer,
  section: Section,
  heads: Map<string, FigureHead>,
  printable: Printable,
): void {
  const page = workbook.addWorksheet(section.title.slice(0, 31));
  page.columns = [40, 40, 18, 18, 18, 18, 18, 18].map((width) => ({ width }));
  const line: Line = (values, bold = false) => {
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
  for (const table of section.tables) addTable(line, table, heads);
  page.commit();
}

function addTable(
  line: Line,
  { title, columns, rows, note }: Table,
  heads: Map<string, FigureHead>,
): void {
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

const numberOf = ({ unit, value }: Pick<Figure, 'unit' | 'value'>): number =>
  unit === 'minutes' ? Number(value) / MINUTES_IN_DAY : Number(value);

const tableWords: Record<RowTable, string> = {
  activity: 'attività',
  expense: 'spesa',
  budget_line: 'riga di budget',
  participation: 'soggetto',
  recipient: 'persona',
  person: 'operatore',
};

const ROW_COLUMNS: [string, number][] = [
  ['Voce', 50],
  ['Riga', 16],
  ['Data', 12],
  ['Descrizione', 40],
  ['Dettaglio', 50],
  ['Valore', 14],
  ['Versione', 10],
  ['Tardiva', 12],
  ['Identificativo', 40],
  ['Chiave', 40],
];
const VALUE = 6;

async function addRows(
  workbook: Writer,
  { rows }: Printable,
  heads: Map<string, FigureHead>,
): Promise<void> {
  const page = workbook.addWorksheet('Righe', { views: [{ state: 'frozen', ySplit: 1 }] });
  page.columns = ROW_COLUMNS.map(([, width]) => ({ width }));
  page.addRow(ROW_COLUMNS.map(([title]) => title)).font = { bold: true };
  let count = 0;
  for (const row of rows) {
    const head = heads.get(row.key);
    if (!head) continue;
    const added = page.addRow(valuesOf(row, head));
    added.getCell(VALUE).numFmt = FORMATS[head.unit];
    added.commit();
    if (++count % ROWS_AT_ONCE === 0) await new Promise((next) => setImmediate(next));
  }
  page.commit();
}

const valuesOf = (row: FrozenFigureRow, { label, unit }: FigureHead): Value[] => [
  label,
  tableWords[row.table],
  row.day,
  row.label,
  row.detail,
  numberOf({ unit, value: row.amount }),
  row.version,
  row.late ? 'sì' : '',
  row.id,
  row.key,
];
