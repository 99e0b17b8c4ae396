import { randomUUID } from 'node:crypto';
import { holdByAReport } from '../factories/budget.js';
import { aMediatedProject, type Mediated } from '../factories/contracts.js';
import { aDeliveredMediation, anAskedMediation, lettersOf } from '../factories/requests.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Body, ifMatch } from '../support/client.js';
import { meanwhile } from '../support/meanwhile.js';

let app: TestApp;
let project: Mediated;
let path: string;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  project = await aMediatedProject(app);
  path = `/projects/${project.id}/mediation-requests`;
});

type Request = { id: string; version: number; activityId: string };
const act = (request: Request, what: string, body?: unknown) =>
  app.as(project.coordinator).post(`${path}/${request.id}/${what}`, body, ifMatch(request.version));

const delivered = (): Promise<Request> => aDeliveredMediation(app, project);
const linkFor = async (request: Request): Promise<string> =>
  (await act(request, 'confirmation-links')).body.address.split('#')[1];
const read = async ({ id }: { id: string }) =>
  (await app.as(project.coordinator).get(`${path}/${id}`)).body;
const answer = (token: string, body: Record<string, unknown>, headers = {}) =>
  app.as(null).post('/hours-confirmation/answer', { token, ...body }, headers);

const workOf = ({ activityId }: Request) => `/projects/${project.id}/activities/${activityId}`;
const versionOf = async (work: string) =>
  ifMatch((await app.as(project.coordinator).get(work)).body.version);
/** What one logs, of what is read. */
const logged = ({ kind, workItemId, day, staffIds, organisationIds, language }: Body) => ({
  kind,
  workItemId,
  day,
  staffIds,
  organisationIds,
  language,
});

