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
