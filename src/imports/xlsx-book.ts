import { posix } from 'node:path';
import { unreadable } from './import-problems.js';
import { LIMITS, tooLong } from './sheet.js';
import { meaningOf } from './sheet-values.js';
import { readXml, type XmlPiece } from './xml.js';
import type { Zip } from './zip.js';

const WORKBOOK = 'xl/workbook.xml';
const MOST_SHARED = 60 * 1024 * 1024;

/** What the cells of a sheet refer to. */
export interface Workbook {
  sheet: string;
  since1904: boolean;
  shared: string[];
  styles: ('number' | 'day' | 'clock')[];
}

/** The first sheet in sight with what its cells refer to. Throws 422 when there is none. */
export async function workbookOf(zip: Zip): Promise<Workbook> {
  const sheets: Record<string, string>[] = [];
  let since1904 = false;
  for await (const { tag, attributes } of tags(zip, WORKBOOK)) {
    if (tag === 'workbookPr') since1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    if (tag === 'sheet') sheets.push(attributes);
  }
  const shown = sheets.find(({ state = 'visible' }) => state === 'visible') ?? sheets[0];
  // The prefix is gone: of `r:id` remains `id`.
  const sheet = await partOf(zip, shown?.['id'] ?? '');
  return { sheet, since1904, shared: await sharedOf(zip), styles: await stylesOf(zip) };
}

async function partOf(zip: Zip, id: string): Promise<string> {
  const target = (await targetsOf(zip)).get(id) ?? '';
  const part = target.startsWith('/') ? target.slice(1) : posix.join('xl', target);
  if (!zip.entries.has(part)) throw unreadable();
  return part;
}

async function targetsOf(zip: Zip): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  for await (const { tag, attributes } of tags(zip, 'xl/_rels/workbook.xml.rels'))
    if (tag === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
  return targets;
}

async function* tags(zip: Zip, name: string) {
  for await (const pieces of readXml(zip.text(name)))
    for (const piece of pieces) if ('tag' in piece && piece.open) yield piece;
}

/** The texts that cells name by number. */
async function sharedOf(zip: Zip): Promise<string[]> {
  const shared = new SharedTexts();
  for await (const pieces of readXml(zip.text('xl/sharedStrings.xml')))
    for (const piece of pieces) shared.take(piece);
  return shared.texts;
}

class SharedTexts {
  readonly texts: string[] = [];
  private text = '';
  private size = 0;
  private inText = false;
  /** How a text is read aloud is no part of it. */
  private inReading = false;

  take(piece: XmlPiece): void {
    if ('text' in piece) this.add(piece.text);
    else if (piece.tag === 't') this.inText = piece.open && !piece.close;
    else if (piece.tag === 'rPh') this.inReading = piece.open && !piece.close;
    else if (piece.tag === 'si' && piece.close) this.end();
  }

  private add(text: string): void {
    if (!this.inText || this.inReading) return;
    this.text += text;
    if (this.text.length > LIMITS.cell) throw tooLong();
  }

  private end(): void {
    this.size += this.text.length;
    if (this.size > MOST_SHARED) throw unreadable();
    this.texts.push(this.text);
    this.text = '';
  }
}

const BUILT_IN: Record<string, 'day' | 'clock'> = Object.fromEntries([
  ...[14, 15, 16, 17, 22].map((id) => [id, 'day']),
  ...[18, 19, 20, 21, 45, 46, 47].map((id) => [id, 'clock']),
]);

/** What each style of cell makes of a number. */
async function stylesOf(zip: Zip): Promise<Workbook['styles']> {
  const formats = new Map<string, string>();
  const styles: Workbook['styles'] = [];
  let inCells = false;
  for await (const { tag, attributes } of tags(zip, 'xl/styles.xml')) {
    const { numFmtId: id = '0', formatCode: code = '' } = attributes;
    if (tag === 'numFmt') formats.set(id, code);
    // The list of the cells' styles is followed by that of their names.
    if (tag === 'cellXfs' || tag === 'cellStyles') inCells = tag === 'cellXfs';
    if (tag === 'xf' && inCells) styles.push(styleOf(id, formats.get(id)));
  }
  return styles;
}

const styleOf = (id: string, format: string | undefined): 'number' | 'day' | 'clock' =>
  format === undefined ? (BUILT_IN[id] ?? 'number') : meaningOf(format);
