import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';
import { aDraft, aQuarter, path, Q2, Q3, type Quarter } from './a-quarter.js';

let app: TestApp;
let quarter: Quarter;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  quarter = await aQuarter(app);
});

describe('drafts', () => {
  it('are one per quarter, and a quarter is whole', async () => {
    const as = app.as(quarter.project.manager);
    const first = await as.post(path(quarter), Q2);
    expect(first).toMatchObject({
      status: 201,
      body: { number: 1, state: 'draft', from: Q2.from, to: Q2.to },
    });
    expect(await as.post(path(quarter), Q2)).toMatchObject({
      status: 409,
      body: { code: 'report.period' },
    });
    expect(await as.post(path(quarter), { from: '2019-07-01', to: '2019-08-31' })).toMatchObject({
      status: 422,
      body: { code: 'report.quarter' },
    });
    const second = await as.post(path(quarter), Q3);
    expect(second.body.number).toBe(2);
    expect((await as.delete(path(quarter, first.body), ifMatch(1))).status).toBe(204);
    const listed = await as.get(path(quarter));
    expect(listed.body.items.map((report: { number: number }) => report.number)).toEqual([2]);
  });
});

describe('who may', () => {
  it('the coordinator writes and does not send; the auditor reads; the partner and staff have no reports', async () => {
    const { project } = quarter;
    const draft = await aDraft(app, quarter);
    const attempt = (user: { id: string }) => [
      app
        .as(user)
        .get(path(quarter, draft))
        .then((a) => a.status),
      app
        .as(user)
        .get(`${path(quarter, draft)}/figures/general.period.minutes/rows`)
        .then((a) => a.status),
      app
        .as(user)
        .patch(path(quarter, draft), { problems: 'Nessuno' }, ifMatch(0))
        .then((a) => a.status),
      app
        .as(user)
        .post(`${path(quarter, draft)}/send`, undefined, ifMatch(0))
        .then((a) => a.status),
    ];
    expect(await Promise.all(attempt(project.coordinator))).toEqual([200, 200, 412, 403]);
    expect(await Promise.all(attempt(project.manager))).toEqual([200, 200, 412, 412]);
    expect(await Promise.all(attempt(project.auditor))).toEqual([200, 200, 403, 403]);
    expect(await Promise.all(attempt(project.operator))).toEqual([403, 403, 403, 403]);
  });

  it('a report of another project is not found, like one that is not there', async () => {
    const other = await aQuarter(app);
    const draft = await aDraft(app, other);
    const foreign = await app.as(quarter.project.manager).get(path(quarter, draft));
    const unknown = await app.as(quarter.project.manager).get(path(quarter, quarter.project));
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect((await app.as(quarter.project.manager).get(path(other, draft))).status).toBe(404);
  });
});
