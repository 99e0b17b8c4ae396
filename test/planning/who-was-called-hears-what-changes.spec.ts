import { aMember, aProject, aWorkItem } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { readByIcalJs, readByNodeIcal } from '../support/calendar-readers.js';
import { type Body, ifMatch } from '../support/client.js';
import { carryOut } from '../support/jobs.js';

type Row = { id: string };

describe('whatever changes in a meeting, those who were called are told', () => {
  let app: TestApp;
  let project: Row, item: Row, coordinator: Row;

  beforeAll(async () => {
    app = await startApp({ PUBLIC_URL: 'https://capofila.example' });
    project = await aProject(app, { title: 'InterAzioni', acronym: 'IA2' });
    item = await aWorkItem(app, project, { code: 'A4' });
    coordinator = await aMember(app, project, 'coordinator');
  });
  afterAll(() => app.close());

  const path = (more = '') => `/projects/${project.id}/meetings${more}`;

  const ANNA = 'anna@example.org';
  const BRUNO = 'bruno@example.org';
  let one: Body;

  interface Sent {
    to: string;
    subject: string;
    text: string;
    calendar: { method: string; content: string };
  }
  /** What is mailed by the work that waits, or was a moment ago. */
  const sent = async (): Promise<Sent[]> => {
    const rows: { payload: Sent }[] = await app.db.query(
      `SELECT payload FROM outbox WHERE topic = 'mail' ORDER BY created_at, id`,
    );
    await app.db.query(`DELETE FROM outbox WHERE topic = 'mail'`);
    return rows.map(({ payload }) => payload);
  };
  const subjects = async () => (await sent()).map(({ to, subject }) => [to, subject]);
  const again = async () => {
    const { body } = await app.as(coordinator).get(path(`/${one.id}`));
    one = body;
    return body;
  };
  const convoke = async () => {
    const seen = await again();
    return app.as(coordinator).post(path(`/${one.id}/convoke`), undefined, ifMatch(seen.version));
  };
  const workVersion = async (): Promise<number> =>
    (await app.as(coordinator).get(`/projects/${project.id}/activities/${one.activityId}`)).body
      .version;
  const move = async (change: object) =>
    app
      .as(coordinator)
      .post(
        `/projects/${project.id}/activities/${one.activityId}/move`,
        { scope: 'this', days: 0, ...change },
        ifMatch(await workVersion()),
      );
  const callOff = async () =>
    app.as(coordinator).post(`/projects/${project.id}/activity-batches`, {
      cancel: [{ id: one.activityId, version: await workVersion() }],
      reason: 'Manca Fatima',
    });

  beforeEach(async () => {
    const activity = {
      kind: 'working_group',
      workItemId: item.id,
      day: '2020-01-14',
      startTime: '10:00',
      endTime: '12:00',
      place: 'Sala rossa',
    };
    const guests = [
      { name: 'Anna', email: ANNA },
      { name: 'Bruno', email: BRUNO },
    ];
    const made = await app.as(coordinator).post(path(), { title: 'Tavolo casa', activity, guests });
    one = made.body;
    await app.db.query('DELETE FROM outbox');
    await convoke();
    expect(await again()).toMatchObject({ moved: false, calledOffAt: null });
  });

  it.each([
    ['hour', { startTime: '09:30' }],
    ['end', { endTime: '13:00' }],
    ['place', { place: 'Sala blu' }],
  ])('of another %s on the same day', async (_, change) => {
    await sent();
    expect((await move(change)).status).toBe(200);
    expect(await again()).toMatchObject({ moved: true });
    expect((await convoke()).status).toBe(200);
    const subject = 'Cambia ora o luogo: Tavolo casa, 14 gen 2020';
    expect(await subjects()).toEqual([
      [ANNA, subject],
      [BRUNO, subject],
    ]);
    expect(await again()).toMatchObject({ moved: false });
    expect(await convoke()).toMatchObject({ status: 422, body: { code: 'meeting.nobody' } });
  });

  it('in their calendars: the same entry, asked for, moved and taken away', async () => {
    const [first] = await sent();
    await move({ days: 2, startTime: '11:00' });
    await convoke();
    const [second] = await sent();
    await callOff();
    await carryOut(app);
    const [third] = await sent();
    const letters = [first!, second!, third!];
    expect(letters.map(({ to }) => to)).toEqual([ANNA, ANNA, ANNA]);
    expect(
      letters.map(({ calendar }) => /^METHOD:(.+)$/m.exec(calendar.content)?.[1]?.trim()),
    ).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    for (const { calendar } of letters) {
      const text = calendar.content.replaceAll('\r\n ', '');
      expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Rome');
      expect(text).toContain('ORGANIZER;CN="InterAzioni":mailto:capofila@capofila.example');
      expect(text.match(/^ATTENDEE.*/gm)?.join()).toMatch(/CN="Anna".*anna@example.org/);
      expect(text).not.toMatch(/Bruno|bruno@|Fatima/);
    }
    const uid = `${one.activityId.replaceAll('-', '')}@capofila.example`;
    const moved = { uid, start: '2020-01-16T10:00:00.000Z', end: '2020-01-16T11:00:00.000Z' };
    for (const reader of [readByIcalJs, readByNodeIcal])
      expect(letters.flatMap(({ calendar }) => reader(calendar.content))).toMatchObject([
        { uid, sequence: 0, status: 'CONFIRMED', start: '2020-01-14T09:00:00.000Z' },
        { ...moved, sequence: 1, status: 'CONFIRMED', summary: 'Tavolo casa (IA2, A4)' },
        { ...moved, sequence: 2, status: 'CANCELLED' },
      ]);
  });

  it('once that it is cancelled; called anew, all of them hear it', async () => {
    await sent();
    const { id: batchId } = (await callOff()).body;
    await carryOut(app);
    const subject = 'Annullato: Tavolo casa, 14 gen 2020';
    const letters = await sent();
    expect(letters.map(({ to, subject: of }) => [to, of])).toEqual([
      [ANNA, subject],
      [BRUNO, subject],
    ]);
    expect(letters[0]!.text).not.toContain('Fatima');
    await app.db.query(`UPDATE outbox SET delivered_at = NULL WHERE topic LIKE 'planning.%'`);
    await carryOut(app);
    expect(await subjects()).toEqual([]);

    await app.as(coordinator).post(`/projects/${project.id}/activity-batches/${batchId}/undo`);
    expect((await again()).calledOffAt).toBeTruthy();
    expect((await convoke()).status).toBe(200);
    const anew = 'Di nuovo convocato: Tavolo casa, 14 gen 2020';
    expect(await subjects()).toEqual([
      [ANNA, anew],
      [BRUNO, anew],
    ]);
    expect((await again()).calledOffAt).toBeNull();
  });

  it('but not of a cancellation that was taken back at once', async () => {
    await sent();
    const { body: batch } = await callOff();
    await app.as(coordinator).post(`/projects/${project.id}/activity-batches/${batch.id}/undo`);
    await carryOut(app);
    expect(await subjects()).toEqual([]);
  });

  it('and an auditor calls nobody', async () => {
    const auditor = await aMember(app, project, 'auditor');
    const refused = await app
      .as(auditor)
      .post(path(`/${one.id}/convoke`), undefined, ifMatch(one.version));
    expect(refused.status).toBe(403);
  });
});
