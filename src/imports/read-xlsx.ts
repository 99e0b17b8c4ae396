import { badFile, tooManyColumns } from './import-problems.js';
import { LIMITS, type SheetRow, type SheetRows, tooLong } from './sheet.js';
import { clockOfSerial, dayOfSerial, italianNumber } from './sheet-values.js';
import { workbookOf, type Workbook } from './xlsx-book.js';
import { readXml, type XmlPiece } from './xml.js';
import { Zip } from './zip.js';

/** Rows of the first sheet in sight. A formula counts as the result that was saved with it. Throws 422. */
export async function* readXlsx(path: string): SheetRows {
  const zip = await Zip.open(path);
  const book = await workbookOf(zip);
  const sheet = new Sheet(book);
  for await (const pieces of readXml(zip.text(book.sheet))) {
    for (const piece of pieces) {
      const row = sheet.take(piece);
      if (row) yield row;
    }
  }
}

interface OpenCell {
  column: number;
  name: string;
  type: string;
  style: number;
  value: string;
  formula: boolean;
}

/** What is open at this point of the file. */
class Sheet {
  private row: SheetRow = { line: 0, cells: [] };
  private cell: OpenCell | null = null;
  private inValue = false;

  constructor(private readonly book: Workbook) {}

  /** The row that ends here. */
  take(piece: XmlPiece): SheetRow | null {
    if ('text' in piece) {
      if (this.cell && this.inValue) this.add(this.cell, piece.text);
      return null;
    }
    if (piece.open) this.begin(piece.tag, piece.attributes);
    if (piece.tag === 'v' || piece.tag === 't') this.inValue = piece.open && !piece.close;
    return piece.close ? this.end(piece.tag) : null;
  }

  private add(cell: OpenCell, text: string): void {
    cell.value += text;
    if (cell.value.length > LIMITS.cell) throw tooLong(this.row.line);
  }

  private begin(tag: string, attributes: Record<string, string>): void {
    if (tag === 'row') this.row = { line: Number(attributes['r'] ?? this.row.line + 1), cells: [] };
    if (tag === 'c') this.cell = cellOf(attributes, this.row);
    if (tag === 'f' && this.cell) this.cell.formula = true;
  }

  private end(tag: string): SheetRow | null {
    if (tag === 'c' && this.cell) {
      put(this.row, this.cell, this.book);
      this.cell = null;
    }
    return tag === 'row' ? this.row : null;
  }
}

function cellOf(attributes: Record<string, string>, { cells, line }: SheetRow): OpenCell {
  const name = attributes['r'] ?? '';
  const letters = /^[A-Z]{1,3}/.exec(name)?.[0] ?? '';
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return {
    column: letters ? column - 1 : cells.length,
    name: name || `alla riga ${line}`,
    type: attributes['t'] ?? 'n',
    style: Number(attributes['s'] ?? 0),
    value: '',
    formula: false,
  };
}

function put({ cells }: SheetRow, cell: OpenCell, book: Workbook): void {
  if (cell.value === '' && cell.formula && cell.type !== 'str') throw noResult(cell.name);
  const text = textOf(cell, book);
  if (text === '') return;
  if (cell.column >= LIMITS.columns) throw tooManyColumns(LIMITS.columns);
  while (cells.length < cell.column) cells.push('');
  cells[cell.column] = text;
}

function textOf(cell: OpenCell, book: Workbook): string {
  const { type, value } = cell;
  if (type === 's') return book.shared[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'vero' : 'falso';
  if (type === 'd') return value.slice(0, 10);
  return type === 'n' && value !== '' ? numberOf(cell, book) : value;
}

function numberOf({ style, value }: OpenCell, { styles, since1904 }: Workbook): string {
  const meaning = styles[style] ?? 'number';
  if (meaning === 'number') return italianNumber(value);
  // A time of day, or a duration, in a cell that shows days too.
  const isClock = meaning === 'clock' || Number(value) < 1;
  return isClock ? clockOfSerial(value) : dayOfSerial(value, since1904);
}

const noResult = (name: string) =>
  badFile(
    'formula',
    `La cella ${name} ha una formula senza risultato: apri il foglio, copia e incolla solo i valori, e riprova.`,
  );
