import { aMember, aPartner, aPerson, aProject, aWorkItem, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';

type Row = { id: string };

describe('a user with several roles in one project', () => {
  let app: TestApp;
  let project: Row;
  let item: Row;
  let own: Row;
  let other: Row;
  let anna: Row;

  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    item = await aWorkItem(app, project);
    [own, other] = [await aPartner(app, project), await aPartner(app, project)];
    anna = await aPerson(app);
  });
  afterAll(() => app.close());

  const activityOf = (participation: Row) =>
    put(app, 'activity', {
      project_id: project.id,
      work_item_id: item.id,
      participation_id: participation.id,
      kind: 'on_call_mediation',
      state: 'done',
      day: '2019-11-05',
      minutes: 60,
    });
  const body = (participation: Row, staff: Row) => ({
    kind: 'on_call_mediation',
    workItemId: item.id,
    participationId: participation.id,
    day: '2019-11-06',
    minutes: 30,
    staffIds: [staff.id],
  });
  const path = () => `/projects/${project.id}/activities`;
  const alsoA = (user: Row, role: string) =>
    put(app, 'member', { user_id: user.id, project_id: project.id, role });

  it('reads all as an auditor and yet changes, as a partner, only what is of its body', async () => {
    const user = await aMember(app, project, 'partner', { participation: own });
    await alsoA(user, 'auditor');
    const [mine, theirs] = [await activityOf(own), await activityOf(other)];
    expect((await app.as(user).get(`${path()}/${theirs.id}`)).status).toBe(200);
    const cancel = (row: Row) =>
      app.as(user).post(`${path()}/${row.id}/cancel`, { reason: 'Prova' }, ifMatch(1));
    expect((await cancel(theirs)).status).toBe(404);
    expect((await cancel(mine)).status).toBe(200);
    const change = { ...body(own, anna), day: '2019-11-07' };
    const changed = await app.as(user).patch(`${path()}/${theirs.id}`, change, ifMatch(1));
    expect(changed.status).toBe(404);
  });

  it('logs as staff only what it did itself, as a partner what its body did', async () => {
    const myself = await aPerson(app);
    const values = { person_id: myself.id };
    const user = await aMember(app, project, 'partner', { participation: own, values });
    await alsoA(user, 'staff');
    const log = (participation: Row, staff: Row) =>
      app.as(user).post(path(), body(participation, staff));
    expect((await log(own, anna)).status).toBe(201);
    expect((await log(other, myself)).status).toBe(201);
    expect(await log(other, anna)).toMatchObject({
      status: 403,
      body: { code: 'activity.own' },
    });
  });
});

describe('what is closed', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('an archived project is reopened from its sheet, and then takes changes again', async () => {
    const project = await aProject(app, { state: 'archived' });
    const coordinator = await aMember(app, project, 'coordinator');
    const addItem = () =>
      app
        .as(coordinator)
        .post(`/projects/${project.id}/work-items`, { kind: 'action', code: 'A', title: 'Azione' });
    expect(await addItem()).toMatchObject({ status: 409, body: { code: 'project.archived' } });
    const reopen = { state: 'active' };
    const reopened = await app.as(coordinator).patch(`/projects/${project.id}`, reopen, ifMatch(1));
    expect(reopened.status).toBe(200);
    expect((await addItem()).status).toBe(201);
  });

  it('a token makes no other token, which could reach further or live longer than itself', async () => {
    const project = await aProject(app);
    const owner = await aMember(app, project, 'coordinator');
    const wanted = { name: 'foglio', readOnly: false, days: 1 };
    const { body } = await app.as(owner).post('/me/tokens', wanted);
    const bearer = { authorization: `Bearer ${body.token}` };
    const longer = { name: 'altro', readOnly: false, days: 366 };
    expect(await app.as(null).post('/me/tokens', longer, bearer)).toMatchObject({
      status: 403,
      body: { code: 'token.by-token' },
    });
  });
});
