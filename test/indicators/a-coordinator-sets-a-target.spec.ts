import { aMember, aPartner, aProject, aWorkItem, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';

type Row = { id: string };
let app: TestApp;
let project: Row;
let action: Row;
let part: Row;
let coordinator: Row;
let partner: Row;

beforeAll(async () => {
  app = await startApp();
  project = await aProject(app);
  action = await aWorkItem(app, project, { code: 'A1' });
  part = await aWorkItem(app, project, { code: 'A1.1', parent_id: action.id });
  partner = await aPartner(app, project);
  coordinator = await aMember(app, project, 'coordinator');
  const other = await aWorkItem(app, project, { code: 'A2' });
  const log = (values: Record<string, unknown>) =>
    put(app, 'activity', {
      project_id: project.id,
      work_item_id: part.id,
      kind: 'seminar',
      state: 'done',
      day: '2019-05-02',
      ...values,
    });
  await log({ minutes: 60 });
  await log({ minutes: 30, day: '2019-07-02', state: 'confirmed', work_item_id: action.id });
  await log({ minutes: 45, work_item_id: other.id });
  await log({ minutes: 500, state: 'planned' });
  await log({ kind: 'written_translation', quantity: '0.10' });
  await log({ kind: 'written_translation', quantity: '0.20' });
});
afterAll(() => app.close());

const path = (): string => `/projects/${project.id}/indicators`;
const seminars = {
  code: 'I1',
  label: 'Ore di seminario',
  unit: 'ore',
  measure: 'sum_minutes',
  kinds: ['seminar'],
  target: 600,
};

describe('a coordinator', () => {
  it('sets a target and sees how far the project has come, in all and in a period', async () => {
    const made = await app.as(coordinator).post(path(), { ...seminars, workItemId: action.id });
    expect(made).toMatchObject({ status: 201, body: { value: 90, target: 600, version: 1 } });
    const spring = await app.as(coordinator).get(`${path()}?from=2019-04-01&to=2019-06-30`);
    expect(spring.body.items).toMatchObject([{ code: 'I1', value: 60 }]);
    const pages = await app.as(coordinator).post(path(), {
      code: 'I2',
      label: 'Pagine',
      unit: 'pagine',
      measure: 'sum_quantity',
      kinds: [],
      target: 10.5,
    });
    expect(pages.body.value).toBe(0.3);
    const count = await app.as(coordinator).post(path(), {
      code: 'I3',
      label: 'Attività',
      unit: 'attività',
      measure: 'count',
      kinds: [],
      target: 10,
    });
    expect(count.body.value).toBe(5);
  });

  it('gets an answer also of a work plan that bites its tail, which no route makes', async () => {
    const before = (await app.as(coordinator).get(path())).body.items;
    const hang = (parent: Row | null) =>
      app.db.query('UPDATE work_item SET parent_id = $2 WHERE id = $1', [
        action.id,
        parent?.id ?? null,
      ]);
    await hang(part);
    const during = await app.as(coordinator).get(path());
    await hang(null);
    expect(during.body.items).toEqual(before);
  });

  it('opens a value to the rows that sum to it, page by page', async () => {
    const [{ id, value }] = (await app.as(coordinator).get(path())).body.items;
    const first = await app.as(coordinator).get(`${path()}/${id}/rows?limit=1`);
    const second = await app
      .as(coordinator)
      .get(`${path()}/${id}/rows?limit=1&after=${first.body.next}`);
    expect(second.body.next).toBeNull();
    const rows = [...first.body.items, ...second.body.items];
    expect(rows.map((row: { day: string; amount: number }) => [row.day, row.amount])).toEqual([
      ['2019-05-02', 60],
      ['2019-07-02', 30],
    ]);
    expect(rows.reduce((sum: number, row: { amount: number }) => sum + row.amount, 0)).toBe(value);
  });

  it('changes it with the version that was seen', async () => {
    const [{ id }] = (await app.as(coordinator).get(path())).body.items;
    expect((await app.as(coordinator).patch(`${path()}/${id}`, { target: 700 })).status).toBe(428);
    expect(
      await app
        .as(coordinator)
        .patch(`${path()}/${id}`, { target: 700, workItemId: null }, ifMatch(1)),
    ).toMatchObject({ status: 200, body: { target: 700, value: 135, version: 2 } });
    expect(
      (await app.as(coordinator).patch(`${path()}/${id}`, { target: 800 }, ifMatch(1))).status,
    ).toBe(412);
    const history = await app.as(coordinator).get(`${path()}/${id}/history`);
    expect(history.body.items.map((entry: { action: string }) => entry.action)).toEqual([
      'insert',
      'update',
    ]);
  });

  it('is told what is wrong with it', async () => {
    const attempt = (change: object) =>
      app.as(coordinator).post(path(), { ...seminars, code: 'I9', ...change });
    expect(await attempt({ code: 'I1' })).toMatchObject({
      status: 409,
      body: { code: 'indicator.code' },
    });
    expect(await attempt({ kinds: ['dance'] })).toMatchObject({
      status: 422,
      body: { code: 'indicator.kinds' },
    });
    expect(await attempt({ target: 1.5 })).toMatchObject({
      status: 422,
      body: { code: 'indicator.target' },
    });
    expect((await attempt({ target: -1 })).status).toBe(400);
    const foreign = await aWorkItem(app, await aProject(app));
    expect((await attempt({ workItemId: foreign.id })).status).toBe(422);
  });
});

describe('who may', () => {
  it.each([
    ['manager', 200, 201],
    ['administrator', 200, 403],
    ['auditor', 200, 403],
    ['legal', 200, 403],
    ['staff', 403, 403],
  ] as const)('%s reads: %i, adds: %i', async (role, reads, adds) => {
    const user = await aMember(app, project, role);
    expect((await app.as(user).get(path())).status).toBe(reads);
    expect((await app.as(user).post(path(), { ...seminars, code: `X-${role}` })).status).toBe(adds);
  });

  it("a partner's operator has no indicators of the whole project; a stranger finds none", async () => {
    const operator = await aMember(app, project, 'partner', { participation: partner });
    expect((await app.as(operator).get(path())).status).toBe(403);
    const stranger = await aMember(app, await aProject(app), 'manager');
    expect((await app.as(stranger).get(path())).status).toBe(404);
  });
});
