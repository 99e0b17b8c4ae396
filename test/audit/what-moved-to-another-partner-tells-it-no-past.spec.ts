import { aFundedProject, anApprovedBudget, anExpense, type Funded } from '../factories/budget.js';
import { aMember, anOrganisation, aPerson, put } from '../factories/index.js';
import { PNG, upload } from '../documents/upload.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';

type Row = { id: string };

/** Alfa's operator logs and spends; the coordination moves it to Beta. */
describe('what moved to another partner', () => {
  let app: TestApp;
  let project: Funded;
  let anna: Row;
  let bruno: Row;
  let path: string;
  beforeEach(async () => {
    app = await startApp();
    project = await aFundedProject(app);
    [anna, bruno] = [await aPerson(app), await aPerson(app)];
    for (const { id } of [anna, bruno])
      await put(app, 'team_member', { project_id: project.id, person_id: id });
    path = `/projects/${project.id}`;
  });
  afterEach(() => app.close());

  const body = (participation: Row, note: string, staff = anna) => ({
    kind: 'on_call_mediation',
    workItemId: project.workItem.id,
    participationId: participation.id,
    day: '2019-11-04',
    minutes: 60,
    staffIds: [staff.id],
    note,
  });
  const history = async (user: Row, of: string) => {
    const answer = await app.as(user).get(`${path}/${of}/history`);
    expect(answer.status).toBe(200);
    return answer.text;
  };
  const edit = (user: Row, activity: Row, version: number, to: object) =>
    app.as(user).patch(`${path}/activities/${activity.id}`, to, ifMatch(version));

  async function aMovedActivity(): Promise<Row> {
    const alfa = project.operator;
    const note = 'nota riservata di Alfa';
    const { body: activity } = await app
      .as(alfa)
      .post(`${path}/activities`, body(project.partner, note));
    expect(
      (await edit(alfa, activity, 1, body(project.partner, 'ripensamento di Alfa'))).status,
    ).toBe(200);
    const moved = await edit(
      project.coordinator,
      activity,
      2,
      body(project.otherPartner, 'spostata'),
    );
    expect(moved.status).toBe(200);
    return activity;
  }

  it('an activity tells its new partner only what came since, and the coordination all', async () => {
    const activity = await aMovedActivity();
    const beta = project.otherOperator;
    expect(
      (await edit(beta, activity, 3, body(project.otherPartner, 'scritta da Beta'))).status,
    ).toBe(200);
    const told = await history(beta, `activities/${activity.id}`);
    for (const word of ['spostata', 'scritta da Beta']) expect(told).toContain(word);
    for (const word of ['Alfa', project.partner.id]) expect(told).not.toContain(word);

    const whole = await history(project.coordinator, `activities/${activity.id}`);
    for (const word of [
      'nota riservata di Alfa',
      'ripensamento di Alfa',
      'spostata',
      'scritta da Beta',
    ])
      expect(whole).toContain(word);
    const gone = await app.as(project.operator).get(`${path}/activities/${activity.id}/history`);
    expect(gone.status).toBe(404);
  });

  it('and back again, the first partner what was its own, not what happened at the other', async () => {
    const activity = await aMovedActivity();
    await edit(project.otherOperator, activity, 3, body(project.otherPartner, 'scritta da Beta'));
    await edit(project.coordinator, activity, 4, body(project.partner, 'tornata'));
    const told = await history(project.operator, `activities/${activity.id}`);
    for (const word of ['nota riservata di Alfa', 'ripensamento di Alfa', 'tornata'])
      expect(told).toContain(word);
    for (const word of ['scritta da Beta', 'spostata', project.otherPartner.id])
      expect(told).not.toContain(word);
  });

  it('an activity tells a staff member only what happened while it was there', async () => {
    const staff = await aMember(app, project, 'staff', { values: { person_id: bruno.id } });
    const activity = await aMovedActivity();
    const joined = body(project.otherPartner, 'con Bruno', bruno);
    expect((await edit(project.coordinator, activity, 3, joined)).status).toBe(200);
    const told = await history(staff, `activities/${activity.id}`);
    expect(told).toContain('con Bruno');
    for (const word of ['Alfa', 'spostata']) expect(told).not.toContain(word);
  });

  it('a request tells the partner that delivers it only what came since, and its mediator too', async () => {
    const request = await put(app, 'mediation_request', {
      project_id: project.id,
      number: 1,
      organisation_id: (await anOrganisation(app)).id,
      asked_by: 'Segreteria',
      reason: 'Colloquio',
      language: 'ar',
      wanted_day: '2019-11-25',
      wanted_time: '10:00',
      minutes: 60,
      mode: 'in_person',
      origin: 'phone',
      state: 'accepted',
      received_on: '2019-11-18',
      received_time: '09:00',
    });
    const assign = (participation: Row, mediator: Row) =>
      app.db.query(
        `UPDATE mediation_request SET participation_id = $2, mediator_id = $3 WHERE id = $1`,
        [request.id, participation.id, mediator.id],
      );
    await assign(project.partner, anna);
    await assign(project.otherPartner, bruno);
    const read = (who: Row) => history(who, `mediation-requests/${request.id}`);
    const staff = await aMember(app, project, 'staff', { values: { person_id: bruno.id } });
    for (const who of [project.otherOperator, staff]) {
      const told = await read(who);
      expect(told).toContain(bruno.id);
      for (const word of [project.partner.id, anna.id]) expect(told).not.toContain(word);
    }
    expect(await read(project.coordinator)).toContain(anna.id);
  });

  it('an expense tells its new partner only what came since', async () => {
    const budget = await anApprovedBudget(app, project, [
      { participation: project.partner, category: project.services, planned: '1000.00' },
      { participation: project.otherPartner, category: project.services, planned: '1000.00' },
    ]);
    const { expense } = await anExpense(app, project, {
      line: budget.lines[0]!,
      participation: project.partner,
      amount: '77.77',
      description: 'di Alfa',
    });
    const change = { amount: '88.88', budgetLineId: budget.lines[1]!.id, description: 'di Beta' };
    const changed = await app
      .as(project.administrator)
      .patch(`${path}/expenses/${expense.id}`, change, ifMatch(expense.version));
    expect(changed.status).toBe(200);
    const told = await history(project.otherOperator, `expenses/${expense.id}`);
    for (const word of ['88.88', 'di Beta']) expect(told).toContain(word);
    for (const word of ['77.77', 'di Alfa', project.partner.id]) expect(told).not.toContain(word);
    expect(await history(project.auditor, `expenses/${expense.id}`)).toContain('77.77');
  });

  it('takes along what the coordination attached, not what the former partner did', async () => {
    const activity = (
      await app.as(project.operator).post(`${path}/activities`, body(project.partner, 'x'))
    ).body;
    const fields = { kind: 'evidence', subjectTable: 'activity', subjectId: activity.id };
    const attach = (user: Row, name: string) =>
      upload(app, user, project.id, { name, content: PNG }, { fields });
    const ofAlfa = (await attach(project.operator, 'di-alfa.png')).body;
    await attach(project.coordinator, 'del-coordinamento.png');
    await edit(project.coordinator, activity, 1, body(project.otherPartner, 'spostata'));
    await attach(project.otherOperator, 'di-beta.png');

    const names = async (user: Row) => {
      const list = await app.as(user).get(`${path}/documents?subjectId=${activity.id}`);
      return list.body.items.map(({ name }: { name: string }) => name).sort();
    };
    expect(await names(project.otherOperator)).toEqual(['del-coordinamento.png', 'di-beta.png']);
    expect(await names(project.operator)).toEqual(['di-alfa.png']);
    expect(await names(project.coordinator)).toHaveLength(3);
    const content = `${path}/documents/${ofAlfa.id}/content`;
    expect((await app.as(project.otherOperator).get(content)).status).toBe(404);
    expect((await app.as(project.operator).get(content)).status).toBe(200);
  });
});
