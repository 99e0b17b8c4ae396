import { aMember, aPartner, aPerson, aProject, aWorkItem, put } from '../factories/index.js';
import { aRecipient, attend } from '../factories/courses.js';
import { startApp, type TestApp } from '../support/app.js';

type Row = { id: string };

describe('many activities in one save', () => {
  let app: TestApp;
  let project: Row, item: Row, person: Row, coordinator: Row;

  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    item = await aWorkItem(app, project);
    person = await aPerson(app);
    coordinator = await aMember(app, project, 'coordinator');
  });
  afterAll(() => app.close());

  const row = (values: object = {}) => ({
    kind: 'seminar',
    workItemId: item.id,
    day: '2019-11-06',
    minutes: 90,
    ...values,
  });
  const save = (body: object, user: Row = coordinator) =>
    app.as(user).post(`/projects/${project.id}/activity-batches`, body);
  const undo = (id: string, user: Row = coordinator) =>
    app.as(user).post(`/projects/${project.id}/activity-batches/${id}/undo`);
  const live = async () =>
    (await app.as(coordinator).get('/activities/totals')).body as {
      activities: number;
      minutes: number;
    };

  it('are logged together, and one undo takes all of them back', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => row({ minutes: i + 1 }));
    const { status, body } = await save({ rows });
    expect(status).toBe(201);
    expect(body.items).toHaveLength(50);
    expect(await live()).toMatchObject({ activities: 50, minutes: (50 * 51) / 2 });
    expect((await undo(body.id)).body).toEqual({ activities: 50 });
    expect(await live()).toMatchObject({ activities: 0, minutes: 0 });
    expect(await undo(body.id)).toMatchObject({ status: 409, body: { code: 'batch.undone' } });
  });

  it('or not at all: every wrong row is told with its field, and nothing is saved', async () => {
    const times = { staffIds: [person.id], startTime: '09:00', endTime: '10:00' };
    const rows = [
      row(),
      row({ minutes: 0 }),
      row({ day: '2031-01-01', minutes: 5 }),
      row({ ...times, minutes: 60 }),
      row({ ...times, minutes: 60 }),
      row({ women: 3, participants: 2 }),
    ];
    await app.db.query(`UPDATE project SET ends = '2021' WHERE id = $1`, [project.id]);
    const { status, body } = await save({ rows });
    expect(status).toBe(422);
    expect(body.code).toBe('activity.batch');
    expect(body.errors.map((one: { path: string }) => one.path)).toEqual([
      'rows.1.minutes',
      'rows.2.day',
      'rows.4',
      'rows.5.participants',
    ]);
    expect(await live()).toMatchObject({ activities: 0 });
  });

  it('names the row and the field also of what has the wrong shape', async () => {
    const { status, body } = await save({ rows: [row(), row({ day: '31/02/2019' })] });
    expect(status).toBe(400);
    expect(body.errors).toEqual([expect.objectContaining({ path: 'rows.1.day' })]);
  });

  it('says what would be wrong without saving anything', async () => {
    expect((await save({ rows: [row()], dryRun: true })).body).toEqual({
      id: null,
      items: [],
      cancelled: 0,
      confirmed: 0,
    });
    expect((await save({ rows: [row({ minutes: 0 })], dryRun: true })).status).toBe(422);
    expect(await live()).toMatchObject({ activities: 0 });
  });

  it('changes some and cancels others, and the undo gives back what they were', async () => {
    const { body: first } = await save({ rows: [row(), row({ minutes: 30, note: 'prima' })] });
    const [one, two] = first.items;
    await app
      .as(coordinator)
      .post(`/projects/${project.id}/activities/${two.id}/confirm`, undefined, {
        'if-match': '"1"',
      });
    const { body } = await save({
      rows: [row({ id: two.id, version: 2, minutes: 45, note: 'dopo' })],
      cancel: [{ id: one.id, version: 1 }],
      reason: 'Doppia',
    });
    expect(body).toMatchObject({
      cancelled: 1,
      items: [{ minutes: 45, note: 'dopo', state: 'done' }],
    });
    expect(await live()).toMatchObject({ activities: 1, minutes: 45 });
    await undo(body.id);
    const read = async (id: string) =>
      (await app.as(coordinator).get(`/projects/${project.id}/activities/${id}`)).body;
    expect(await read(two.id)).toMatchObject({ minutes: 30, note: 'prima', state: 'confirmed' });
    expect(await read(one.id)).toMatchObject({ minutes: 90, state: 'done', cancelReason: null });
  });

  it('is not undone when somebody has changed a row since, nor by somebody else', async () => {
    const { body } = await save({ rows: [row(), row()] });
    const other = await aMember(app, project, 'coordinator');
    expect((await undo(body.id, other)).status).toBe(404);
    await app
      .as(other)
      .patch(`/projects/${project.id}/activities/${body.items[1].id}`, row({ minutes: 15 }), {
        'if-match': '"1"',
      });
    const before = await live();
    expect(await undo(body.id)).toMatchObject({ status: 412, body: { code: 'version.stale' } });
    expect(await live()).toEqual(before);
  });

  it('nor over presences that were marked since', async () => {
    const { body } = await save({ rows: [row()] });
    await attend(app, project, body.items[0], await aRecipient(app, project), 30);
    const before = await live();
    expect(await undo(body.id)).toMatchObject({ status: 412, body: { code: 'version.stale' } });
    expect(await live()).toEqual(before);
  });

  it('refuses a stale version, and rows that a sent report holds', async () => {
    const { body } = await save({ rows: [row()] });
    const [{ id }] = body.items;
    expect((await save({ rows: [row({ id, version: 9 })] })).status).toBe(412);
    const sent = { state: 'sent', sent_at: '2019-11-19T10:00:00Z', sha256: 'a'.repeat(64) };
    const span = { from_day: '2019-10-01', to_day: '2019-12-31', kind: 'quarterly_sheet' };
    const report = await put(app, 'report', {
      project_id: project.id,
      number: 1,
      ...span,
      ...sent,
    });
    await app.db.query('UPDATE activity SET report_id = $2 WHERE id = $1', [id, report.id]);
    const locked = await save({ cancel: [{ id, version: 1 }], reason: 'x' });
    expect(locked).toMatchObject({ status: 409, body: { errors: [{ path: 'cancel.0' }] } });
  });

  it('lets an operator of a partner save work of its own body only', async () => {
    const [mine, theirs] = [await aPartner(app, project), await aPartner(app, project)];
    const operator = await aMember(app, project, 'partner', { participation: mine });
    expect((await save({ rows: [row({ participationId: mine.id })] }, operator)).status).toBe(201);
    const refused = await save(
      { rows: [row({ participationId: mine.id }), row({ participationId: theirs.id })] },
      operator,
    );
    expect(refused).toMatchObject({ status: 403, body: { errors: [{ path: 'rows.1' }] } });
    const { body } = await save({ rows: [row({ participationId: theirs.id })] });
    const reach = await save(
      { cancel: [{ id: body.items[0].id, version: 1 }], reason: 'x' },
      operator,
    );
    expect(reach.status).toBe(404);
  });

  it('is saved once, however often the same request comes', async () => {
    const before = await live();
    const key = { 'idempotency-key': '0d7f6f0c-3b0e-4ad5-9e0b-1d2f7f9f4a11' };
    const path = `/projects/${project.id}/activity-batches`;
    const first = await app.as(coordinator).post(path, { rows: [row()] }, key);
    const again = await app.as(coordinator).post(path, { rows: [row()] }, key);
    expect(again.body).toEqual(first.body);
    expect((await live()).activities).toBe(before.activities + 1);
  });

  describe('of several projects', () => {
    let second: Row, other: Row;
    const both = (values: object = {}) => [
      row({ projectId: project.id, ...values }),
      row({ projectId: second.id, workItemId: other.id, ...values }),
    ];
    const join = (user: Row, role: string) =>
      put(app, 'member', { user_id: user.id, project_id: second.id, role });
    const saveAll = (body: object, user: Row = coordinator) =>
      app.as(user).post('/activity-batches', body);
    const undoAll = (id: string, user: Row = coordinator) =>
      app.as(user).post(`/activity-batches/${id}/undo`);

    beforeAll(async () => {
      second = await aProject(app);
      other = await aWorkItem(app, second);
      await join(coordinator, 'coordinator');
    });

    it('are saved, changed and cancelled together, and one undo takes all of it back', async () => {
      const before = await live();
      const { status, body } = await saveAll({ rows: both() });
      expect([status, body.items.length]).toEqual([201, 2]);
      expect((await live()).activities).toBe(before.activities + 2);
      const [mine, theirs] = body.items as { id: string; projectId: string }[];
      const later = await saveAll({
        rows: [{ ...both()[0], id: mine!.id, version: 1, minutes: 15 }],
        cancel: [{ id: theirs!.id, version: 1, projectId: second.id }],
        reason: 'Doppia',
      });
      expect((await live()).minutes).toBe(before.minutes + 15);
      expect((await undoAll(later.body.id)).body).toEqual({ activities: 2 });
      expect((await live()).minutes).toBe(before.minutes + 180);
      expect((await undoAll(body.id)).status).toBe(412);
    });

    it('or not at all: a row is measured by the rules of its own project', async () => {
      const before = await live();
      await app.db.query(`UPDATE project SET ends = '2018' WHERE id = $1`, [second.id]);
      const { status, body } = await saveAll({ rows: both() });
      expect([status, body.errors]).toEqual([
        422,
        [expect.objectContaining({ path: 'rows.1.day' })],
      ]);
      const crossed = await saveAll({
        rows: [row({ projectId: project.id, workItemId: other.id })],
      });
      expect(crossed).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'rows.0.workItemId' }] },
      });
      await app.db.query('UPDATE project SET ends = NULL WHERE id = $1', [second.id]);
      expect(await live()).toEqual(before);
    });

    it('are refused as soon as one project is none of the caller’s, and undone by nobody else', async () => {
      const stranger = await aMember(app, project, 'coordinator');
      expect((await saveAll({ rows: both() }, stranger)).status).toBe(404);
      await join(stranger, 'auditor');
      expect((await saveAll({ rows: both() }, stranger)).status).toBe(403);
      const { body } = await saveAll({ rows: both() });
      expect((await undoAll(body.id, stranger)).status).toBe(404);
      expect((await undo(body.id)).status).toBe(404);
      expect((await undoAll(body.id)).status).toBe(200);
    });
  });
});