describe('a body, without an account', () => {
  it('reads what it shall confirm, by the link that came by mail, and confirms it', async () => {
    const request = await delivered();
    const token = await linkFor(request);
    const letter = (await lettersOf(app)).find(({ text }) => text.includes(token));
    expect(letter?.to).toBe('segreteria@scuola.example.org');
    const shown = await app.as(null).post('/hours-confirmation', { token });
    expect(shown).toMatchObject({
      status: 200,
      body: { day: '2019-11-20', startTime: '10:00', minutes: 60, answer: null },
    });
    expect(shown.text).not.toContain('accoglienza');
    const confirmed = await answer(token, { answer: 'confirmed' });
    expect(confirmed).toMatchObject({ status: 200, body: { answer: 'confirmed' } });
    expect(await read(request)).toMatchObject({ state: 'confirmed' });
    const work = await app
      .as(project.auditor)
      .get(`/projects/${project.id}/activities/${request.activityId}`);
    expect(work.body.state).toBe('confirmed');
  });

  it('contests them with a reason; they are set right and asked anew', async () => {
    const request = await delivered();
    const token = await linkFor(request);
    const silent = await answer(token, { answer: 'contested' });
    expect(silent).toMatchObject({ status: 422, body: { code: 'confirmation.reason' } });
    const reason = 'Il mediatore è arrivato alle 10:30';
    expect((await answer(token, { answer: 'contested', reason })).status).toBe(200);
    const contested = await read(request);
    expect(contested).toMatchObject({ state: 'contested', contestReason: reason });
    const right = await act(contested, 'deliver', {
      day: '2019-11-20',
      startTime: '10:30',
      minutes: 30,
    });
    expect(right.body).toMatchObject({ state: 'delivered', contestReason: null });
    const second = await linkFor(right.body);
    expect((await answer(second, { answer: 'confirmed' })).status).toBe(200);
  });

  it('confirms no hours that change at that moment', async () => {
    const request = await delivered();
    const token = await linkFor(request);
    const longer = 'UPDATE activity SET minutes = 90, version = version + 1 WHERE id = $1';
    const confirm = () => answer(token, { answer: 'confirmed' });
    const late = await meanwhile(app.db, [longer, request.activityId], confirm);
    expect(late).toMatchObject({ status: 409, body: { code: 'confirmation.changed' } });
    expect(await read(request)).toMatchObject({ state: 'delivered' });
  });

  it('answers once: a replay is refused, the same answer that got lost is not', async () => {
    const request = await delivered();
    const token = await linkFor(request);
    const key = { 'idempotency-key': randomUUID() };
    expect((await answer(token, { answer: 'confirmed' }, key)).status).toBe(200);
    expect((await answer(token, { answer: 'confirmed' }, key)).status).toBe(200);
    const replay = await answer(token, { answer: 'contested', reason: 'No' });
    expect(replay).toMatchObject({ status: 409, body: { code: 'confirmation.answered' } });
    expect(await read(request)).toMatchObject({ state: 'confirmed' });
  });

  it('cannot guess, nor use a link that was replaced or has run out: all the same to it', async () => {
    const request = await delivered();
    const replaced = await linkFor(request);
    const expired = await linkFor(await read(request));
    await app.db.query(
      `UPDATE hours_confirmation SET expires_at = now() - interval '1 second' WHERE revoked_at IS NULL`,
    );
    const answers = await Promise.all(
      ['a'.repeat(43), replaced, expired].map((token) => answer(token, { answer: 'confirmed' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ body }) => body.detail)).size).toBe(1);
    expect(await read(request)).toMatchObject({ state: 'delivered' });
  });

  it('confirms the hours that the link was made for, and no others', async () => {
    const request = await delivered();
    const token = await linkFor(request);
    const longer = { day: '2019-11-20', startTime: '10:00', minutes: 120 };
    const again = (await act(await read(request), 'deliver', longer)).body;
    expect((await app.as(null).post('/hours-confirmation', { token })).body.code).toBe(
      'confirmation.changed',
    );
    expect((await answer(token, { answer: 'confirmed' })).body.code).toBe('confirmation.changed');
    expect(await read(request)).toMatchObject({ state: 'delivered' });
    const right = await linkFor(again);
    expect((await answer(right, { answer: 'confirmed' })).body).toMatchObject({ minutes: 120 });
    // Whoever changes them afterwards has them confirmed anew.
    const work = workOf(request);
    const { body } = await app.as(project.coordinator).get(work);
    const held = { ...logged(body), startTime: '10:00', endTime: '13:00' };
    const changed = await app.as(project.coordinator).patch(work, held, await versionOf(work));
    expect(changed.status).toBe(200);
    expect(await read(request)).toMatchObject({ state: 'delivered' });
    expect((await app.as(null).post('/hours-confirmation', { token: right })).body).toMatchObject({
      minutes: 120,
      answer: 'confirmed',
    });
  });

  it('whose contested hours a sent report holds sees them rectified and asked anew', async () => {
    const request = await delivered();
    const token = await linkFor(request);
    await holdByAReport(app, project, { id: request.activityId }, 'activity');
    await answer(token, { answer: 'contested', reason: 'Erano 30 minuti' });
    const shorter = { day: '2019-11-20', startTime: '10:00', minutes: 30 };
    expect((await act(await read(request), 'deliver', shorter)).body.code).toBe('request.work');
    const work = workOf(request);
    const { body } = await app.as(project.coordinator).get(work);
    const correction = { ...logged(body), startTime: '10:00', endTime: '10:30', reason: 'Errore' };
    const made = await app
      .as(project.coordinator)
      .post(`${work}/rectifications`, correction, await versionOf(work));
    expect(made.status).toBe(201);
    const found = await read(request);
    expect(found).toMatchObject({ state: 'contested', activityId: made.body.id });
    const right = (await act(found, 'deliver', shorter)).body;
    expect((await answer(await linkFor(right), { answer: 'confirmed' })).body.minutes).toBe(30);
  });

  it('whose token is kept nowhere', async () => {
    const token = await linkFor(await delivered());
    const [{ found }] = (await app.db.query(
      `SELECT count(*)::int AS found FROM hours_confirmation h WHERE h::text LIKE '%' || $1 || '%'`,
      [token],
    )) as [{ found: number }];
    expect(found).toBe(0);
  });

  it('confirms nothing in a project that is archived', async () => {
    const token = await linkFor(await delivered());
    await app.db.query(`UPDATE project SET state = 'archived' WHERE id = $1`, [project.id]);
    const refused = await answer(token, { answer: 'confirmed' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'project.archived' } });
  });

  it('and nobody asks it to confirm what is not done', async () => {
    const { body: asked } = await app.as(project.coordinator).post(path, anAskedMediation(project));
    const early = await act(asked, 'confirmation-links');
    expect(early).toMatchObject({ status: 409, body: { code: 'request.state' } });
  });
});

