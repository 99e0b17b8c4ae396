import { badFile, unreadable } from './import-problems.js';

/** A tag or a text of an XML file, in order. */
export type XmlPiece =
  | { tag: string; attributes: Record<string, string>; open: boolean; close: boolean }
  | { text: string };

const LONGEST_PIECE = 1024 * 1024;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Reads the XML that spreadsheets are made of, piece by piece: elements, attributes, text. Names lose their prefix. A
 * document type is refused before anything that it declares could be resolved. Throws 422.
 */
export async function* readXml(text: AsyncIterable<string>): AsyncGenerator<XmlPiece[]> {
  let rest = '';
  for await (const more of text) {
    rest += more;
    const pieces: XmlPiece[] = [];
    let at = 0;
    for (;;) {
      const end = endOfPiece(rest, at);
      if (end < 0) break;
      const piece = pieceOf(rest.slice(at, end));
      if (piece) pieces.push(piece);
      at = end;
    }
    rest = rest.slice(at);
    if (rest.length > LONGEST_PIECE) throw unreadable();
    if (pieces.length > 0) yield pieces;
  }
  if (rest.trim() !== '') throw unreadable();
}

const ENDS: [string, string][] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<', '>'],
];

/** Where the piece that begins here ends; negative while it is not whole. */
function endOfPiece(text: string, at: number): number {
  if (at >= text.length) return -1;
  if (text[at] !== '<') return text.indexOf('<', at);
  // A comment may still turn out to be one.
  if (text.length - at < 9 && '<![CDATA['.startsWith(text.slice(at))) return -1;
  for (const [begin, end] of ENDS) {
    if (!text.startsWith(begin, at)) continue;
    const found = begin === '<' ? endOfTag(text, at) : text.indexOf(end, at);
    return found < 0 ? -1 : found + end.length;
  }
  return -1;
}

/** The `>` of a tag: one inside an attribute's quotation marks does not end it. */
function endOfTag(text: string, at: number): number {
  TAG_END.lastIndex = at;
  const found = TAG_END.exec(text);
  return found ? TAG_END.lastIndex - 1 : -1;
}
const TAG_END = /<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/y;

function pieceOf(piece: string): XmlPiece | null {
  if (piece[0] !== '<') return { text: decoded(piece) };
  if (piece.startsWith('<![CDATA[')) return { text: piece.slice(9, -3) };
  if (piece.startsWith('<!--') || piece.startsWith('<?')) return null;
  if (piece.startsWith('<!')) throw doctype();
  return tagOf(piece);
}

const ATTRIBUTE = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function tagOf(piece: string): XmlPiece {
  const closing = piece[1] === '/';
  const name = /^<\/?([^\s/>]+)/.exec(piece)?.[1];
  if (!name) throw unreadable();
  const attributes: Record<string, string> = {};
  if (!closing) {
    for (const [, key = '', double, single] of piece.slice(name.length + 1).matchAll(ATTRIBUTE))
      attributes[bare(key)] = decoded(double ?? single ?? '');
  }
  return { tag: bare(name), attributes, open: !closing, close: closing || piece.endsWith('/>') };
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (_, name: string) => entity(name))
    : text;

function entity(name: string): string {
  if (name[0] !== '#') return ENTITIES[name] ?? refuse();
  const code = name[1]?.toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function refuse(): never {
  throw doctype();
}

const doctype = () =>
  badFile(
    'doctype',
    'Il file contiene istruzioni che un foglio di calcolo non ha: riaprilo, salvalo di nuovo e riprova.',
  );
