import { aMember, anOrganisation, aPerson, aProject, aWorkItem } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { readByIcalJs, readByNodeIcal } from '../support/calendar-readers.js';
import { type Body, ifMatch } from '../support/client.js';
import { carryOut } from '../support/jobs.js';

type Row = { id: string };

describe('a coordinator calls a meeting', () => {
  let app: TestApp;
  let project: Row, item: Row, anna: Row, coordinator: Row, prefecture: Row;
  let meeting: Body;

  beforeAll(async () => {
    app = await startApp({ PUBLIC_URL: 'https://capofila.example' });
    project = await aProject(app, { title: 'InterAzioni', acronym: 'IA2' });
    item = await aWorkItem(app, project, { code: 'A4' });
    anna = await aPerson(app, 'Anna');
    prefecture = await anOrganisation(app, { name: 'Prefettura di Torino' });
    coordinator = await aMember(app, project, 'coordinator', {
      values: { name: 'Carla Coordina' },
    });
  });
  afterAll(() => app.close());

  const path = (more = '') => `/projects/${project.id}/meetings${more}`;
  const letters = () =>
    app.db.query(
      `SELECT payload->>'to' AS "to", payload->>'subject' AS subject, payload->>'text' AS text FROM outbox WHERE topic = 'mail' ORDER BY created_at, id`,
    );

  it('with an agenda and those whom it invites', async () => {
    const made = await app.as(coordinator).post(path(), {
      title: 'Tavolo scuola',
      agenda: '1. Laboratori\n2. Famiglie',
      activity: {
        kind: 'working_group',
        workItemId: item.id,
        day: '2019-12-10',
        startTime: '10:00',
        endTime: '12:30',
        place: 'Sala rossa',
      },
      guests: [
        {
          name: 'Dirigente della Prefettura',
          organisationId: prefecture.id,
          email: 'Dir@Example.org',
        },
        { name: 'Senza posta' },
      ],
    });
    expect(made.status).toBe(201);
    meeting = made.body;
    expect(meeting).toMatchObject({ day: '2019-12-10', state: 'planned', guests: 2, version: 1 });
    expect(meeting.guestList[0]).toMatchObject({
      email: 'dir@example.org',
      organisationName: 'Prefettura di Torino',
      present: null,
    });
    const { body } = await app.as(coordinator).get('/calendar?from=2019-12-01&to=2019-12-31');
    expect(body.items).toMatchObject([{ title: 'Tavolo scuola', meetingId: meeting.id }]);
  });

  it('by mail, once each; again to all when it was moved', async () => {
    const convoke = () =>
      app.as(coordinator).post(path(`/${meeting.id}/convoke`), undefined, ifMatch(meeting.version));
    const convoked = await convoke();
    expect(convoked.status).toBe(200);
    meeting = convoked.body;
    expect(meeting.convenedDay).toBe('2019-12-10');
    expect(await letters()).toMatchObject([
      { to: 'dir@example.org', subject: 'Convocazione: Tavolo scuola, 10 dic 2019' },
    ]);
    const [{ text }] = await letters();
    expect(text).toContain('Quando: 10 dic 2019, dalle 10:00 alle 12:30\nDove: Sala rossa');
    expect(text).toContain('Ordine del giorno:\n1. Laboratori');
    expect(text).toContain('Carla Coordina');
    expect(await convoke()).toMatchObject({ status: 422, body: { code: 'meeting.nobody' } });

    await app
      .as(coordinator)
      .post(
        `/projects/${project.id}/activities/${meeting.activityId}/move`,
        { scope: 'this', days: 2 },
        ifMatch(1),
      );
    meeting = (await convoke()).body;
    expect((await letters())[1].subject).toBe('Spostato: Tavolo scuola, 12 dic 2019');
  });

  it('notes who came and what was said', async () => {
    const [guest] = meeting.guestList;
    const changed = await app.as(coordinator).patch(
      path(`/${meeting.id}`),
      {
        minutes: 'Si apre alle 10.',
        guests: [
          { id: guest.id, name: guest.name, email: guest.email, present: true },
          { name: 'Arrivata all’ultimo', present: true },
        ],
      },
      ifMatch(meeting.version),
    );
    meeting = changed.body;
    expect(meeting).toMatchObject({ hasMinutes: true, guests: 2, version: 4 });
    expect(meeting.guestList[0].convenedAt).toBeTruthy();
    expect(meeting.guestList.map(({ present }: Body) => present)).toEqual([true, true]);
  });

  it('turns a decision into a task with an owner and a day, and sees it done', async () => {
    const decide = (body: object) =>
      app.as(coordinator).post(path(`/${meeting.id}/decisions`), body);
    expect((await decide({ text: 'Si rivede il calendario' })).status).toBe(201);
    const half = await decide({ text: 'Scrivere alle scuole', personId: anna.id });
    expect(half).toMatchObject({ status: 422, body: { code: 'task.owner-and-day' } });
    const whole = { text: 'Scrivere alle scuole', personId: anna.id, dueDay: '2019-11-15' };
    const decided = (await decide(whole)).body;
    expect(decided.decisionList).toMatchObject([
      { task: null },
      { text: 'Scrivere alle scuole', task: { personName: 'Anna', state: 'open' } },
    ]);

    const late = (await app.as(coordinator).get('/tasks?state=open&overdue=true')).body.items;
    expect(late).toMatchObject([{ meetingTitle: 'Tavolo scuola', text: 'Scrivere alle scuole' }]);
    const done = await app
      .as(coordinator)
      .patch(`/projects/${project.id}/tasks/${late[0].id}`, { state: 'done' }, ifMatch(1));
    expect(done.body).toMatchObject({ state: 'done', doneOn: '2019-11-20', version: 2 });
    expect((await app.as(coordinator).get(path())).body.items).toMatchObject([
      { decisions: 2, openTasks: 0 },
    ]);
  });

  describe('and whatever changes afterwards, those who were called are told', () => {
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
      const made = await app
        .as(coordinator)
        .post(path(), { title: 'Tavolo casa', activity, guests });
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

  it('calls nobody to a meeting that is called off', async () => {
    const day = '2019-12-20';
    const activity = { kind: 'working_group', workItemId: item.id, day, minutes: 60 };
    const guests = [{ name: 'Ospite', email: 'ospite@example.org' }];
    const { body } = await app
      .as(coordinator)
      .post(path(), { title: 'Rinviata', activity, guests });
    const work = `/projects/${project.id}/activities/${body.activityId}/cancel`;
    await app.as(coordinator).post(work, { reason: 'Rinviata' }, ifMatch(1));
    const called = await app
      .as(coordinator)
      .post(path(`/${body.id}/convoke`), undefined, ifMatch(body.version));
    expect(called).toMatchObject({ status: 422, body: { code: 'meeting.cancelled' } });
  });
});
