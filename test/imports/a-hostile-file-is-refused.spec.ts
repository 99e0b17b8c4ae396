import { aMember, aProject, aWorkItem } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { storedFiles } from '../documents/upload.js';
import { odsOf, sheetOf, xlsxOf, zipOf } from './archives.js';
import { csv, Importing } from './sheets.js';

const HEAD = ['Data', 'Tipo', 'Azione', 'Ore', 'Note'];
const ROW = ['12/03/2019', 'Seminario', 'A1', '2', ''];
const XXE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const LAUGHS = `<!DOCTYPE a [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`;
const MEGABYTE = 1024 * 1024;
const plain = sheetOf([HEAD, ROW]);
const inOds = (body: string): string =>
  `<office:document-content><table:table>${body}</table:table></office:document-content>`;
const many = (n: number): string[] => Array.from({ length: n }, (_, i) => `c${i}`);

describe('a hostile file is refused, clearly and soon', () => {
  let app: TestApp;
  let importing: Importing;

  beforeAll(async () => {
    app = await startApp();
    const project = await aProject(app);
    await aWorkItem(app, project, { code: 'A1' });
    importing = new Importing(app, project, await aMember(app, project, 'coordinator'));
  });
  afterAll(() => app.close());

  const files: [string, string, () => Buffer, string][] = [
    [
      'a zip bomb that declares its size',
      'a.xlsx',
      () => xlsxOf('0'.repeat(40 * MEGABYTE)),
      'import.bomb',
    ],
    [
      'a zip bomb that lies about it',
      'a.xlsx',
      () =>
        xlsxOf('<a>' + ' '.repeat(40 * MEGABYTE), {
          'xl/worksheets/sheet1.xml': { declared: 9000 },
        }),
      'import.bomb',
    ],
    [
      'a bomb among the shared texts',
      'a.xlsx',
      () =>
        xlsxOf(plain, {
          'xl/sharedStrings.xml': {
            content: `<sst>${'<si/>'.repeat(8 * MEGABYTE)}`,
            declared: 5000,
          },
        }),
      'import.bomb',
    ],
    [
      'one shared text as long as a file',
      'a.xlsx',
      () =>
        xlsxOf(plain, {
          'xl/sharedStrings.xml': {
            content: `<sst><si><t>${Array.from({ length: 9000 }, (_, n) => `parola ${n}`).join(' ')}</t></si></sst>`,
          },
        }),
      'import.cell',
    ],
    [
      'a bomb in an ODS',
      'a.ods',
      () => odsOf(inOds(' '.repeat(40 * MEGABYTE)), 9000),
      'import.bomb',
    ],
    [
      'three thousand files in one',
      'a.xlsx',
      () =>
        xlsxOf(plain, Object.fromEntries(many(3000).map((n) => [`xl/${n}.xml`, { content: 'x' }]))),
      'import.bomb',
    ],
    [
      'an external entity in the workbook',
      'a.xlsx',
      () => xlsxOf(plain, { 'xl/workbook.xml': { content: `${XXE}<workbook>&x;</workbook>` } }),
      'import.doctype',
    ],
    ['an external entity in the sheet', 'a.xlsx', () => xlsxOf(XXE + plain), 'import.doctype'],
    [
      'a billion laughs',
      'a.xlsx',
      () =>
        xlsxOf(
          `${LAUGHS}<worksheet><sheetData><row><c t="str"><v>&j;</v></c></row></sheetData></worksheet>`,
        ),
      'import.doctype',
    ],
    ['an external entity in an ODS', 'a.ods', () => odsOf(XXE + inOds('')), 'import.doctype'],
    [
      'an entity that nothing declares',
      'a.xlsx',
      () => xlsxOf(sheetOf([['&x;']])),
      'import.doctype',
    ],
    ['10,000 columns in a CSV', 'a.csv', () => csv([many(10_000)]), 'import.columns'],
    [
      '10,000 columns in an XLSX',
      'a.xlsx',
      () => xlsxOf(sheetOf([many(10_000)])),
      'import.columns',
    ],
    [
      'one cell far to the right',
      'a.xlsx',
      () =>
        xlsxOf(
          '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>',
        ),
      'import.columns',
    ],
    [
      'a cell repeated 10,000 times',
      'a.ods',
      () =>
        odsOf(
          inOds(
            '<table:table-row><table:table-cell table:number-columns-repeated="10000"><text:p>x</text:p></table:table-cell></table:table-row>',
          ),
        ),
      'import.columns',
    ],
    [
      'a row repeated a million times',
      'a.ods',
      () =>
        odsOf(
          inOds(
            '<table:table-row table:number-rows-repeated="1000000"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>',
          ),
        ),
      'import.rows',
    ],
    [
      'a formula without its result',
      'a.xlsx',
      () =>
        xlsxOf(
          '<worksheet><sheetData><row r="1"><c r="A1"><f>1+1</f></c></row></sheetData></worksheet>',
        ),
      'import.formula',
    ],
    [
      'a cell of a hundred thousand signs',
      'a.csv',
      () => csv([['Nota'], ['x'.repeat(100_000)]]),
      'import.cell',
    ],
    [
      'quotation marks that never end',
      'a.csv',
      () => Buffer.from(`Nota;Data\r\n"${'x\n'.repeat(3 * MEGABYTE)}`),
      'import.csv',
    ],
    [
      'an archive that is cut short',
      'a.xlsx',
      () => xlsxOf(plain).subarray(0, -400),
      'import.unreadable',
    ],
    [
      'XML that is cut short',
      'a.xlsx',
      () =>
        xlsxOf(plain, {
          'xl/worksheets/sheet1.xml': { content: plain.slice(0, -20) + '<row r="' },
        }),
      'import.unreadable',
    ],
    ['another archive', 'a.xlsx', () => zipOf([{ name: 'a.txt', content: 'x' }]), 'import.type'],
    [
      'a picture',
      'a.csv',
      () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'import.type',
    ],
    ['nothing', 'a.csv', () => Buffer.alloc(0), 'import.empty'],
    ['only the names of columns', 'a.csv', () => csv([HEAD]), 'import.empty'],
  ];

  it.each(files)('%s', async (_, name, make, code) => {
    const content = make();
    const start = performance.now();
    const { status, body } = await importing.send(content, name);
    expect({ status, code: body.code }).toEqual({ status: 422, code });
    expect(body.detail).toMatch(/[.:] ?/);
    expect(performance.now() - start).toBeLessThan(4000);
  });

  it('and leaves neither rows nor files behind', async () => {
    const [counted] = await app.db.query(
      'SELECT (SELECT count(*) FROM file_import)::int AS imports, (SELECT count(*) FROM import_row)::int AS rows',
    );
    expect(counted).toEqual({ imports: 0, rows: 0 });
    expect(storedFiles(app)).toEqual([]);
  });

  it('takes what looks like a formula in a CSV for the text that it is', async () => {
    const { id, good } = await importing.checked(
      csv([HEAD, [...ROW.slice(0, 4), "=cmd|' /C calc'!A0"]]),
    );
    expect(good).toBe(1);
    await importing.apply(id);
    const [{ note }] = await app.db.query('SELECT note FROM activity');
    expect(note).toBe("=cmd|' /C calc'!A0");
  });
});
