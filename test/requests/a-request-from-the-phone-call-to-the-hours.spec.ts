import { aPerson } from '../factories/index.js';
import { aContractLine, aMediatedProject, type Mediated } from '../factories/contracts.js';
import { aMediator, anAskedMediation, lettersOf } from '../factories/requests.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';

let app: TestApp;
let project: Mediated;
let path: string;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2019-11-20');
  project = await aMediatedProject(app);
  path = `/projects/${project.id}/mediation-requests`;
  await app.db.query('DELETE FROM outbox');
});

const ask = async (values: Record<string, unknown> = {}) => {
  const asked = await app.as(project.coordinator).post(path, anAskedMediation(project, values));
  expect(asked.status).toBe(201);
  return asked.body;
};
const act = (request: { id: string; version: number }, what: string, body?: unknown) =>
  app.as(project.coordinator).post(`${path}/${request.id}/${what}`, body, ifMatch(request.version));
const assignment = (values: Record<string, unknown> = {}) => ({
  mediatorId: project.mediator.id,
  workItemId: project.workItem.id,
  day: '2019-11-25',
  startTime: '10:00',
  minutes: 60,
  ...values,
});
const workOf = async (request: { activityId: string }) =>
  (await app.as(project.auditor).get(`/projects/${project.id}/activities/${request.activityId}`))
    .body;

