import { holdByAReport } from '../factories/budget.js';
import { aCourse } from '../factories/courses.js';
import { aMember } from '../factories/index.js';
import { aMediatedProject, type Mediated } from '../factories/contracts.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';

let app: TestApp;
let one: Mediated;
let two: Mediated;
let both: { id: string };

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  one = await aMediatedProject(app);
  two = await aMediatedProject(app);
  both = await aMember(app, one, 'coordinator');
  await app.db.query(
    `INSERT INTO member (user_id, project_id, role) VALUES ($1, $2, 'coordinator')`,
    [both.id, two.id],
  );
});

const shared = (first: number, second: number, values: Record<string, unknown> = {}) => ({
  kind: 'on_call_mediation',
  day: '2019-11-04',
  startTime: '09:00',
  endTime: '11:00',
  staffIds: [one.mediator.id],
  shares: [
    { projectId: one.id, workItemId: one.workItem.id, minutes: first },
    { projectId: two.id, workItemId: two.workItem.id, minutes: second },
  ],
  ...values,
});
const log = (body: unknown, user = both) => app.as(user).post('/shared-activities', body);
const minutesIn = async (project: Mediated) =>
  (await app.as(project.auditor).get('/activities/totals')).body.minutes;

describe('one piece of work that serves several projects', () => {
  it('is a row in each, with its minutes and the times of the whole', async () => {
    const logged = await log(shared(75, 45));
    expect(logged).toMatchObject({
      status: 201,
      body: {
        items: [
          { projectId: one.id, minutes: 75, startTime: '09:00', endTime: '11:00', state: 'done' },
          { projectId: two.id, minutes: 45, sharedId: logged.body.sharedId },
        ],
      },
    });
    expect([await minutesIn(one), await minutesIn(two)]).toEqual([75, 45]);
  });

  it('gives who was there and the course to the project that counts them, and to no other', async () => {
    const course = await aCourse(app, one, one.workItem);
    const work = shared(75, 45);
    const heads = { participants: 12, women: 7, men: 5, courseId: course.id };
    Object.assign(work.shares[0]!, heads);
    const { status, body } = await log(work);
    expect([status, body.items[0]]).toEqual([201, expect.objectContaining(heads)]);
    expect(body.items[1]).toMatchObject({ participants: null, women: null, courseId: null });
  });

  it('is of one day, and says so of a last day that is another', async () => {
    const refused = await log(shared(75, 45, { endsOn: '2019-11-05' }));
    expect(refused).toMatchObject({ status: 422, body: { code: 'activity.shares' } });
    expect(refused.body.errors[0].path).toBe('endsOn');
    expect((await log(shared(75, 45, { endsOn: '2019-11-04' }))).status).toBe(201);
  });

  it('takes no more than it lasted, nor twice from one project', async () => {
    expect((await log(shared(90, 31))).body.code).toBe('activity.shares');
    const twice = shared(30, 30);
    twice.shares[1] = twice.shares[0]!;
    expect((await log(twice)).body.code).toBe('activity.shares');
    expect(await minutesIn(one)).toBe(0);
  });

  it('is all or nothing: what one project refuses, the other does not get', async () => {
    await app.db.query(`UPDATE project SET state = 'archived' WHERE id = $1`, [two.id]);
    expect((await log(shared(75, 45))).status).toBe(409);
    expect(await minutesIn(one)).toBe(0);
  });

  it('still keeps its people from being elsewhere', async () => {
    await log(shared(75, 45));
    const elsewhere = await app.as(one.coordinator).post(`/projects/${one.id}/activities`, {
      kind: 'on_call_mediation',
      workItemId: one.workItem.id,
      day: '2019-11-04',
      startTime: '10:30',
      endTime: '11:30',
      staffIds: [one.mediator.id],
    });
    expect(elsewhere).toMatchObject({ status: 409, body: { code: 'activity.overlap' } });
  });

  it('is not changed in one project alone, but cancelled there', async () => {
    const { body } = await log(shared(75, 45));
    const [mine] = body.items;
    const path = `/projects/${one.id}/activities/${mine.id}`;
    const change = { ...shared(75, 45), workItemId: one.workItem.id };
    const { shares: _, ...alone } = change;
    const changed = await app.as(both).patch(path, alone, ifMatch(1));
    expect(changed).toMatchObject({ status: 409, body: { code: 'activity.shared' } });
    const rows = [{ ...alone, id: mine.id, version: 1 }];
    const batch = await app.as(both).post(`/projects/${one.id}/activity-batches`, { rows });
    expect(batch.body.errors).toMatchObject([{ path: 'rows.0' }]);
    const moved = await app.as(both).post(`${path}/move`, { scope: 'this', days: 1 }, ifMatch(1));
    expect(moved.body.code).toBe('activity.shared');
    const cancelled = await app.as(both).post(`${path}/cancel`, { reason: 'Errore' }, ifMatch(1));
    expect(cancelled.status).toBe(200);
    expect(await minutesIn(two)).toBe(45);
  });

  it('is corrected in one project when a report holds it there: its minutes, not the times of the whole', async () => {
    const { items, sharedId } = (await log(shared(75, 45))).body;
    await holdByAReport(app, one, items[0], 'activity');
    const { shares: _, ...common } = shared(75, 45);
    const corrected = await app
      .as(one.coordinator)
      .post(
        `/projects/${one.id}/activities/${items[0].id}/rectifications`,
        { ...common, workItemId: one.workItem.id, minutes: 60, reason: 'Un quarto d’ora in meno' },
        ifMatch(1),
      );
    expect(corrected).toMatchObject({
      status: 201,
      body: { minutes: 60, sharedId, startTime: '09:00', endTime: '11:00' },
    });
  });

  it('needs a role in each: 404 where there is none, 403 where it may not log', async () => {
    expect((await log(shared(75, 45), one.coordinator)).status).toBe(404);
    const auditor = await aMember(app, one, 'coordinator');
    await app.db.query(
      `INSERT INTO member (user_id, project_id, role) VALUES ($1, $2, 'auditor')`,
      [auditor.id, two.id],
    );
    expect((await log(shared(75, 45), auditor)).status).toBe(403);
    expect(await minutesIn(one)).toBe(0);
  });

  it('is not changed in part by a batch, which may cancel a part as anybody may', async () => {
    const { body } = await log(shared(75, 45));
    const [{ id, version }] = body.items;
    const batch = (values: object) =>
      app.as(both).post(`/projects/${one.id}/activity-batches`, values);
    const row = { kind: 'on_call_mediation', workItemId: one.workItem.id, day: '2019-11-05' };
    const staffIds = [one.mediator.id];
    const changed = await batch({ rows: [{ id, version, ...row, minutes: 30, staffIds }] });
    expect(changed).toMatchObject({ status: 409, body: { code: 'activity.batch' } });
    expect(changed.text).toContain('condivisa fra più progetti');
    const cancelled = await batch({ cancel: [{ id, version }], reason: 'Non serve più' });
    expect(cancelled.status).toBe(201);
    expect([await minutesIn(one), await minutesIn(two)]).toEqual([0, 45]);
  });
});
