import { aMember, anOrganisation, aProject, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { csv, Importing } from './sheets.js';

type Row = { id: string };

describe('bodies and contracts are imported', () => {
  let app: TestApp;
  let project: Row, coordinator: Row;
  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(async () => {
    project = await aProject(app);
    coordinator = await aMember(app, project, 'coordinator');
  });
  afterAll(() => app.close());
  const into = (target: string) => new Importing(app, project, coordinator, target);
  const states = async (importing: Importing, id: string) =>
    (await importing.rows(id)).map((r: { state: string }) => r.state);

  it('bodies: who is there stays, a twin in the file is told, undo deletes them unless something hangs on them', async () => {
    const importing = into('organisations');
    await anOrganisation(app, { name: 'Istituto Àlfieri', kind: 'school' });
    const head = ['Denominazione', 'Tipologia', 'Comune', 'Sito web', 'Dipende da'];
    const checked = await importing.checked(
      csv([
        head,
        ['istituto alfieri', 'Scuola', 'Asti', '', ''],
        ['Coop Uno', 'cooperativa', 'Torino', 'https://uno.example.org', ''],
        ['COOP UNO', 'cooperativa', '', '', ''],
        ['Plesso Dante', 'plesso', '', 'nessuno', 'Istituto Alfieri'],
        ['Plesso Tasso', 'plesso', '', '', 'Istituto Alfieri'],
        ['', 'ballo', '', '', ''],
      ]),
    );
    expect(await states(importing, checked.id)).toEqual([
      'already',
      'good',
      'bad',
      'bad',
      'good',
      'bad',
    ]);
    await importing.apply(checked.id, true);
    const [uno] = await app.db.query(`SELECT * FROM organisation WHERE name = 'Coop Uno'`);
    expect(uno).toMatchObject({ kind: 'cooperative', place: 'Torino', created_by: coordinator.id });
    const again = await importing.checked(
      csv([head, ['Coop Uno', 'cooperativa', 'Torino', '', '']]),
    );
    expect(again).toMatchObject({ good: 0, already: 1 });
    const partner = await put(app, 'participation', {
      project_id: project.id,
      organisation_id: uno.id,
      role: 'partner',
    });
    expect((await importing.undo(checked.id)).status).toBe(422);
    await app.db.query('DELETE FROM participation WHERE id = $1', [partner.id]);
    expect((await importing.undo(checked.id)).body.state).toBe('undone');
    expect(
      await app.db.query(`SELECT 1 FROM organisation WHERE name IN ('Coop Uno', 'Plesso Tasso')`),
    ).toEqual([]);
  });

  it('bodies: one that another file or a hand brought meanwhile is not made again', async () => {
    const importing = into('organisations');
    const head = ['Denominazione', 'Tipologia', 'Sito web'];
    const one = await importing.checked(csv([head, ['Coop Gemella', 'cooperativa', '']]));
    const two = await importing.checked(
      csv([
        head,
        ['COOP GEMELLA', 'cooperativa', 'https://gemella.example.org'],
        ['Coop Scritta a Mano', 'cooperativa', ''],
        ['Coop Nuova', 'cooperativa', ''],
      ]),
    );
    expect(two).toMatchObject({ good: 3, already: 0 });
    await importing.apply(one.id);
    await anOrganisation(app, { name: 'Coop scritta a mano', kind: 'cooperative' });
    expect((await importing.apply(two.id)).body).toMatchObject({ good: 1, already: 2 });
    const [{ bodies }] = await app.db.query(
      `SELECT count(*)::int AS bodies FROM organisation WHERE search_text(name) IN ('coop gemella', 'coop scritta a mano', 'coop nuova')`,
    );
    expect(bodies).toBe(3);
  });

  it('contracts: rows of one title are one contract, hours are minutes, twice is once, undo takes both back', async () => {
    const importing = into('contracts');
    await anOrganisation(app, { name: 'Coop Due', kind: 'cooperative' });
    const head = [
      'Contratto',
      'Cooperativa',
      'CIG',
      'Dal',
      'Al',
      'Tipo',
      'Lingua',
      'Ore',
      'Tariffa',
    ];
    const dates = ['1/1/2019', '31/12/2019'];
    const file = csv([
      head,
      [
        'Mediazione 2019',
        'Coop Due',
        'X1',
        ...dates,
        'Mediazione a chiamata',
        'arabo',
        '100',
        '25,50',
      ],
      ['Mediazione 2019', 'Coop Due', 'X1', ...dates, 'Traduzione scritta', '', '40', ''],
    ]);
    const { id } = await importing.whole(file);
    const contracts = () => app.as(coordinator).get(`/projects/${project.id}/contracts`);
    expect((await contracts()).body.items).toEqual([
      expect.objectContaining({
        title: 'Mediazione 2019',
        organisationName: 'Coop Due',
        lines: [
          expect.objectContaining({
            kind: 'on_call_mediation',
            language: 'ar',
            bought: 6000,
            unitRate: '25.50',
          }),
          expect.objectContaining({ kind: 'written_translation', bought: 40, unitRate: null }),
        ],
      }),
    ]);
    expect(await importing.whole(file)).toMatchObject({ good: 0, already: 2 });
    const wrong = await importing.checked(
      csv([
        head,
        [
          'Mediazione 2019',
          'Coop Due',
          'X1',
          '1/1/2018',
          '31/12/2019',
          'Mediazione a chiamata',
          '',
          '10',
          '',
        ],
        ['Altro', '', '', ...dates, 'Mediazione a chiamata', '', '10', ''],
        ['Altro', 'Coop Due', '', '31/12/2019', '1/1/2019', 'Mediazione a chiamata', '', '0', '-3'],
      ]),
    );
    expect(wrong.bad).toBe(3);
    expect((await importing.undo(id)).body.state).toBe('undone');
    expect((await contracts()).body.items).toEqual([]);
  });
});
