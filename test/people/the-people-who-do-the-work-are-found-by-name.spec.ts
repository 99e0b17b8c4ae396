import {
  aMember,
  anOrganisation,
  aPartner,
  aPerson,
  aProject,
  aSystemAdmin,
  aWorkItem,
  put,
} from '../factories/index.js';
import { holdByAReport } from '../factories/budget.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch, type Body } from '../support/client.js';

let app: TestApp;
let project: { id: string };

beforeAll(async () => {
  app = await startApp();
  project = await aProject(app);
});

afterAll(() => app.close());

const names = async (user: { id: string }, query = ''): Promise<string[]> =>
  (await app.as(user).get(`/persons${query}`)).body.items.map((one: Body) => one.name);

describe('people', () => {
  it('are added by those who run a project and found without accents', async () => {
    const coordinator = await aMember(app, project, 'coordinator');
    const body = await anOrganisation(app, { name: 'Cooperativa Alfa' });
    const added = await app
      .as(coordinator)
      .post('/persons', { name: 'Niccolò Sarà', organisationId: body.id });
    expect(added).toMatchObject({
      status: 201,
      body: { organisationName: 'Cooperativa Alfa', demonstration: false },
    });
    expect(await names(coordinator, '?search=niccolo')).toEqual(['Niccolò Sarà']);
    expect((await app.as(coordinator).post('/persons', { name: '' })).status).toBe(400);
  });

  it('are corrected by those who run a project, as long as nobody else did meanwhile', async () => {
    const coordinator = await aMember(app, project, 'coordinator');
    const body = await anOrganisation(app, { name: 'Cooperativa Beta' });
    const { id } = (await app.as(coordinator).post('/persons', { name: 'Ana' })).body;
    const change = { name: 'Anna', organisationId: body.id };
    const correct = (who: { id: string }, version: number) =>
      app.as(who).patch(`/persons/${id}`, change, ifMatch(version));
    expect(await correct(coordinator, 1)).toMatchObject({
      status: 200,
      body: { name: 'Anna', organisationName: 'Cooperativa Beta', version: 2 },
    });
    expect((await correct(coordinator, 1)).status).toBe(412);
    for (const role of ['auditor', 'legal', 'staff'] as const)
      expect((await correct(await aMember(app, project, role), 2)).status).toBe(403);
  });

  it('are added by nobody else', async () => {
    for (const role of ['auditor', 'legal', 'staff'] as const) {
      const user = await aMember(app, project, role);
      expect((await app.as(user).post('/persons', { name: 'No' })).status).toBe(403);
      expect((await app.as(user).get('/persons')).status).toBe(200);
    }
    expect((await app.as(await aSystemAdmin(app)).get('/persons')).status).toBe(403);
    expect((await app.as(null).get('/persons')).status).toBe(401);
  });

  it('a partner’s operator sees those of its own body and the working group, no others', async () => {
    const [own, other] = [await anOrganisation(app), await anOrganisation(app)];
    const participation = await aPartner(app, project, { organisation_id: own.id });
    const operator = await aMember(app, project, 'partner', { participation });
    await put(app, 'person', { name: 'Mia', organisation_id: own.id });
    await put(app, 'person', { name: 'Altrui', organisation_id: other.id });
    const colleague = await put(app, 'person', { name: 'Capogruppo' });
    await put(app, 'team_member', { project_id: project.id, person_id: colleague.id });
    expect(await names(operator)).toEqual(['Capogruppo', 'Mia']);
    expect(await names(operator, '?search=altrui')).toEqual([]);
  });
});

