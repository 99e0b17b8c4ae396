const LONGEST_BYTES = 200;
// Controls, and the marks that turn the direction of writing: "fattura_fdp.exe" could pass for a PDF.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const SEPARATORS = /[/\\]/g;

/** The name of an uploaded file without folders and invisible characters, at most 200 bytes with its extension kept. */
export function tidyFileName(given: string): string {
  const last = given.split(SEPARATORS).pop() ?? '';
  const name = last.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  if (name === '' || /^\.+$/.test(name)) return 'documento';
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - extension.length);
  return shorten(stem, LONGEST_BYTES - extension.length) + extension;
}

function shorten(text: string, bytes: number): string {
  const letters = [...text];
  while (Buffer.byteLength(letters.join('')) > bytes) letters.pop();
  return letters.join('');
}

/** `Content-Disposition` of a download (RFC 6266): an ASCII name for old readers, the true one beside it. */
export function attachment(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain.trim() || 'documento'}"; filename*=UTF-8''${exact}`;
}