describe('hours whose activity is cancelled from the list of activities', () => {
  const at = ({ activityId }: Request) => `/projects/${project.id}/activities/${activityId}`;
  const cancel = async (request: Request) => {
    const { body: work } = await app.as(project.coordinator).get(at(request));
    const cancelled = await app
      .as(project.coordinator)
      .post(`${at(request)}/cancel`, { reason: 'Ore sbagliate' }, ifMatch(work.version));
    expect(cancelled.status).toBe(200);
  };

  it('take their request back, and the open link is dead', async () => {
    const request = await delivered();
    const token = await linkFor(request);
    await cancel(request);
    expect(await read(request)).toMatchObject({ state: 'assigned', activityDay: null });
    expect((await app.as(null).post('/hours-confirmation', { token })).status).toBe(404);
    expect((await answer(token, { answer: 'confirmed' })).status).toBe(404);
  });

  it('are recorded anew, as another activity', async () => {
    const request = await delivered();
    await cancel(request);
    const again = { day: '2019-11-20', startTime: '11:00', minutes: 90 };
    const { status, body } = await act(await read(request), 'deliver', again);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'delivered', activityMinutes: 90 });
    expect(body.activityId).not.toBe(request.activityId);
  });

  it('when only planned, leave the request taken care of, for somebody else to be sent', async () => {
    const { body: asked } = await app
      .as(project.coordinator)
      .post(path, anAskedMediation(project, { wantedDay: '2019-11-20' }));
    const when = { day: '2019-11-25', startTime: '10:00', minutes: 60 };
    const whom = { mediatorId: project.mediator.id, workItemId: project.workItem.id, ...when };
    const { body: assigned } = await act(asked, 'assign', whom);
    await cancel(assigned);
    expect(await read(assigned)).toMatchObject({ state: 'accepted', mediatorName: null });
    // Planned for this afternoon, it has not been done yet.
    const today = { ...whom, day: '2019-11-20' };
    const again = await act(await read(assigned), 'assign', today);
    expect(again).toMatchObject({ status: 200, body: { state: 'assigned' } });
    const { body: work } = await app.as(project.coordinator).get(at(again.body));
    expect(work.state).toBe('planned');
    const closed = { state: 'unmet', closing: 'withdrawn' };
    expect((await act(again.body, 'close', closed)).body.state).toBe('unmet');
  });

  it('come back with it when the cancelling is undone', async () => {
    const request = await delivered();
    const batches = `/projects/${project.id}/activity-batches`;
    const { body: work } = await app.as(project.coordinator).get(at(request));
    const body = { cancel: [{ id: work.id, version: work.version }], reason: 'Errore' };
    const { body: batch } = await app.as(project.coordinator).post(batches, body);
    expect(await read(request)).toMatchObject({ state: 'assigned' });
    await app.as(project.coordinator).post(`${batches}/${batch.id}/undo`);
    expect(await read(request)).toMatchObject({ state: 'delivered', activityDay: '2019-11-20' });
  });
});
