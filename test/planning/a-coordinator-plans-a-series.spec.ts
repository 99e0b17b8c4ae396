import { aMember, aPartner, aPerson, aProject, aWorkItem, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';

type Row = { id: string };

describe('a coordinator plans a series', () => {
  let app: TestApp;
  let project: Row, item: Row, anna: Row, coordinator: Row;

  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app, { ends: '2021' });
    item = await aWorkItem(app, project);
    anna = await aPerson(app, 'Anna');
    coordinator = await aMember(app, project, 'coordinator');
  });
  afterAll(() => app.close());

  const lesson = (values: object = {}) => ({
    kind: 'l2_workshop',
    workItemId: item.id,
    day: '2019-12-03',
    startTime: '14:00',
    endTime: '16:00',
    place: 'Aula 3, IC Esempio',
    staffIds: [anna.id],
    ...values,
  });
  const plan = (rule: string, values: object = {}, leftOut: string[] = []) =>
    app.as(coordinator).post(`/projects/${project.id}/activity-series`, {
      activity: lesson(values),
      rule,
      leftOut,
    });
  const daysOf = async (seriesId: string) => {
    const { body } = await app
      .as(coordinator)
      .get(`/activities?seriesId=${seriesId}&order=oldest&limit=200`);
    return body.items
      .filter(({ state }: { state: string }) => state !== 'cancelled')
      .map(({ day, startTime }: { day: string; startTime: string }) => `${day} ${startTime}`);
  };
  const firstOf = async (seriesId: string, at = 0) =>
    (await app.as(coordinator).get(`/activities?seriesId=${seriesId}&order=oldest`)).body.items[at];
  const move = async (activity: { id: string; version: number }, body: object) =>
    app
      .as(coordinator)
      .post(
        `/projects/${project.id}/activities/${activity.id}/move`,
        body,
        ifMatch(activity.version),
      );

  it('sees its days first, with holidays, and leaves those out', async () => {
    const days = await app
      .as(coordinator)
      .get(
        `/projects/${project.id}/planned-days?firstDay=2019-12-03&rule=FREQ%3DWEEKLY%3BBYDAY%3DTU%2CTH%3BUNTIL%3D20191231&patron=biella`,
      );
    expect(days.body.words).toBe('ogni settimana: martedì, giovedì, fino al 31 dic 2019');
    const holidays = days.body.items.filter((day: { holiday: string }) => day.holiday);
    expect(days.body.items).toHaveLength(9);
    expect(holidays.map(({ day }: { day: string }) => day)).toEqual(['2019-12-26']);

    const made = await plan('FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20191231', {}, ['2019-12-26']);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ activities: 8, planned: 8, leftOut: ['2019-12-26'] });
    expect(await daysOf(made.body.id)).not.toContain('2019-12-26 14:00');
  });

  it('learns beforehand who and which room is taken, and is refused when it insists on the person', async () => {
    const query =
      'firstDay=2019-12-05&startTime=15:00&endTime=17:00&place=aula%203%2C%20ic%20esempio';
    const path = `/projects/${project.id}/planned-days?${query}&personId=${anna.id}`;
    const { body } = await app.as(coordinator).get(path);
    expect(body.items[0].conflicts).toMatchObject([
      { kind: 'person', name: 'Anna', startTime: '14:00', endTime: '16:00' },
      { kind: 'place', name: 'Aula 3, IC Esempio' },
    ]);
    expect(body.items[0].conflicts[0].activityId).toBeTruthy();
    const before = await app.db.query('SELECT count(*) FROM activity');
    const refused = await plan('FREQ=WEEKLY;COUNT=3', {
      day: '2019-11-28',
      startTime: '15:30',
      endTime: '17:00',
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'activity.overlap' } });
    expect(await app.db.query('SELECT count(*) FROM activity')).toEqual(before);
  });

  it('tells nobody with what a person of another project is busy', async () => {
    const other = await aProject(app);
    const partner = await aPartner(app, other);
    const operator = await aMember(app, other, 'partner', { participation: partner });
    const path = `/projects/${other.id}/planned-days?firstDay=2019-12-05&startTime=15:00&endTime=17:00&personId=${anna.id}`;
    // Of whom it does not know it learns no name either.
    expect((await app.as(operator).get(path)).body.items[0].conflicts).toEqual([]);
    await put(app, 'team_member', { project_id: other.id, person_id: anna.id });
    const { body } = await app.as(operator).get(path);
    expect(body.items[0].conflicts).toEqual([
      {
        kind: 'person',
        name: 'Anna',
        startTime: '14:00',
        endTime: '16:00',
        what: 'un altro impegno',
        activityId: null,
        projectId: null,
      },
    ]);
  });

  it('moves one of them, it and those that follow, or all', async () => {
    const { body: series } = await plan('FREQ=WEEKLY;BYDAY=MO;COUNT=4', { day: '2020-01-13' });
    const second = await firstOf(series.id, 1);
    const one = await move(second, {
      scope: 'this',
      days: 2,
      startTime: '09:00',
      endTime: '11:00',
    });
    expect(one).toMatchObject({ status: 200, body: { changed: 1, kept: 0 } });
    expect(one.body.activity).toMatchObject({ version: second.version + 1, minutes: 120 });
    expect(await daysOf(series.id)).toEqual([
      '2020-01-13 14:00',
      '2020-01-22 09:00',
      '2020-01-27 14:00',
      '2020-02-03 14:00',
    ]);

    const third = await firstOf(series.id, 2);
    const rest = await move(third, { scope: 'following', days: 7 });
    expect(rest.body).toMatchObject({ changed: 2, kept: 0 });
    expect(rest.body.activity.seriesId).not.toBe(series.id);
    expect(await daysOf(series.id)).toEqual(['2020-01-13 14:00', '2020-01-22 09:00']);
    expect(await daysOf(rest.body.activity.seriesId)).toEqual([
      '2020-02-03 14:00',
      '2020-02-10 14:00',
    ]);
    const cut = await app
      .as(coordinator)
      .get(`/projects/${project.id}/activity-series/${series.id}`);
    expect(cut.body.rule).toBe('FREQ=WEEKLY;BYDAY=MO;UNTIL=20200126');

    const all = await move(await firstOf(rest.body.activity.seriesId), { scope: 'all', days: -1 });
    expect(all.body).toMatchObject({ changed: 2, activity: { day: '2020-02-02' } });
  });

  it('meets on its way what is not of it, on each of its days, and no more', async () => {
    const bruno = await aPerson(app, 'Bruno');
    const path = `/projects/${project.id}/activities`;
    const there = { day: '2020-09-28', place: 'Sala Rossa', staffIds: [bruno.id] };
    expect((await app.as(coordinator).post(path, lesson(there))).status).toBe(201);
    const weekly = { day: '2020-09-07', place: 'Sala Rossa' };
    const { body: series } = await plan('FREQ=WEEKLY;COUNT=3', weekly);
    const first = await firstOf(series.id);
    const met = async (query: string) => {
      const { body } = await app.as(coordinator).get(`${path}/${first.id}/move?${query}`);
      return body.items
        .map(({ day, conflicts }: { day: string; conflicts: { kind: string }[] }) =>
          [day, ...conflicts.map(({ kind }) => kind)].join(' '),
        )
        .join(', ');
    };
    expect(await met('scope=this&days=7')).toBe('2020-09-14 person place');
    expect(await met('scope=following&days=7')).toBe('2020-09-14, 2020-09-21, 2020-09-28 place');
    expect(await met('scope=all&days=21&startTime=16:00&endTime=17:00')).toBe(
      '2020-09-28, 2020-10-05, 2020-10-12',
    );
    expect(await met(`scope=all&days=14&place=&personId=${bruno.id}`)).toBe(
      '2020-09-21, 2020-09-28 person, 2020-10-05',
    );

    const moved = await move(first, { scope: 'all', days: 7 });
    expect(moved).toMatchObject({ status: 200, body: { changed: 3 } });
    const insisted = { scope: 'all', days: 0, staffIds: [bruno.id] };
    expect(await move(await firstOf(series.id), insisted)).toMatchObject({
      status: 409,
      body: { code: 'activity.overlap' },
    });
  });

  it('takes the days that were left out along with it', async () => {
    const rule = 'FREQ=WEEKLY;COUNT=3';
    const { body: series } = await plan(rule, { day: '2020-06-01' }, ['2020-06-01']);
    const moved = await move(await firstOf(series.id), { scope: 'all', days: 2 });
    expect(moved.status).toBe(200);
    const after = await app
      .as(coordinator)
      .get(`/projects/${project.id}/activity-series/${series.id}`);
    expect(after.body).toMatchObject({ leftOut: ['2020-06-03'], firstDay: '2020-06-03' });
  });

  it('leaves what was done where it was', async () => {
    const { body: series } = await plan('FREQ=DAILY;COUNT=3', { day: '2020-03-02' });
    const first = await firstOf(series.id);
    await app.db.query(`UPDATE activity SET state = 'done' WHERE id = $1`, [first.id]);
    const moved = await move(await firstOf(series.id, 1), { scope: 'all', days: 1 });
    expect(moved.body).toMatchObject({ changed: 2, kept: 1 });
    expect((await daysOf(series.id))[0]).toBe('2020-03-02 14:00');
  });

  it('changes room and people of those to come, and calls done what nobody registered of none', async () => {
    const { body: series } = await plan('FREQ=WEEKLY;COUNT=3', { day: '2020-10-19' });
    const first = await firstOf(series.id);
    await app.db.query(`UPDATE activity SET day = '2019-11-18' WHERE id = $1`, [first.id]);
    const bruno = await aPerson(app, 'Bruno');
    const change = { scope: 'all', days: 0, place: 'Aula 9', staffIds: [bruno.id] };
    const changed = await move(await firstOf(series.id, 1), change);
    expect(changed.body).toMatchObject({ changed: 3, kept: 0 });
    const { body } = await app.as(coordinator).get(`/activities?seriesId=${series.id}`);
    const each = { state: 'planned', place: 'Aula 9', staffNames: ['Bruno'] };
    expect(body.items).toMatchObject([each, each, each]);
  });

  it('cancels those that are to come, with a reason', async () => {
    const { body: series } = await plan('FREQ=WEEKLY;COUNT=3', { day: '2020-04-02' });
    const second = await firstOf(series.id, 1);
    const cancelled = await app
      .as(coordinator)
      .post(
        `/projects/${project.id}/activities/${second.id}/cancel-series`,
        { scope: 'following', reason: 'Corso chiuso' },
        ifMatch(second.version),
      );
    expect(cancelled.body).toMatchObject({
      changed: 2,
      activity: { cancelReason: 'Corso chiuso' },
    });
    expect(await daysOf(series.id)).toEqual(['2020-04-02 14:00']);
  });

  it('is told when an activity is of no series, and when somebody was faster', async () => {
    const { body: alone } = await app
      .as(coordinator)
      .post(`/projects/${project.id}/activities`, lesson({ day: '2020-05-05' }));
    expect((await move(alone, { scope: 'all', days: 1 })).body.code).toBe('series.none');
    expect((await move({ ...alone, version: 7 }, { scope: 'this', days: 1 })).status).toBe(412);
  });

  it('reads it all in the calendar, two months at most', async () => {
    const { body } = await app.as(coordinator).get('/calendar?from=2019-12-01&to=2019-12-31');
    expect(body.items).toHaveLength(8);
    expect(body.items[0]).toMatchObject({ startTime: '14:00', staffNames: ['Anna'], held: false });
    expect(body.holidays.map(({ day }: { day: string }) => day)).toContain('2019-12-25');
    const wide = await app.as(coordinator).get('/calendar?from=2019-01-01&to=2019-12-31');
    expect(wide).toMatchObject({ status: 422, body: { code: 'calendar.range' } });
  });
});
