import { aMember, aPartner, aPerson, aProject, aWorkItem } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';

/** The program remembers a project between two requests; what it remembers must never decide. */
describe('the rules follow a project that has changed since the last activity', () => {
  let app: TestApp;
  let project: { id: string };
  let item: { id: string };
  let anna: { id: string };
  let coordinator: { id: string };

  beforeAll(async () => {
    app = await startApp();
    anna = await aPerson(app, 'Anna');
  });
  afterAll(() => app.close());

  beforeEach(async () => {
    project = await aProject(app);
    item = await aWorkItem(app, project, { starts: '2019-01', ends: '2019-06' });
    coordinator = await aMember(app, project, 'coordinator');
    expect(await log('2019-03-01')).toMatchObject({ status: 201 });
  });

  const log = (day: string, values: object = {}) =>
    app.as(coordinator).post(`/projects/${project.id}/activities`, {
      kind: 'on_call_mediation',
      workItemId: item.id,
      day,
      minutes: 30,
      staffIds: [anna.id],
      ...values,
    });

  it('when its action was shortened', async () => {
    await app.db.query(`UPDATE work_item SET ends = '2019-02' WHERE id = $1`, [item.id]);
    expect(await log('2019-03-01')).toMatchObject({
      status: 422,
      body: { code: 'activity.dates' },
    });
    expect(await log('2019-02-01')).toMatchObject({ status: 201 });
  });

  it('when its action was prolonged', async () => {
    await app.db.query(`UPDATE work_item SET ends = '2019-10' WHERE id = $1`, [item.id]);
    expect(await log('2019-09-01')).toMatchObject({ status: 201 });
  });

  it('when its own dates were moved', async () => {
    await app.db.query(`UPDATE project SET starts = '2019-04' WHERE id = $1`, [project.id]);
    expect(await log('2019-03-01')).toMatchObject({
      status: 422,
      body: { code: 'activity.dates' },
    });
  });

  it('when an action and a partner came', async () => {
    const another = await aWorkItem(app, project);
    const partner = await aPartner(app, project);
    expect(
      await log('2019-09-01', { workItemId: another.id, participationId: partner.id }),
    ).toMatchObject({ status: 201 });
  });

  describe('but a request that had passed gets its first answer again', () => {
    const shorten = () =>
      app.db.query(`UPDATE project SET starts = '2019-05' WHERE id = $1`, [project.id]);
    const headers = (word: string) => ({ 'idempotency-key': `${word}-${project.id}` });
    const path = () => `/projects/${project.id}/activities`;
    const body = (values: object = {}) => ({
      kind: 'on_call_mediation',
      workItemId: item.id,
      day: '2019-03-04',
      minutes: 30,
      staffIds: [anna.id],
      ...values,
    });
    const rows = async () =>
      (await app.db.query('SELECT 1 FROM activity WHERE project_id = $1', [project.id])).length;

    it('when it logged', async () => {
      const send = (values?: object) =>
        app.as(coordinator).post(path(), body(values), headers('log'));
      const first = await send();
      expect(first.status).toBe(201);
      await shorten();
      // The same without the key is refused, and so is another request with it.
      expect((await app.as(coordinator).post(path(), body())).status).toBe(422);
      const again = await send();
      expect([again.status, again.body]).toEqual([201, first.body]);
      expect(await send({ minutes: 31 })).toMatchObject({
        status: 409,
        body: { code: 'idempotency.body' },
      });
      expect(await rows()).toBe(2);
    });

    it('when it changed one', async () => {
      const { body: logged } = await app.as(coordinator).post(path(), body());
      const change = () =>
        app.as(coordinator).patch(`${path()}/${logged.id}`, body({ minutes: 45 }), {
          ...headers('change'),
          'if-match': '"1"',
        });
      const changed = await change();
      expect(changed.status).toBe(200);
      await shorten();
      const again = await change();
      expect([again.status, again.body]).toEqual([200, changed.body]);
      const other = await app
        .as(coordinator)
        .patch(`${path()}/${logged.id}`, body({ minutes: 50 }), { 'if-match': '"2"' });
      expect(other).toMatchObject({ status: 422, body: { code: 'activity.dates' } });
    });
  });
});
