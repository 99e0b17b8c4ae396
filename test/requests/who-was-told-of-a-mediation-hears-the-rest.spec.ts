import { aPerson } from '../factories/index.js';
import { aMediatedProject, type Mediated } from '../factories/contracts.js';
import { aMediator, anAskedMediation, lettersOf } from '../factories/requests.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';
import { carryOut } from '../support/jobs.js';

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

const ask = async () => {
  const asked = await app.as(project.coordinator).post(path, anAskedMediation(project));
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

describe('those who were told of an assignment', () => {
  const SCHOOL = 'segreteria@scuola.example.org';
  const FIRST = 'mediatore@example.org';
  const SECOND = 'altra@example.org';
  const words = (letters: { to: string; subject: string }[]) =>
    letters.map(({ to, subject }) => `${to}: ${subject.split(':')[0]}`).sort();
  /** The letters that the work which waits gives rise to. */
  const lettersThen = async () => {
    await app.db.query(`DELETE FROM outbox WHERE topic = 'mail'`);
    await carryOut(app);
    return lettersOf(app);
  };
  const all = (word: string) =>
    [project.coordinator.email, FIRST, SCHOOL].map((to) => `${to}: Mediazione ${word}`).sort();
  const cancel = async ({ activityId: id }: { activityId: string }) => {
    const { version } = await workOf({ activityId: id });
    const batch = { cancel: [{ id, version }], reason: 'La signora Fatima non viene' };
    return app.as(project.coordinator).post(`/projects/${project.id}/activity-batches`, batch);
  };
  const assigned = async () => {
    await aMediator(app, project.mediator, { email: FIRST });
    return (await act(await ask(), 'assign', assignment())).body;
  };

  it('hears why nobody comes, when nobody had been sent', async () => {
    await act(await ask(), 'close', { state: 'unmet', closing: 'no_availability', note: 'Fatima' });
    const letters = await lettersOf(app);
    expect(words(letters)).toEqual([`${SCHOOL}: Mediazione non possibile`]);
    expect(letters[0]?.text).toContain('Motivo: nessun mediatore disponibile.');
    expect(letters[0]?.text).not.toContain('Fatima');
  });

  it('hears once that it is called off, when somebody had been sent', async () => {
    const request = await assigned();
    await app.db.query(`DELETE FROM outbox WHERE topic = 'mail'`);
    await act(request, 'close', { state: 'unmet', closing: 'no_availability' });
    await carryOut(app);
    expect(words(await lettersOf(app))).toEqual(all('annullata'));
  });

  it('hear that it went to another', async () => {
    const first = await assigned();
    const other = await aPerson(app);
    await aMediator(app, other, { email: SECOND });
    await app.db.query('DELETE FROM outbox');
    await act(first, 'assign', assignment({ mediatorId: other.id, startTime: '11:00' }));
    const letters = await lettersOf(app);
    expect(words(letters)).toEqual(
      [
        `${project.coordinator.email}: Mediazione assegnata`,
        `${SECOND}: Mediazione assegnata`,
        `${SCHOOL}: Mediazione assegnata`,
        `${FIRST}: Mediazione riassegnata`,
      ].sort(),
    );
    expect(letters.find(({ to }) => to === FIRST)!.text).toContain('Ora: 10:00');
    expect(await lettersThen()).toEqual([]);
  });

  it('hear once that it was closed: of the hour that they knew, of nobody by name', async () => {
    const request = await assigned();
    const closing = { state: 'unmet', closing: 'withdrawn', note: 'Fatima è malata' };
    await act(request, 'close', closing);
    const letters = await lettersThen();
    expect(words(letters)).toEqual(all('annullata'));
    expect(letters[0]!.text).toContain('Giorno: 25 nov 2019\nOra: 10:00');
    expect(letters.map(({ text }) => text).join()).not.toMatch(/Fatima|accoglienza/);
    await app.db.query(`UPDATE outbox SET delivered_at = NULL WHERE topic = 'requests.work'`);
    expect(await lettersThen()).toEqual([]);
    const past = await app.as(project.auditor).get(`${path}/${request.id}/history`);
    expect(past.status).toBe(200);
    expect(JSON.stringify(past.body)).not.toContain(FIRST);
  });

  it('or that its work was cancelled; and that it was had back', async () => {
    const request = await assigned();
    const { body: batch } = await cancel(request);
    expect(words(await lettersThen())).toEqual(all('annullata'));
    await app
      .as(project.coordinator)
      .post(`/projects/${project.id}/activity-batches/${batch.id}/undo`);
    expect(words(await lettersThen())).toEqual(all('di nuovo confermata'));
  });

  it('but nothing of what was taken back before a letter had left, nor of a day that is past', async () => {
    const request = await assigned();
    const { body: batch } = await cancel(request);
    await app
      .as(project.coordinator)
      .post(`/projects/${project.id}/activity-batches/${batch.id}/undo`);
    expect(await lettersThen()).toEqual([]);
    app.clock.set('2019-11-26');
    await cancel(request);
    expect(await lettersThen()).toEqual([]);
  });

  it('and who goes in the end, when another is sent for work that was cancelled', async () => {
    const request = await assigned();
    await cancel(request);
    await app.db.query(`DELETE FROM outbox WHERE topic = 'mail'`);
    const other = await aPerson(app);
    await aMediator(app, other, { email: SECOND });
    const { body: taken } = await app.as(project.coordinator).get(`${path}/${request.id}`);
    await act(taken, 'assign', assignment({ mediatorId: other.id }));
    expect(words(await lettersOf(app))).toContain(`${FIRST}: Mediazione riassegnata`);
    expect(await lettersThen()).toEqual([]);
  });
});
