import { aMember, aPartner, aPerson, aProject, aWorkItem, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';

describe('a coordinator logs an activity', () => {
  let app: TestApp;
  let project: { id: string };
  let item: { id: string };
  let partner: { id: string };
  let anna: { id: string };
  let coordinator: { id: string };

  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    item = await aWorkItem(app, project);
    partner = await aPartner(app, project);
    anna = await aPerson(app, 'Anna');
    coordinator = await aMember(app, project, 'coordinator');
  });
  afterAll(() => app.close());

  const activity = (values: object = {}) => ({
    kind: 'on_call_mediation',
    workItemId: item.id,
    participationId: partner.id,
    day: '2019-11-19',
    minutes: 120,
    staffIds: [anna.id],
    ...values,
  });
  const log = (values: object = {}, headers?: Record<string, string>) =>
    app.as(coordinator).post(`/projects/${project.id}/activities`, activity(values), headers);

  it('and finds it in the list with its names', async () => {
    const logged = await log({ place: 'Asti', note: 'Colloquio a scuola' });
    expect(logged).toMatchObject({
      status: 201,
      body: { state: 'done', minutes: 120, version: 1 },
      headers: { etag: '"1"' },
    });

    const list = await app
      .as(coordinator)
      .get(`/activities?projectId=${project.id}&text=colloquio`);
    expect(list.body.items).toMatchObject([
      {
        id: logged.body.id,
        kindLabel: 'Mediazione a chiamata',
        staffNames: ['Anna'],
        place: 'Asti',
      },
    ]);
  });

  it('of community mediation: for a group in a territory, nobody by name', async () => {
    const territory = await put(app, 'territory', { kind: 'municipality', name: 'Asti' });
    const kind = 'community_mediation';
    const nowhere = await log({ kind });
    expect(nowhere.body.errors).toMatchObject([{ path: 'territoryId' }]);
    const forNobody = await log({ kind, territoryId: territory.id });
    expect(forNobody.body.errors).toMatchObject([{ path: 'targetGroup' }]);
    const targetGroup = 'Donne della comunità albanese';
    const logged = await log({ kind, territoryId: territory.id, targetGroup });
    expect(logged).toMatchObject({ status: 201, body: { targetGroup } });
    const found = `projectId=${project.id}&text=albanese`;
    const { body } = await app.as(coordinator).get(`/activities?${found}`);
    expect(body.items).toMatchObject([{ targetGroup, territoryName: 'Asti' }]);
    const file = await app.as(coordinator).get(`/activities/export.csv?${found}`);
    expect(file.text).toContain(`;Asti;${targetGroup};`);
  });

  it('with start and end, from which the minutes follow', async () => {
    const logged = await log({
      day: '2019-11-04',
      startTime: '09:00',
      endTime: '10:30',
      minutes: undefined,
    });
    expect(logged.body).toMatchObject({ minutes: 90, startTime: '09:00', endTime: '10:30' });
  });

  it('planned, when its day is still to come', async () => {
    expect((await log({ day: '2019-12-02' })).body.state).toBe('planned');
  });

  it.each([
    [
      'the end before the start',
      { startTime: '10:00', endTime: '09:00', minutes: undefined },
      'activity.rule',
      'endTime',
    ],
    [
      'minutes that contradict the times',
      { startTime: '10:00', endTime: '11:00', minutes: 90 },
      'activity.rule',
      'minutes',
    ],
    ['a day before the project', { day: '2017-12-31' }, 'activity.dates', 'day'],
    ['a day after the project', { day: '2023-01-01' }, 'activity.dates', 'day'],
    ['no person where one is needed', { staffIds: [] }, 'activity.rule', 'staffIds'],
    ['more women than people', { participants: 3, women: 4 }, 'activity.rule', 'participants'],
    ['no duration', { minutes: 0 }, 'activity.rule', 'minutes'],
  ])('refused with %s', async (_, values, code, path) => {
    const refused = await log(values);
    expect(refused).toMatchObject({ status: 422, body: { code, errors: [{ path }] } });
  });

  it('refused when the person is busy elsewhere, but not when one follows the other', async () => {
    const other = await aProject(app);
    const otherItem = await aWorkItem(app, other);
    const otherCoordinator = await aMember(app, other, 'coordinator');
    await log({ day: '2019-10-07', startTime: '10:00', endTime: '11:00', minutes: undefined });
    const at = (startTime: string, endTime: string) =>
      app.as(otherCoordinator).post(`/projects/${other.id}/activities`, {
        kind: 'on_call_mediation',
        workItemId: otherItem.id,
        day: '2019-10-07',
        startTime,
        endTime,
        staffIds: [anna.id],
      });
    expect(await at('10:30', '11:30')).toMatchObject({
      status: 409,
      body: { code: 'activity.overlap' },
    });
    expect(await at('11:00', '12:00')).toMatchObject({ status: 201 });
  });

  it('once, however often the request is sent', async () => {
    const key = { 'idempotency-key': 'same-request-1' };
    const [first, twin] = await Promise.all([
      log({ day: '2019-09-02' }, key),
      log({ day: '2019-09-02' }, key),
    ]);
    const again = await log({ day: '2019-09-02' }, key);
    expect([twin.body, again.body]).toEqual([first.body, first.body]);
    const list = await app
      .as(coordinator)
      .get(`/activities?projectId=${project.id}&from=2019-09-02&to=2019-09-02`);
    expect(list.body.items).toHaveLength(1);
    expect(await log({ day: '2019-09-03' }, key)).toMatchObject({
      status: 409,
      body: { code: 'idempotency.body' },
    });
  });

  it('and changes it, unless somebody changed it first', async () => {
    const { body } = await log({ day: '2019-08-05' });
    const path = `/projects/${project.id}/activities/${body.id}`;
    expect(await app.as(coordinator).patch(path, activity({ day: '2019-08-06' }))).toMatchObject({
      status: 428,
    });
    const changed = await app
      .as(coordinator)
      .patch(path, activity({ day: '2019-08-06' }), ifMatch(1));
    expect(changed).toMatchObject({ status: 200, body: { day: '2019-08-06', version: 2 } });
    expect(await app.as(coordinator).patch(path, activity(), ifMatch(1))).toMatchObject({
      status: 412,
    });

    const history = await app.as(coordinator).get(`${path}/history`);
    expect(history.body.items).toMatchObject([
      { action: 'insert' },
      { action: 'update', changes: [{ field: 'day', before: '2019-08-05', after: '2019-08-06' }] },
    ]);
  });

  it('and cancels it with a reason: the person is free again and the hours no longer count', async () => {
    const times = { day: '2019-07-01', startTime: '10:00', endTime: '11:00', minutes: undefined };
    const { body } = await log(times);
    const totals = () =>
      app
        .as(coordinator)
        .get(`/activities/totals?projectId=${project.id}&from=2019-07-01&to=2019-07-31`);
    expect((await totals()).body).toMatchObject({ activities: 1, minutes: 60, source: 'sums' });
    const path = `/projects/${project.id}/activities/${body.id}/cancel`;
    expect(
      await app.as(coordinator).post(path, { reason: 'Scuola chiusa' }, ifMatch(1)),
    ).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    expect((await totals()).body).toMatchObject({ activities: 0, minutes: 0 });
    expect((await log(times)).status).toBe(201);
  });

  it('refused to an auditor, who may only read', async () => {
    const auditor = await aMember(app, project, 'auditor');
    const refused = await app.as(auditor).post(`/projects/${project.id}/activities`, activity());
    expect(refused).toMatchObject({ status: 403, body: { code: 'access.denied' } });
  });
});
