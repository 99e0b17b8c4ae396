import { aMember, aPartner, aProject, aWorkItem } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';

type Row = { id: string };

describe('what lies ahead', () => {
  let app: TestApp;
  let project: Row, item: Row, mine: Row;
  let coordinator: Row, partner: Row;

  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    item = await aWorkItem(app, project);
    mine = await aPartner(app, project);
    coordinator = await aMember(app, project, 'coordinator');
    partner = await aMember(app, project, 'partner', { participation: mine });
    for (const day of ['2019-11-19', '2019-11-20', '2019-12-05', '2019-12-03', '2020-01-10']) {
      await log(day);
    }
  });
  afterAll(() => app.close());

  const log = (day: string, participationId: string | null = null) =>
    app.as(coordinator).post(`/projects/${project.id}/activities`, {
      kind: 'seminar',
      workItemId: item.id,
      participationId,
      day,
      minutes: 60,
    });
  const days = async (who: Row, filter: string) => {
    const { body } = await app.as(who).get(`/activities?${filter}`);
    return body.items.map(({ day }: { day: string }) => day);
  };

  it('is left out up to today, newest first', async () => {
    expect(await days(coordinator, 'to=2019-11-20')).toEqual(['2019-11-20', '2019-11-19']);
  });

  it('is read soonest first, page by page', async () => {
    const ahead = 'from=2019-11-20&state=planned&order=oldest';
    expect(await days(coordinator, ahead)).toEqual(['2019-12-03', '2019-12-05', '2020-01-10']);
    const first = (await app.as(coordinator).get(`/activities?${ahead}&limit=2`)).body;
    expect(first.items).toHaveLength(2);
    expect(await days(coordinator, `${ahead}&limit=2&after=${first.next}`)).toEqual(['2020-01-10']);
  });

  it('has totals of its own, apart from what was done', async () => {
    const totals = async (filter: string) =>
      (await app.as(coordinator).get(`/activities/totals?${filter}`)).body;
    expect(await totals('state=planned')).toMatchObject({ activities: 3, minutes: 180 });
    expect(await totals('state=planned&state=done')).toMatchObject({ activities: 2, minutes: 120 });
    expect(await totals('')).toMatchObject({ activities: 2, minutes: 120 });
  });

  it('is refused in an order that nobody knows', async () => {
    expect((await app.as(coordinator).get('/activities?order=random')).status).toBe(400);
    expect((await app.as(coordinator).get('/activities/totals?order=oldest')).status).toBe(400);
  });

  it('and what lacks evidence is found until something is attached', async () => {
    const own = await log('2019-11-18', mine.id);
    const missing = 'to=2019-11-18&evidence=missing';
    expect(await days(partner, missing)).toEqual(['2019-11-18']);
    await attach(own.body.id, true);
    expect(await days(coordinator, missing)).toEqual([]);
    // A confidential file is no secret that a filter may tell.
    expect(await days(partner, missing)).toEqual(['2019-11-18']);
    await attach(own.body.id, false);
    expect(await days(partner, missing)).toEqual([]);
    expect((await app.as(partner).get(`/activities/totals?${missing}`)).body.activities).toBe(0);
    await app.db.query(`UPDATE document SET state = 'removed', remove_reason = 'Sbagliato'`);
    expect(await days(coordinator, missing)).toEqual(['2019-11-18']);
  });

  const attach = (activity: string, confidential: boolean) =>
    app.db.query(
      `INSERT INTO document (project_id, participation_id, sha256, size_bytes, media_type, name, kind, confidential, subject_table, subject_id)
       VALUES ($1, $2, repeat('a', 64), 1, 'application/pdf', 'registro.pdf', 'register', $3, 'activity', $4)`,
      [project.id, mine.id, confidential, activity],
    );
});
