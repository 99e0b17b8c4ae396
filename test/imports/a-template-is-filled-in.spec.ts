import * as sheets from '@e965/xlsx';
import { aMember, anOrganisation, aProject, aWorkItem } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { Importing } from './sheets.js';

type Row = { id: string };
type Cells = Record<string, string>[];

describe('a template is filled in', () => {
  let app: TestApp;
  let project: Row, coordinator: Row;
  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    await aWorkItem(app, project, { code: 'A1', title: 'Mediazione' });
    await anOrganisation(app, { name: 'Coop Tre', kind: 'cooperative' });
    coordinator = await aMember(app, project, 'coordinator');
  });
  afterAll(() => app.close());

  const download = (target: string, format = 'xlsx', as = coordinator) =>
    app.as(as).get(`/projects/${project.id}/imports/template?target=${target}&format=${format}`);
  const bookOf = async (target: string) => sheets.read((await download(target)).bytes);
  const rowsOf = (book: sheets.WorkBook, name: string): Cells =>
    sheets.utils.sheet_to_json(book.Sheets[name]!);
  const headOf = (book: sheets.WorkBook): string[] =>
    (sheets.utils.sheet_to_json(book.Sheets['Dati']!, { header: 1 }) as string[][])[0]!;

  const FILLED: [string, Record<string, string>][] = [
    [
      'activities',
      { Giorno: '12/03/2019', 'Tipo di attività': 'Seminario', Azione: 'A1', Durata: '1:30' },
    ],
    ['organisations', { Nome: 'Coop Quattro', Tipo: 'cooperativa' }],
    [
      'contracts',
      {
        Contratto: 'Incarico',
        Ente: 'Coop Tre',
        'Valido dal': '1/1/2019',
        'Valido al': '31/12/2019',
        'Tipo di attività': 'Mediazione a chiamata',
        Comprate: '100',
      },
    ],
  ];

  it.each(FILLED)(
    'of %s: its columns are known, and what it says of them is true',
    async (target, row) => {
      const importing = new Importing(app, project, coordinator, target);
      const book = await bookOf(target);
      expect(book.SheetNames).toEqual(['Dati', 'Istruzioni', 'Valori ammessi']);
      const told = rowsOf(book, 'Istruzioni');
      expect(told.map(({ Colonna }) => Colonna)).toEqual(headOf(book));
      const needed = told.filter(({ Obbligatoria }) => Obbligatoria === 'sì');
      expect(Object.keys(row)).toEqual(
        expect.arrayContaining(needed.map(({ Colonna }) => Colonna)),
      );
      const filled = headOf(book).map((column) => row[column] ?? '');
      sheets.utils.sheet_add_aoa(book.Sheets['Dati']!, [filled], { origin: -1 });
      const file = sheets.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
      const sent = await importing.send(file, 'modello.xlsx');
      expect(sent.body.fields.map(({ column }: { column: number }) => column)).toEqual(
        headOf(book).map((_, place) => place),
      );
      expect((await importing.check(sent.body)).body).toMatchObject({ good: 1, bad: 0 });
    },
  );

  it('tells what may be written: the plan’s actions, the kinds, the words of a list with their like', async () => {
    const values = rowsOf(await bookOf('activities'), 'Valori ammessi');
    expect(values).toContainEqual({
      Colonna: 'Azione',
      Valore: 'A1',
      'Si può scrivere anche': 'Mediazione',
    });
    expect(values.map(({ Valore }) => Valore)).toContain('Mediazione a chiamata');
    expect(rowsOf(await bookOf('enrolments'), 'Valori ammessi')).toContainEqual({
      Colonna: 'Genere',
      Valore: 'F',
      'Si può scrivere anche': 'femmina, donna',
    });
  });

  it('as CSV for Italian Excel is its heads alone: sent back empty, nothing is imported', async () => {
    const { bytes, headers } = await download('organisations', 'csv');
    expect(headers['content-type']).toContain('text/csv');
    expect(bytes.toString()).toMatch(/^\ufeffNome;Tipo;Nome breve;/);
    const importing = new Importing(app, project, coordinator, 'organisations');
    expect(await importing.send(bytes, 'vuoto.csv')).toMatchObject({
      status: 422,
      body: { code: 'import.empty' },
    });
  });

  it('is given for what one may import, and for nothing else', async () => {
    const administrator = await aMember(app, project, 'administrator');
    expect((await download('contracts', 'csv', administrator)).status).toBe(200);
    expect(await download('activities', 'csv', administrator)).toMatchObject({
      status: 403,
      body: { code: 'import.target' },
    });
    const auditor = await aMember(app, project, 'auditor');
    expect((await download('contracts', 'csv', auditor)).status).toBe(403);
  });
});
