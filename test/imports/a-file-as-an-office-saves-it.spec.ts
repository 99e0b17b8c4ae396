import { utils, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { aMember, aProject, aWorkItem } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { cases } from '../support/prove.js';
import { csv, Importing } from './sheets.js';

const HEAD = ['Data', 'Tipo', 'Azione', 'Ore', 'Operatori', 'Note'];

describe('a file as an office saves it', () => {
  let app: TestApp;
  let project: { id: string };
  let importing: Importing;

  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(() => fresh());
  afterAll(() => app.close());

  async function fresh(): Promise<void> {
    project = await aProject(app);
    await aWorkItem(app, project, { code: 'A1' });
    importing = new Importing(app, project, await aMember(app, project, 'coordinator'));
  }
  const activities = () =>
    app.db.query(
      `SELECT id, day, kind, minutes, note FROM activity WHERE project_id = $1 ORDER BY id`,
      [project.id],
    ) as Promise<Record<string, unknown>[]>;

  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['Windows-1252', (text: string) => Buffer.from(text.replace('…', '\x85'), 'latin1')],
    ['UTF-16 of Excel', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('reads %s', async (_, encode) => {
    const text =
      'Data\tTipo\tAzione\tOre\tNota\r\n12/03/2019\tSeminario\tA1\t2\tPerché è così…\r\n';
    await importing.whole(encode(text));
    expect((await activities()).map((a) => a['note'])).toEqual(['Perché è così…']);
  });

  const CELLS = [
    ['Giorno', 'Tipo di attività', 'Azione', 'Ore', 'Presenti', 'Nota', 'Inizio', 'Fine'],
    [new Date(Date.UTC(2019, 2, 12)), 'Seminario', 'A1', 1.5, 1234, 'Più & <meno>'],
    [new Date(Date.UTC(2019, 2, 13)), 'Seminario', 'A1', null, null, null, '9:00', '10:30'],
    [],
    ['14/03/2019', 'Seminario', 'A1', '90m', '12'],
  ];
  const rowsOf = async () =>
    (await app.db.query(
      `SELECT day, minutes, participants, note, left(start_time::text, 5) AS start FROM activity WHERE project_id = $1 ORDER BY day`,
      [project.id],
    )) as Record<string, unknown>[];
  const READ = [
    { day: '2019-03-12', minutes: 90, participants: 1234, note: 'Più & <meno>', start: null },
    { day: '2019-03-13', minutes: 90, participants: null, note: null, start: '09:00' },
    { day: '2019-03-14', minutes: 90, participants: 12, note: null, start: null },
  ];

  it('reads an XLSX of Excel: days, decimals, times, shared texts, formulas with their result', async () => {
    const book = new ExcelJS.Workbook();
    const notes = book.addWorksheet('Note', { state: 'hidden' });
    notes.addRow(['nascosto']);
    const sheet = book.addWorksheet('Marzo');
    CELLS.forEach((cells) => sheet.addRow(cells));
    sheet.getCell('D2').value = { formula: '3/2', result: 1.5 };
    // As times of day, the way Excel stores them.
    for (const [cell, value] of [
      ['G3', 0.375],
      ['H3', 0.4375],
    ] as const) {
      sheet.getCell(cell).value = value;
      sheet.getCell(cell).numFmt = 'h:mm';
    }
    const { good } = await importing.whole(
      Buffer.from(await book.xlsx.writeBuffer()),
      'marzo.xlsx',
    );
    expect(good).toBe(3);
    expect(await rowsOf()).toEqual(READ);
    const { items } = (await app.as(importing.user).get(`/projects/${project.id}/imports`)).body;
    expect((await importing.rows(items[0].id)).map((r: { line: number }) => r.line)).toEqual([
      2, 3, 5,
    ]);
  });

  it.each(['xlsx', 'ods'] as const)('reads an %s of another program', async (bookType) => {
    const sheet = utils.aoa_to_sheet(CELLS, { cellDates: true, UTC: true });
    const book = utils.book_new(sheet, 'Marzo');
    await importing.whole(write(book, { type: 'buffer', bookType }) as Buffer, `marzo.${bookType}`);
    expect(await rowsOf()).toEqual(READ);
  });

  it('property: import twice is import once', async () => {
    const cell = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      hours: fc.integer({ min: 1, max: 4 }),
      note: fc.constantFrom('', 'a', 'è; "b"', 'riga\ndue'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 12 }), async (rows) => {
        await fresh();
        const file = csv([
          HEAD,
          ...rows.map(({ day, hours, note }) => [
            `${day}/3/2019`,
            'Seminario',
            'A1',
            hours,
            '',
            note,
          ]),
        ]);
        await importing.whole(file);
        const once = await activities();
        expect(once).toHaveLength(rows.length);
        expect(await importing.whole(file)).toMatchObject({ good: 0, already: rows.length });
        expect(await activities()).toEqual(once);
      }),
      { ...cases, numRuns: Math.min(cases.numRuns, 20 * (process.env.PROVE ? 50 : 1)) },
    );
  });
});
