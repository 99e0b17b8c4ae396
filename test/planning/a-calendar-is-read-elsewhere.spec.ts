import {
  aMember,
  anOrganisation,
  aPartner,
  aPerson,
  aProject,
  aWorkItem,
  put,
} from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { readByIcalJs, readByNodeIcal } from '../support/calendar-readers.js';
import { ifMatch } from '../support/client.js';

type Row = { id: string };
type Logged = { id: string; version: number };

describe('a calendar is read elsewhere', () => {
  let app: TestApp;
  let project: Row, item: Row, anna: Row, coordinator: Row, school: Row;

  beforeAll(async () => {
    app = await startApp({ PUBLIC_URL: 'https://capofila.example' });
    project = await aProject(app, { acronym: 'PROVA' });
    item = await aWorkItem(app, project, { code: 'A4' });
    anna = await aPerson(app, 'Anna');
    school = await anOrganisation(app, { name: 'IC Esempio' });
    coordinator = await aMember(app, project, 'coordinator');
  });
  afterAll(() => app.close());

  const log = async (values: object): Promise<Logged> =>
    (
      await app.as(coordinator).post(`/projects/${project.id}/activities`, {
        kind: 'information_meeting',
        workItemId: item.id,
        day: '2019-12-03',
        startTime: '10:00',
        endTime: '12:00',
        ...values,
      })
    ).body;
  const share = async (who: Row, of: object): Promise<string> => {
    const { status, body } = await app.as(who).post('/me/calendars', { name: 'Telefono', ...of });
    expect(status).toBe(201);
    return body.address.replace('https://capofila.example', '');
  };
  const read = async (address: string) => (await app.as(null).get(address)).text;

  it('with the same UID, a higher SEQUENCE and the right hours, by two readers', async () => {
    const winter = await log({ place: 'Sala 1; "Rossa", piano 2' });
    const summer = await log({
      day: '2020-07-07',
      minutes: 120,
      note: 'Per Fatima Q., destinataria',
    });
    await log({
      day: '2019-12-09',
      endsOn: '2019-12-11',
      startTime: null,
      endTime: null,
      minutes: 600,
    });
    const address = await share(coordinator, { projectId: project.id });
    const text = await read(address);
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Rome');
    expect(text).not.toMatch(/Fatima|destinataria/);
    for (const reader of [readByIcalJs, readByNodeIcal]) {
      const events = reader(text);
      const of = (row: Logged) =>
        events.find(({ uid }) => uid === `${row.id.replaceAll('-', '')}@capofila.example`);
      expect(of(winter)).toEqual({
        uid: expect.any(String),
        sequence: 0,
        status: 'CONFIRMED',
        start: '2019-12-03T09:00:00.000Z',
        end: '2019-12-03T11:00:00.000Z',
        summary: 'Incontro informativo (PROVA, A4)',
      });
      // Rome is two hours ahead in July.
      expect(of(summer)?.start).toBe('2020-07-07T08:00:00.000Z');
      expect(events.find(({ start }) => start === '2019-12-09')?.end).toBe('2019-12-12');
    }

    const path = `/projects/${project.id}/activities/${winter.id}`;
    await app
      .as(coordinator)
      .post(`${path}/move`, { scope: 'this', days: 2 }, ifMatch(winter.version));
    await app.as(coordinator).post(`${path}/cancel`, { reason: 'Sala chiusa' }, ifMatch(2));
    const [before, after] = [text, await read(address)].map(readByIcalJs);
    const uid = `${winter.id.replaceAll('-', '')}@capofila.example`;
    for (const reader of [readByIcalJs, readByNodeIcal]) {
      expect(reader(await read(address)).find((event) => event.uid === uid)).toMatchObject({
        sequence: 2,
        status: 'CANCELLED',
        start: '2019-12-05T09:00:00.000Z',
      });
    }
    expect(after?.length).toBe(before?.length);
  });

  it('of a project, a person or a body, never of what its maker may not see', async () => {
    const ours = await aPartner(app, project);
    const operator = await aMember(app, project, 'partner', { participation: ours });
    const own = await log({ day: '2020-01-08', participationId: ours.id, staffIds: [anna.id] });
    const other = await log({
      day: '2020-01-09',
      staffIds: [anna.id],
      organisationIds: [school.id],
    });
    const ids = async (who: Row, of: object) =>
      readByIcalJs(await read(await share(who, of))).map(({ uid }) => uid.split('@')[0]);
    const flat = ({ id }: Logged) => id.replaceAll('-', '');
    expect(await ids(operator, { projectId: project.id })).toEqual([flat(own)]);
    const of = (personId: string) =>
      app.as(operator).post('/me/calendars', { name: 'x', personId });
    for (const unknown of [anna.id, own.id])
      expect(await of(unknown)).toMatchObject({ status: 422, body: { code: 'reference.unknown' } });
    await put(app, 'team_member', { project_id: project.id, person_id: anna.id });
    expect(await ids(operator, { personId: anna.id })).toEqual([flat(own)]);
    expect(await ids(coordinator, { personId: anna.id })).toEqual([flat(own), flat(other)]);
    expect(await ids(coordinator, { organisationId: school.id })).toEqual([flat(other)]);

    const mine = await share(operator, { projectId: project.id });
    await app.db.query('DELETE FROM member WHERE user_id = $1', [operator.id]);
    expect((await app.as(null).get(mine)).status).toBe(404);
  });

  it('of a long log with all that lies ahead: what is long past is left out', async () => {
    const busy = await aProject(app);
    const work = await aWorkItem(app, busy);
    const leader = await aMember(app, busy, 'coordinator');
    await app.db.query(
      `INSERT INTO activity (project_id, work_item_id, kind, state, day, minutes)
       SELECT $1::uuid, $2::uuid, 'seminar', CASE WHEN day > '2019-11-20' THEN 'planned' ELSE 'done' END, day, 60
       FROM generate_series(1, 5001) i, LATERAL (SELECT date '2019-10-01' + i % 60 AS day) d
       UNION ALL SELECT $1::uuid, $2::uuid, 'seminar', 'planned', '2020-06-30', 60`,
      [busy.id, work.id],
    );
    const text = await read(await share(leader, { projectId: busy.id }));
    const days = text.match(/(?<=DTSTART;VALUE=DATE:)\d+/g) ?? [];
    expect(days).toHaveLength(5000);
    expect(days).toEqual(days.toSorted());
    expect([days[0], days.at(-1)]).toEqual(['20191001', '20200630']);
  });

  it('until it is revoked; guessing tells nothing', async () => {
    const address = await share(coordinator, { personId: anna.id });
    const { items } = (await app.as(coordinator).get('/me/calendars')).body;
    expect(items[0]).toMatchObject({ of: 'Anna', name: 'Telefono' });
    expect(JSON.stringify(items)).not.toContain(address.split('/')[4]);
    await app.as(coordinator).delete(`/me/calendars/${items[0].id}`);
    const revoked = await app.as(null).get(address);
    const guessed = await app
      .as(null)
      .get(address.replace(/[^/]{6}\/calendario/, 'aaaaaa/calendario'));
    expect([revoked.status, guessed.status]).toEqual([404, 404]);
    expect(revoked.body.detail).toBe(guessed.body.detail);
    const [kept] = await app.db.query('SELECT token_hash FROM calendar_address LIMIT 1');
    expect(kept.token_hash).toHaveLength(32);
  });

  it.each([
    [false, 'calendar.by-token'],
    [true, 'token.one-project'],
  ])(
    'but not by way of a personal token (bound to a project: %s), which may reach less than its user',
    async (bound, code) => {
      const projectId = bound ? project.id : null;
      const { body } = await app
        .as(coordinator)
        .post('/me/tokens', { name: 'Foglio', readOnly: false, days: 1, projectId });
      const authorization = `Bearer ${body.token}`;
      const asked = { name: 'x', personId: anna.id };
      const answer = await app.as(null).post('/me/calendars', asked, { authorization });
      expect(answer).toMatchObject({ status: 403, body: { code } });
    },
  );
});
