import { attachment, tidyFileName } from './file-name.js';

describe('the name of an uploaded file', () => {
  it.each([
    ['fattura.pdf', 'fattura.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Utenti\\Rosa\\foglio presenze.xlsx', 'foglio presenze.xlsx'],
    ['a\u0000b\r\n.pdf', 'ab.pdf'],
    ['fattura\u202Efdp.exe', 'fatturafdp.exe'],
    ['  doppi   spazi .txt ', 'doppi spazi .txt'],
    ['..', 'documento'],
    ['', 'documento'],
    ['perche\u0301.pdf', 'perché.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(tidyFileName(given)).toBe(kept);
  });

  it('is cut at 200 bytes, never in the middle of a letter, and keeps its extension', () => {
    const name = tidyFileName(`${'è'.repeat(300)}.docx`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name).toMatch(/^è+\.docx$/);
  });
});

describe('the header of a download', () => {
  it.each([
    ['fattura.pdf', `attachment; filename="fattura.pdf"; filename*=UTF-8''fattura.pdf`],
    [
      'perché "no".pdf',
      `attachment; filename="perche _no_.pdf"; filename*=UTF-8''perch%C3%A9%20%22no%22.pdf`,
    ],
    ['契約', `attachment; filename="documento"; filename*=UTF-8''%E5%A5%91%E7%B4%84`],
    [
      `l'atto (1).pdf`,
      `attachment; filename="l'atto (1).pdf"; filename*=UTF-8''l%27atto%20%281%29.pdf`,
    ],
  ])('of %j', (name, header) => {
    expect(attachment(name)).toBe(header);
  });
});
