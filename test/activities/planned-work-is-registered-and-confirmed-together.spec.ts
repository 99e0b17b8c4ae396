import { aMember, aPartner, aProject, aWorkItem } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';

interface Row {
  id: string;
}
type Seen = Row & { version: number; state: string };

describe('planned work', () => {
  let app: TestApp;
  let project: Row, coordinator: Row, operator: Row;
  let planned: Seen[];

  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    const partner = await aPartner(app, project);
    coordinator = await aMember(app, project, 'coordinator');
    operator = await aMember(app, project, 'partner', { participation: partner });
    const item = await aWorkItem(app, project);
    const row = { kind: 'seminar', workItemId: item.id, minutes: 60, participationId: partner.id };
    const days = ['2019-12-02', '2019-12-03', '2019-12-20'];
    planned = (await save({ rows: days.map((day) => ({ ...row, day })) })).body.items;
    app.clock.set('2019-12-05');
  });
  afterAll(() => app.close());

  const save = (body: object, user = coordinator) =>
    app.as(user).post(`/projects/${project.id}/activity-batches`, body);
  const undo = (id: string) =>
    app.as(coordinator).post(`/projects/${project.id}/activity-batches/${id}/undo`);
  const now = async () => {
    const { body } = await app.as(coordinator).get('/activities?order=oldest');
    return body.items as Seen[];
  };
  const states = async () => (await now()).map(({ state }) => state);
  const seen = (rows: Seen[]) => rows.map(({ id, version }) => ({ id, version }));
  /** The row as it stands, as a form would send it. */
  const asTyped = async ({ id }: Row) => {
    const { body } = await app.as(coordinator).get(`/projects/${project.id}/activities/${id}`);
    const { kind, workItemId, participationId, day, minutes, version } = body;
    return { id, version, kind, workItemId, participationId, day, minutes };
  };

  it('of days that have come is done once it is saved again as it stands', async () => {
    expect(await states()).toEqual(['planned', 'planned', 'planned']);
    const rows = await Promise.all(planned.map(asTyped));
    expect((await save({ rows })).status).toBe(201);
    expect(await states()).toEqual(['done', 'done', 'planned']);
  });

  it('is confirmed together, and one undo leaves it done', async () => {
    const [first, second, ahead] = await now();
    const early = await save({ confirm: seen([first!, second!, ahead!]) });
    expect(early).toMatchObject({ status: 409, body: { errors: [{ path: 'confirm.2' }] } });
    expect(await states()).toEqual(['done', 'done', 'planned']);
    const confirmed = await save({ confirm: seen([first!, second!]) });
    expect(confirmed).toMatchObject({ status: 201, body: { confirmed: 2, cancelled: 0 } });
    expect(await states()).toEqual(['confirmed', 'confirmed', 'planned']);
    expect((await undo(confirmed.body.id)).status).toBe(200);
    expect(await states()).toEqual(['done', 'done', 'planned']);
  });

  it('is not confirmed by who may only log it, nor on a version that is no more', async () => {
    const [first, second] = await now();
    const refused = await save({ confirm: seen([first!]) }, operator);
    expect(refused).toMatchObject({ status: 404, body: { code: 'activity.batch' } });
    const stale = await save({ confirm: [{ id: second!.id, version: 1 }] });
    expect(stale).toMatchObject({ status: 412, body: { code: 'activity.batch' } });
    expect(await states()).toEqual(['done', 'done', 'planned']);
  });
});
