import { aMember, aPartner, aProject, aWorkItem, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { aRecipient, attend } from '../factories/courses.js';
import { type Body, ifMatch } from '../support/client.js';

type Row = { id: string };
type Five = [Row, Row, Row, Row, Row];
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
    expect([first.body.count, second.body.count]).toEqual([2, 2]);
    const rows = [...first.body.items, ...second.body.items];
    expect(rows.map((row: { day: string; amount: number }) => [row.day, row.amount])).toEqual([
      ['2019-05-02', 60],
      ['2019-07-02', 30],
    ]);
    expect(rows.reduce((sum: number, row: { amount: number }) => sum + row.amount, 0)).toBe(value);
  });

  it('counts people and recipients, each once however often they came, and opens them by code', async () => {
    const mine = { kind: 'l2_workshop', state: 'done', work_item_id: part.id, minutes: 60 };
    const aDay = (day: string, values: object = {}) =>
      put(app, 'activity', { project_id: project.id, ...mine, day, ...values });
    const [april, june] = [await aDay('2019-04-08'), await aDay('2019-06-10')];
    const [planned, elsewhere] = [
      await aDay('2019-06-11', { state: 'planned' }),
      await aDay('2019-06-12', { kind: 'intercultural_workshop' }),
    ];
    const people: Row[] = [];
    for (const citizenship of ['MA', 'MA', 'RO', 'AL', 'AL'])
      people.push(await aRecipient(app, project, { citizenship }));
    const [ada, again, ugo, late, other] = people as Five;
    for (const one of [ada, again, ugo]) await attend(app, project, april, one, 60);
    for (const one of [ada, again]) await attend(app, project, june, one, 60);
    await attend(app, project, planned, late, 60);
    await attend(app, project, elsewhere, other, 60);
    const merge = { keptId: ada.id, goneId: again.id, reason: 'Stessa persona' };
    expect((await app.as(coordinator).post(`/projects/${project.id}/merges`, merge)).status).toBe(
      201,
    );
    const define = async (code: string, measure: string) =>
      (
        await app.as(coordinator).post(path(), {
          ...seminars,
          code,
          measure,
          unit: 'persone',
          kinds: ['l2_workshop'],
          target: 20,
          workItemId: action.id,
        })
      ).body;
    const [all, some] = [await define('P1', 'people'), await define('P2', 'recipients')];
    expect([all.value, some.value]).toEqual([2, 1]);
    const values = async (query: string) =>
      (await app.as(coordinator).get(`${path()}${query}`)).body.items
        .filter(({ code }: Body) => code.startsWith('P'))
        .map(({ value }: Body) => value);
    // Two quarters of one person each are not two people.
    expect(await values('?from=2019-04-01&to=2019-05-31')).toEqual([2, 1]);
    expect(await values('?from=2019-06-01&to=2019-06-30')).toEqual([1, 1]);
    const counts = await app
      .as(coordinator)
      .get(`/people/counts?projectId=${project.id}&kind=l2_workshop`);
    expect(counts.body).toMatchObject({ people: all.value, recipients: some.value });
    const opened = async ({ id }: Row, query = '') =>
      (await app.as(coordinator).get(`${path()}/${id}/people${query}`)).body;
    const first = await opened(all, '?limit=1');
    const second = await opened(all, `?limit=1&after=${first.next}`);
    expect(second.next).toBeNull();
    expect([...first.items, ...second.items].map(({ id }: Row) => id).sort()).toEqual(
      [ada.id, ugo.id].sort(),
    );
    expect((await opened(some)).items).toMatchObject([
      { id: ada.id, target: 'recipient', presences: 2, minutes: 120 },
    ]);
    const rows = await app.as(coordinator).get(`${path()}/${all.id}/rows`);
    expect([rows.status, rows.body.code]).toEqual([422, 'indicator.people']);
    const operator = await aMember(app, project, 'partner', { participation: partner });
    for (const who of [operator, await aMember(app, project, 'staff')])
      expect((await app.as(who).get(`${path()}/${all.id}/people`)).status).toBe(403);
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