describe('operators who were trained', () => {
  type Row = { id: string };
  let item: Row, coordinator: Row, partner: Row, operator: Row, trained: Row;
  beforeAll(async () => {
    project = await aProject(app);
    item = await aWorkItem(app, project);
    partner = await aPartner(app, project);
    coordinator = await aMember(app, project, 'coordinator');
    operator = await aMember(app, project, 'partner', { participation: partner });
    trained = await aPerson(app, 'Rosa Operatrice');
    await put(app, 'team_member', { project_id: project.id, person_id: trained.id });
  });

  const trainings = () => `/projects/${project.id}/trainings`;
  const body = (values: object = {}) => ({
    workItemId: item.id,
    participationId: partner.id,
    field: 'Mediazione interculturale',
    contents: 'Il ruolo del mediatore a scuola',
    fromDay: '2019-10-07',
    minutes: 240,
    personIds: [trained.id],
    ...values,
  });
  const record = (values: object = {}, by: Row = coordinator) =>
    app.as(by).post(trainings(), body(values));
  const list = async (query = '', by: Row = coordinator) =>
    (await app.as(by).get(`${trainings()}${query}`)).body;

  it('are pasted as a list: found by name in the registry or added to it, and counted once', async () => {
    const school = await anOrganisation(app, { name: 'Istituto Prova' });
    const { status, body: first } = await record({
      names: [
        { name: 'rosa OPERATRICE' },
        { name: 'Ugo Nuovo', organisation: 'istituto prova' },
        { name: 'Ugo Nuovo', organisation: 'istituto prova' },
      ],
    });
    expect(status).toBe(201);
    expect(first).toMatchObject({ toDay: '2019-10-07', workItemCode: expect.any(String) });
    expect(first.operators).toEqual([
      { personId: trained.id, name: 'Rosa Operatrice', organisationName: null },
      { personId: expect.any(String), name: 'Ugo Nuovo', organisationName: 'Istituto Prova' },
    ]);
    const again = await record({
      field: 'Lingua',
      fromDay: '2019-11-04',
      toDay: '2019-11-05',
      names: [{ name: 'Ugo Nuovo', organisation: 'Istituto Prova' }],
    });
    expect(again.body.operators[1].personId).toBe(first.operators[1].personId);
    expect(await list()).toMatchObject({
      operators: 2,
      presences: 4,
      fields: [
        { field: 'Lingua', trainings: 1, operators: 2 },
        { field: 'Mediazione interculturale', trainings: 1, operators: 2 },
      ],
    });
    expect((await list('?from=2019-11-05&to=2019-11-05')).items).toHaveLength(1);
    expect((await list('?to=2019-10-06')).operators).toBe(0);
    expect(school.id).toBeDefined();
  });

  it('are not guessed: a name of two people, or of a body that nobody knows, is asked for again', async () => {
    await aPerson(app, 'Ada Doppia');
    await aPerson(app, 'Ada Doppia');
    const twice = await record({ names: [{ name: 'Ada Doppia' }] });
    expect([twice.status, twice.body.code]).toEqual([422, 'training.names']);
    const { body: refused } = await record({
      names: [{ name: 'Eva' }, { name: 'Ivo', organisation: 'Ignoto' }],
    });
    expect(refused.errors).toEqual([
      { path: 'names[1]', message: expect.stringContaining('«Ignoto»') },
    ]);
    expect(await names(coordinator, '?search=Eva')).toEqual([]);
  });

  it('are mended, and a training that was not held counts nobody', async () => {
    const { body: made } = await record({ field: 'Errore', fromDay: '2019-09-02' });
    const mend = (change: object, version: number, by: Row = coordinator) =>
      app.as(by).patch(`${trainings()}/${made.id}`, change, ifMatch(version));
    const mended = await mend({ personIds: [], names: [{ name: 'Solo Lui' }] }, 1);
    expect(mended.body.operators.map(({ name }: Body) => name)).toEqual(['Solo Lui']);
    expect((await mend({ toDay: '2019-09-01' }, 2)).body.code).toBe('training.days');
    expect((await mend({ state: 'cancelled' }, 2, operator)).status).toBe(200);
    expect(await list('?to=2019-09-30')).toMatchObject({ operators: 0, fields: [] });
    const { items } = (await app.as(coordinator).get(`${trainings()}/${made.id}/history`)).body;
    expect(items.length).toBeGreaterThan(1);
  });

  it('of a partner are written and seen by its operator, by no other; names stay with the coordination', async () => {
    const rival = await aMember(app, project, 'partner', {
      participation: await aPartner(app, project),
    });
    const { body: own } = await record({ field: 'Di un partner' }, operator);
    expect(own.field).toBe('Di un partner');
    expect((await record({}, rival)).body.code).toBe('training.partner');
    expect((await list('', rival)).items).toEqual([]);
    expect((await app.as(rival).get(`${trainings()}/export.csv`)).text).not.toContain('Rosa');
    const named = await record({ names: [{ name: 'Uno' }] }, operator);
    expect([named.status, named.body.code]).toEqual([403, 'training.names']);
    const staff = await aMember(app, project, 'staff', { values: { person_id: trained.id } });
    expect((await list('', staff)).items.length).toBeGreaterThan(0);
    expect((await record({}, staff)).status).toBe(403);
  });

  it('leave as a sheet: one line for each, with field and contents, and no formula', async () => {
    await record({ field: '=1+1', fromDay: '2019-08-01' });
    const { text } = await app.as(coordinator).get(`${trainings()}/export.csv?to=2019-08-31`);
    const [head, line] = text.split('\n');
    expect(head).toContain('Operatore;Ente dell’operatore;Ambito di formazione;Contenuti');
    expect(line).toContain(
      "Rosa Operatrice;;'=1+1;Il ruolo del mediatore a scuola;01/08/2019;01/08/2019;240",
    );
  });
});

describe('a training that a logged activity tells', () => {
  it('follows its activity when a sent report has it rectified', async () => {
    const item = await aWorkItem(app, project);
    const coordinator = await aMember(app, project, 'coordinator');
    const at = `/projects/${project.id}/activities`;
    const day = '2019-11-04';
    const activity = { kind: 'family_meeting', workItemId: item.id, day, minutes: 120 };
    const { body: held } = await app.as(coordinator).post(at, activity);
    const training = await put(app, 'training', {
      project_id: project.id,
      work_item_id: item.id,
      activity_id: held.id,
      field: 'Accoglienza',
      contents: 'Lo sportello',
      from_day: day,
      to_day: day,
    });
    await holdByAReport(app, project, held, 'activity');
    const corrected = await app
      .as(coordinator)
      .post(`${at}/${held.id}/rectifications`, { ...activity, reason: 'Sala' }, ifMatch(1));
    expect(corrected.status).toBe(201);
    expect(
      await app.db.query('SELECT activity_id FROM training WHERE id = $1', [training.id]),
    ).toEqual([{ activity_id: corrected.body.id }]);
  });
});
