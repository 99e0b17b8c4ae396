/** A block of cells as spreadsheets put it on the clipboard: tabs between cells, quotes around what holds a tab or a line. */

// A cell, quoted or plain, with what ends it: a tab, the end of the line, the end of the text.
const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/g;

/** 'a\tb\n"c\nd"\te' → [['a', 'b'], ['c\nd', 'e']]. The last line may end or not. */
export function parseBlock(text: string): string[][] {
  let row: string[] = [];
  const rows = [row];
  for (const [, quoted, plain = '', end] of text.matchAll(CELL)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') break;
    if (end !== '\t') rows.push((row = []));
  }
  // A line that was ended opened one with nothing in it.
  return rows.length > 1 && row.join() === '' ? rows.slice(0, -1) : rows;
}

export const formatBlock = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoted).join('\t')).join('\n') + '\n';

const quoted = (text: string): string =>
  /[\t\r\n]/.test(text) || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
