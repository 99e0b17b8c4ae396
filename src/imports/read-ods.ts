import { tooManyColumns, tooManyRows, unreadable } from './import-problems.js';
import { LIMITS, type SheetRows } from './sheet.js';
import { clockOfDuration, italianNumber } from './sheet-values.js';
import { readXml, type XmlPiece } from './xml.js';
import { Zip } from './zip.js';

type Tag = Extract<XmlPiece, { tag: string }>;

/** Rows of the first table of an OpenDocument sheet. A formula counts as the result that was saved with it. Throws 422. */
export async function* readOds(path: string): SheetRows {
  const zip = await Zip.open(path);
  if (!zip.entries.has('content.xml')) throw unreadable();
  const table = new Table();
  for await (const pieces of readXml(zip.text('content.xml'))) {
    for (const piece of pieces) {
      if ('text' in piece) table.text(piece.text);
      else yield* table.tag(piece);
      if (table.ended) return;
    }
  }
}

const CELLS = ['table-cell', 'covered-table-cell'];
const SIGNS: Record<string, string> = { 'line-break': '\n', tab: '\t' };

/** What is open at this point of the file. */
class Table {
  ended = false;
  private line = 0;
  private cells: string[] = [];
  private cell: { attributes: Record<string, string>; texts: string[] } | null = null;
  private inNote = false;
  private inText = 0;
  private repeatedRow = 1;
  /** Empty cells are only counted: most rows end with a thousand of them. */
  private gap = 0;

  text(text: string): void {
    const texts = this.cell?.texts;
    if (texts && this.inText > 0 && !this.inNote) texts[texts.length - 1] += text;
  }

  *tag(piece: Tag): Generator<{ line: number; cells: string[] }> {
    const { tag, open, close } = piece;
    if (tag === 'annotation') this.inNote = open && !close;
    if (open) this.begin(piece);
    if (close) yield* this.end(tag);
  }

  private *end(tag: string): Generator<{ line: number; cells: string[] }> {
    if (tag === 'p' && this.inText > 0) this.inText -= 1;
    if (CELLS.includes(tag)) this.endCell();
    if (tag === 'table-row') yield* this.endRow();
    if (tag === 'table') this.ended = true;
  }

  private begin({ tag, attributes }: Tag): void {
    if (tag === 'table-row') this.beginRow(attributes);
    if (CELLS.includes(tag)) this.cell = { attributes, texts: [] };
    if (!this.cell || this.inNote) return;
    if (tag === 'p') this.beginText();
    else if (tag === 's') this.text(' '.repeat(Math.min(100, timesOf(attributes['c']))));
    else this.text(SIGNS[tag] ?? '');
  }

  private beginText(): void {
    this.cell?.texts.push('');
    this.inText += 1;
  }

  private beginRow(attributes: Record<string, string>): void {
    this.cells = [];
    this.gap = 0;
    this.repeatedRow = timesOf(attributes['number-rows-repeated']);
  }

  private endCell(): void {
    if (!this.cell) return;
    const { attributes, texts } = this.cell;
    const times = timesOf(attributes['number-columns-repeated']);
    const value = valueOf(attributes, texts.join('\n'));
    this.cell = null;
    this.inText = 0;
    if (value === '') {
      this.gap += times;
      return;
    }
    if (this.cells.length + this.gap + times > LIMITS.columns) throw tooManyColumns(LIMITS.columns);
    for (; this.gap > 0; this.gap--) this.cells.push('');
    for (let i = 0; i < times; i++) this.cells.push(value);
  }

  private *endRow(): Generator<{ line: number; cells: string[] }> {
    const first = this.line + 1;
    this.line += this.repeatedRow;
    if (this.cells.length === 0) return;
    if (this.repeatedRow > LIMITS.rows) throw tooManyRows(LIMITS.rows);
    for (let line = first; line <= this.line; line++) yield { line, cells: [...this.cells] };
  }
}

const timesOf = (text: string | undefined): number => {
  const times = Number(text ?? 1);
  return Number.isSafeInteger(times) && times > 0 ? times : 1;
};

function valueOf(attributes: Record<string, string>, shown: string): string {
  switch (attributes['value-type']) {
    case 'float':
    case 'currency':
      return italianNumber(attributes['value'] ?? shown);
    case 'date':
      return (attributes['date-value'] ?? shown).slice(0, 10);
    case 'time':
      return clockOfDuration(attributes['time-value'] ?? shown);
    default:
      return shown;
  }
}
