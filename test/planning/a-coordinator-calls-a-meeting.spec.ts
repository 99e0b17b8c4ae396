import { aMember, anOrganisation, aPerson, aProject, aWorkItem } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Body, ifMatch } from '../support/client.js';

type Row = { id: string };

describe('a coordinator calls a meeting', () => {
  let app: TestApp;
  let project: Row, item: Row, anna: Row, coordinator: Row, prefecture: Row;
  let meeting: Body;

  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app, { title: 'InterAzioni', acronym: 'IA2' });
    item = await aWorkItem(app, project);
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
