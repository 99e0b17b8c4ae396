import { aMember, aPerson, aProject, aSystemAdmin, aUser, aWorkItem } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';

describe('a write happens once', () => {
  let app: TestApp;
  let admin: { id: string };
  beforeAll(async () => {
    app = await startApp();
    admin = await aSystemAdmin(app);
  });
  afterAll(() => app.close());

  const count = async (email: string): Promise<number> =>
    (await app.db.query('SELECT count(*)::int AS n FROM app_user WHERE email = $1', [email]))[0].n;

  it('for a hundred double clicks: one row each, the same answer twice', async () => {
    const pairs = Array.from({ length: 100 }, (_, i) => {
      const click = () =>
        app
          .as(admin)
          .post(
            '/users',
            { email: `doppio${i}@example.org`, name: `Doppio ${i}` },
            { 'idempotency-key': `double-click-${i}` },
          );
      return Promise.all([click(), click()]);
    });
    for (const [one, two] of await Promise.all(pairs)) {
      expect([one.status, two.status]).toEqual([201, 201]);
      expect(two.body).toEqual(one.body);
    }
    const [{ n }] = await app.db.query(
      `SELECT count(*)::int AS n FROM app_user WHERE email LIKE 'doppio%'`,
    );
    expect(n).toBe(100);
  });

  it('and never under a key that served another request, also for two sent at once', async () => {
    const headers = { 'idempotency-key': 'two-bodies-at-once' };
    const send = (email: string) =>
      app.as(admin).post('/users', { email, name: 'Contesa' }, headers);
    const answers = await Promise.all([send('una@example.org'), send('altra@example.org')]);
    expect(answers.map((a) => a.status).sort((a, b) => a - b)).toEqual([201, 409]);
    expect((await count('una@example.org')) + (await count('altra@example.org'))).toBe(1);
  });

  it('with keys that are each user’s own', async () => {
    const other = await aSystemAdmin(app);
    const headers = { 'idempotency-key': 'everybody-uses-this' };
    const first = await app
      .as(admin)
      .post('/users', { email: 'mia@example.org', name: 'Mia' }, headers);
    const second = await app
      .as(other)
      .post('/users', { email: 'sua@example.org', name: 'Sua' }, headers);
    expect([first.body.email, second.body.email]).toEqual(['mia@example.org', 'sua@example.org']);
  });

  it('again after a refusal: what failed was not kept', async () => {
    const headers = { 'idempotency-key': 'fails-then-works' };
    const send = () =>
      app.as(admin).post('/users', { email: 'occupata@example.org', name: 'Prova' }, headers);
    const blocker = await aUser(app, { email: 'occupata@example.org' });
    expect((await send()).status).toBe(409);
    await app.db.query('DELETE FROM app_user WHERE id = $1', [blocker.id]);
    expect((await send()).status).toBe(201);
  });

  it('for one of fifty racers on the same version of a row', async () => {
    const user = await aUser(app);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        app.as(admin).patch(`/users/${user.id}`, { name: `Nome ${i}` }, ifMatch(1)),
      ),
    );
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1);
    expect(answers.filter((a) => a.status === 412)).toHaveLength(49);
    expect(
      (await app.db.query('SELECT version FROM app_user WHERE id = $1', [user.id]))[0].version,
    ).toBe(2);
  });

  it('a dozen times for a dozen racers who read again after each refusal', async () => {
    const project = await aProject(app);
    const item = await aWorkItem(app, project);
    const person = await aPerson(app);
    const coordinator = await aMember(app, project, 'coordinator');
    const body = {
      kind: 'on_call_mediation',
      workItemId: item.id,
      day: '2019-11-04',
      minutes: 60,
      staffIds: [person.id],
    };
    const { body: activity } = await app
      .as(coordinator)
      .post(`/projects/${project.id}/activities`, body);
    const path = `/projects/${project.id}/activities/${activity.id}`;
    const addMinute = async (): Promise<void> => {
      const seen = (await app.as(coordinator).get(path)).body;
      const answer = await app
        .as(coordinator)
        .patch(path, { ...body, minutes: seen.minutes + 1 }, ifMatch(seen.version));
      if (answer.status !== 200) return addMinute();
    };
    await Promise.all(Array.from({ length: 12 }, addMinute));
    expect((await app.as(coordinator).get(path)).body).toMatchObject({ minutes: 72, version: 13 });
    const totals = await app.as(coordinator).get(`/activities/totals?projectId=${project.id}`);
    expect(totals.body).toMatchObject({ minutes: 72, activities: 1, source: 'sums' });
  });

  it('while the sums stay the sums of the rows, whatever is written at once', async () => {
    const project = await aProject(app);
    const item = await aWorkItem(app, project);
    const coordinator = await aMember(app, project, 'coordinator');
    const story = async (i: number) => {
      const person = await aPerson(app);
      const body = {
        kind: 'l2_workshop',
        workItemId: item.id,
        day: `2019-0${(i % 9) + 1}-05`,
        minutes: 30 + i,
        staffIds: [person.id],
      };
      const { body: logged } = await app
        .as(coordinator)
        .post(`/projects/${project.id}/activities`, body);
      const path = `/projects/${project.id}/activities/${logged.id}`;
      if (i % 3 === 0)
        await app
          .as(coordinator)
          .patch(path, { ...body, day: '2019-10-01', minutes: 45 }, ifMatch(1));
      if (i % 3 === 1)
        await app.as(coordinator).post(`${path}/cancel`, { reason: 'prova' }, ifMatch(1));
    };
    await Promise.all(Array.from({ length: 40 }, (_, i) => story(i)));
    const sums = `SELECT kind, month, sum(activities)::int AS n, sum(minutes)::int AS minutes FROM activity_month
      WHERE project_id = $1 GROUP BY 1, 2 HAVING sum(activities) <> 0 ORDER BY 2`;
    const rows = `SELECT kind, date_trunc('month', day)::date AS month, count(*)::int AS n, sum(minutes)::int AS minutes FROM activity
      WHERE project_id = $1 AND state IN ('done', 'confirmed') GROUP BY 1, 2 ORDER BY 2`;
    expect(await app.db.query(sums, [project.id])).toEqual(await app.db.query(rows, [project.id]));
    await app.db.query(`SELECT roll_up_quiet_slots('2020-01-01')`);
    expect(await app.db.query(sums, [project.id])).toEqual(await app.db.query(rows, [project.id]));
  });
});