describe('a request', () => {
  it('is written down while on the phone, and numbered within its project', async () => {
    expect(await ask()).toMatchObject({
      number: 1,
      state: 'received',
      origin: 'phone',
      minutes: 60,
    });
    expect(await ask()).toMatchObject({ number: 2, receivedOn: '2019-11-20' });
  });

  it('is corrected as long as nobody is sent', async () => {
    const asked = await ask();
    const changed = await app
      .as(project.coordinator)
      .patch(`${path}/${asked.id}`, anAskedMediation(project, { language: 'sq' }), ifMatch(1));
    expect(changed).toMatchObject({ status: 200, body: { language: 'sq', version: 2 } });
    const { body: assigned } = await act(changed.body, 'assign', assignment());
    const late = await app
      .as(project.coordinator)
      .patch(`${path}/${asked.id}`, anAskedMediation(project), ifMatch(assigned.version));
    expect(late).toMatchObject({ status: 409, body: { code: 'request.answered' } });
  });

  it('is assigned: the work is planned, its hours are reserved, everybody gets a letter', async () => {
    const line = await aContractLine(app, project);
    await aMediator(app, project.mediator);
    const { body: accepted } = await act(await ask(), 'accept');
    const assigned = await act(accepted, 'assign', assignment({ contractLineId: line.id }));
    expect(assigned).toMatchObject({
      status: 200,
      body: { state: 'assigned', activityMinutes: 60 },
    });
    expect(assigned.body.answeredOn).toBe('2019-11-20');
    expect(await workOf(assigned.body)).toMatchObject({
      state: 'planned',
      language: 'ar',
      organisationIds: [project.school.id],
      contractLineId: line.id,
    });
    const { body: packages } = await app
      .as(project.auditor)
      .get(`/projects/${project.id}/packages?by=line`);
    expect(packages.items[0]).toMatchObject({ planned: 60, residual: 540 });
    const letters = await lettersOf(app);
    expect(letters.map(({ to }) => to).sort()).toEqual(
      [project.coordinator.email, 'mediatore@example.org', 'segreteria@scuola.example.org'].sort(),
    );
    expect(letters.map(({ text }) => text).join()).not.toContain('accoglienza');
  });

  it('does not take a mediator who is elsewhere, nor hours that are not there', async () => {
    await act(await ask(), 'assign', assignment());
    const taken = await act(await ask(), 'assign', assignment({ startTime: '10:30' }));
    expect(taken).toMatchObject({ status: 409, body: { code: 'activity.overlap' } });
    const line = await aContractLine(app, project, { bought: 30 });
    const other = { startTime: '12:00', contractLineId: line.id };
    const over = await act(await ask(), 'assign', assignment(other));
    expect(over).toMatchObject({ status: 422, body: { code: 'package.over' } });
    const request = await ask();
    const reasoned = await act(request, 'assign', assignment({ ...other, overReason: 'Urgenza' }));
    expect(reasoned.status).toBe(200);
    expect(await lettersOf(app)).toHaveLength(4);
  });

  it('is assigned anew when the mediator cannot come', async () => {
    const { body: first } = await act(await ask(), 'assign', assignment());
    const other = await aPerson(app);
    const { body: second } = await act(first, 'assign', assignment({ mediatorId: other.id }));
    expect(second).toMatchObject({ mediatorId: other.id, activityId: first.activityId });
    expect(await workOf(second)).toMatchObject({ staffIds: [other.id] });
  });

  it('becomes hours that were done, once the day has come', async () => {
    const { body: assigned } = await act(await ask(), 'assign', assignment());
    const early = await act(assigned, 'deliver', { day: '2019-11-25', startTime: '10:00' });
    expect(early).toMatchObject({ status: 422, body: { code: 'request.future' } });
    app.clock.set('2019-11-25');
    const done = await act(assigned, 'deliver', {
      day: '2019-11-25',
      startTime: '10:15',
      minutes: 75,
    });
    expect(done).toMatchObject({ status: 200, body: { state: 'delivered', activityMinutes: 75 } });
    expect(await workOf(done.body)).toMatchObject({ state: 'done', minutes: 75, endTime: '11:30' });
  });

  it('or a wasted trip: nothing done, the minimum paid', async () => {
    const line = await aContractLine(app, project);
    const request = await ask({ wantedDay: '2019-11-20' });
    const { body: assigned } = await act(
      request,
      'assign',
      assignment({ day: '2019-11-20', contractLineId: line.id }),
    );
    const wasted = await act(assigned, 'deliver', { day: '2019-11-20', wasted: true });
    expect(wasted).toMatchObject({ status: 200, body: { wasted: true, activityMinutes: 0 } });
    const { body } = await app.as(project.auditor).get(`/projects/${project.id}/packages?by=line`);
    expect(body.items[0]).toMatchObject({ done: 0, used: 60 });
  });

  it('that was met before it was written down is assigned and delivered without a letter', async () => {
    await aMediator(app, project.mediator);
    await app.db.query('DELETE FROM outbox');
    const then = { day: '2019-11-19', startTime: '09:00', minutes: 60 };
    const { body: assigned } = await act(
      await ask({ wantedDay: then.day }),
      'assign',
      assignment(then),
    );
    expect(assigned).toMatchObject({ state: 'assigned', activityDay: then.day });
    expect(await lettersOf(app)).toEqual([]);
    const delivered = await act(assigned, 'deliver', then);
    expect(delivered).toMatchObject({ status: 200, body: { state: 'delivered' } });
    expect(await workOf(delivered.body)).toMatchObject({ state: 'done', day: then.day });
  });

  it('is refused or not met with a reason, which frees the hours and is counted', async () => {
    const { body: assigned } = await act(await ask(), 'assign', assignment());
    const unmet = await act(assigned, 'close', { state: 'unmet', closing: 'no_availability' });
    expect(unmet).toMatchObject({
      status: 200,
      body: { state: 'unmet', closing: 'no_availability' },
    });
    expect(await workOf(assigned)).toMatchObject({ state: 'cancelled' });
    await act(await ask(), 'close', {
      state: 'refused',
      closing: 'out_of_scope',
      note: 'Non FAMI',
    });
    const { body } = await app
      .as(project.auditor)
      .get(`/mediation-requests/figures?projectId=${project.id}`);
    expect(body.closings).toEqual([
      { state: 'refused', closing: 'out_of_scope', requests: 1 },
      { state: 'unmet', closing: 'no_availability', requests: 1 },
    ]);
  });

  it('that is closed stays closed', async () => {
    const { body: closed } = await act(await ask(), 'close', {
      state: 'refused',
      closing: 'duplicate',
    });
    const again = await act(closed, 'assign', assignment());
    expect(again).toMatchObject({ status: 409, body: { code: 'request.state' } });
  });

  it.each(['administrator', 'auditor', 'operator', 'staff'] as const)(
    'is not written down by a %s',
    async (role) => {
      const refused = await app.as(project[role]).post(path, anAskedMediation(project));
      expect(refused).toMatchObject({ status: 403, body: { code: 'access.denied' } });
    },
  );

  it('is read by the mediator who goes, and by the partner who delivers, and by no other', async () => {
    const mine = await ask();
    await ask();
    await act(mine, 'assign', assignment({ participationId: project.partner.id }));
    for (const reader of [project.staff, project.operator]) {
      const { body } = await app.as(reader).get('/mediation-requests');
      expect(body.items.map(({ id }: { id: string }) => id)).toEqual([mine.id]);
    }
    const { body } = await app.as(project.auditor).get('/mediation-requests');
    expect(body.items).toHaveLength(2);
  });
});
