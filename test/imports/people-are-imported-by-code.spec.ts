import { aMember, aPartner, aProject, aWorkItem, put } from '../factories/index.js';
import { aCourse, aRecipient, enrol } from '../factories/courses.js';
import { startApp, type TestApp, TODAY } from '../support/app.js';
import { csv, Importing } from './sheets.js';

type Row = { id: string };

describe('people are imported by code', () => {
  let app: TestApp;
  let project: Row, item: Row, coordinator: Row;
  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(async () => {
    project = await aProject(app);
    item = await aWorkItem(app, project, { code: 'A1' });
    coordinator = await aMember(app, project, 'coordinator');
  });
  afterAll(() => app.close());
  const into = (target: string) => new Importing(app, project, coordinator, target);
  const states = async (importing: Importing, id: string) =>
    (await importing.rows(id)).map((r: { state: string }) => r.state);

  it('codes only: a new one for who has none, seats held, undone with the people that it made', async () => {
    const importing = into('enrolments');
    await aCourse(app, project, item, { title: 'L2 mamme', seats: 2 });
    const head = [
      'Corso',
      'Codice',
      'Iniziali',
      'Anno di nascita',
      'Sesso',
      'Cittadinanza',
      'Iscrizione',
    ];
    const file = csv([
      head,
      ['L2 mamme', '', 'A.B.', '1985', 'F', 'Marocco', 'effettivo'],
      ['l2 MAMME', '', 'A.B.', '1985', 'F', 'Marocco', ''],
      ['L2 mamme', '', 'C.D.', '1990', 'M', 'apolide', 'effettivo'],
      ['L2 mamme', '', 'E.F.', '', 'F', 'Peru', 'uditrice'],
      ['L2 mamme', '9999-ZZZZ', '', '', '', '', ''],
      ['L2 mamme', '', '', '1850', 'F', 'Atlantide', ''],
    ]);
    const checked = await importing.checked(file);
    expect(await states(importing, checked.id)).toEqual([
      'good',
      'good',
      'bad',
      'good',
      'bad',
      'bad',
    ]);
    await importing.apply(checked.id, true);
    const people = await app.db.query(
      `SELECT r.code, r.citizenship, e.status FROM enrolment e JOIN recipient r ON r.id = e.recipient_id
       JOIN intake i ON i.recipient_id = r.id WHERE e.project_id = $1 ORDER BY e.id`,
      [project.id],
    );
    expect(people).toEqual([
      { code: expect.stringMatching(/^....-....$/), citizenship: 'MA', status: 'regular' },
      expect.objectContaining({ citizenship: 'MA', status: 'regular' }),
      expect.objectContaining({ citizenship: 'PE', status: 'listener' }),
    ]);
    const rows = await importing.rows(checked.id, '?state=good');
    expect(rows.map((r: { code: string }) => r.code)).toEqual(
      people.map((p: { code: string }) => p.code),
    );
    const known = await importing.checked(
      csv([head, ['L2 mamme', people[0].code, '', '', '', '', '']]),
    );
    expect(known).toMatchObject({ good: 0, already: 1 });
    app.clock.set('2019-11-21');
    const nextDay = await importing.checked(file);
    app.clock.set(TODAY);
    expect(nextDay).toMatchObject({ good: 0, already: 3 });
    expect((await importing.undo(checked.id)).body.state).toBe('undone');
    expect(await app.db.query('SELECT 1 FROM recipient')).toEqual([]);
  });

  it('seats and pairs that somebody took after the check are told, and nobody is one too many', async () => {
    const importing = into('enrolments');
    const course = await aCourse(app, project, item, { title: 'L2 papà', seats: 2 });
    const known = await aRecipient(app, project);
    const checked = await importing.checked(
      csv([
        ['Corso', 'Codice', 'Iniziali'],
        ['L2 papà', known.code, ''],
        ['L2 papà', known.code, ''],
        ['L2 papà', '', 'G.H.'],
      ]),
    );
    expect(await states(importing, checked.id)).toEqual(['good', 'bad', 'good']);
    await enrol(app, project, course, known);
    await enrol(app, project, course, await aRecipient(app, project));
    const full = await importing.apply(checked.id);
    expect([full.status, full.body.code]).toEqual([422, 'import.bad-rows']);
    const { body } = await importing.apply(checked.id, true);
    expect(body).toMatchObject({ state: 'applied', good: 0, bad: 2, already: 1 });
    expect(await states(importing, checked.id)).toEqual(['already', 'bad', 'bad']);
    const [{ regular }] = await app.db.query(
      `SELECT count(*)::int AS regular FROM enrolment WHERE course_id = $1 AND status = 'regular'`,
      [course.id],
    );
    expect(regular).toBe(2);
  });

  it('what was made of somebody known is not undone once others work with it', async () => {
    const importing = into('enrolments');
    const participation = await aPartner(app, project);
    const operator = await aMember(app, project, 'partner', { participation });
    const values = { participation_id: participation.id };
    await aCourse(app, project, item, { ...values, title: 'L2 uno' });
    const second = await aCourse(app, project, item, { ...values, title: 'L2 due' });
    const known = await aRecipient(app, project);
    const { id } = await importing.whole(
      csv([
        ['Corso', 'Codice'],
        ['L2 uno', known.code],
      ]),
    );
    const other = await enrol(app, project, second, known);
    expect((await importing.undo(id)).body.code).toBe('import.changed-since');
    await app.db.query('DELETE FROM enrolment WHERE id = $1', [other.id]);
    const path = `/projects/${project.id}/recipients/${known.id}`;
    const notice = { noticeOn: '2019-11-18', noticeTo: 'person' };
    const told = await app.as(operator).patch(path, notice, { 'if-match': '"1"' });
    expect(told.status).toBe(200);
    expect((await importing.undo(id)).body.code).toBe('import.changed-since');
    expect((await app.as(operator).get(path)).body).toMatchObject(notice);
  });

  it('by who may write everybody’s, not by who may write its own', async () => {
    const participation = await aPartner(app, project);
    const both = await aMember(app, project, 'partner', { participation });
    await put(app, 'member', { user_id: both.id, project_id: project.id, role: 'administrator' });
    const sent = await new Importing(app, project, both, 'enrolments').send(
      csv([['Corso'], ['L2']]),
    );
    expect([sent.status, sent.body.code]).toEqual([403, 'import.target']);
  });

  it('and what stands under no name is not kept', async () => {
    const importing = into('enrolments');
    await aCourse(app, project, item, { title: 'L2 mamme' });
    const { id } = await importing.checked(
      csv([
        ['Corso', '', 'Iniziali'],
        ['L2 mamme', 'Segreto Segreti', 'S.S.', 'Segreto Segreti'],
      ]),
    );
    expect(await importing.rows(id)).toMatchObject([{ cells: ['L2 mamme', '', 'S.S.'] }]);
  });

  it.each([
    'Nome',
    'Cognome',
    'Cognome e nome',
    'NOMINATIVO',
    'Codice Fiscale',
    'E-mail',
    'Nato il',
    'Telefono',
    'Alunno',
    'Corsista',
    'Figlio/a',
    'Segreto Segreti',
  ])('never a file with a column «%s»: nothing of it is kept', async (column) => {
    const sent = await into('enrolments').send(
      csv([
        ['Corso', column],
        ['L2 mamme', 'Segreto Segreti'],
      ]),
    );
    expect(sent).toMatchObject({ status: 422, body: { code: 'import.names' } });
    expect(sent.body.detail).toContain(column);
    const [{ kept }] = await app.db.query(
      `SELECT count(*)::int AS kept FROM import_row WHERE cells::text LIKE '%Segret%'`,
    );
    expect(kept).toBe(0);
  });
});
