import { startApp, type TestApp } from '../support/app.js';
import { type Answer, type Body, ifMatch } from '../support/client.js';
import {
  aDraft,
  aQuarter,
  aSentReport,
  figuresOf,
  path,
  Q2,
  Q3,
  rowsOf,
  send,
  type Quarter,
} from './a-quarter.js';

let app: TestApp;
let quarter: Quarter;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  quarter = await aQuarter(app);
});

const activities = (): string => `/projects/${quarter.project.id}/activities`;
const log = (day: string, minutes: number): Promise<Answer> =>
  app
    .as(quarter.project.coordinator)
    .post(activities(), { kind: 'seminar', workItemId: quarter.part.id, day, minutes });

async function rectify(day: string, minutes: number): Promise<Answer> {
  const [row] = (await app.db.query(
    `SELECT id, version FROM activity WHERE project_id = $1 AND day = $2 AND state <> 'cancelled'`,
    [quarter.project.id, day],
  )) as [{ id: string; version: number }];
  const body = {
    reason: 'Durata sbagliata',
    kind: 'seminar',
    workItemId: quarter.part.id,
    day,
    minutes,
  };
  return app
    .as(quarter.project.coordinator)
    .post(`${activities()}/${row.id}/rectifications`, body, ifMatch(row.version));
}

describe('an activity of a sent quarter that is logged later', () => {
  it('is allowed, flagged as late, and told with the next report', async () => {
    const sent = await aSentReport(app, quarter);
    const late = await log('2019-05-30', 25);
    expect(late).toMatchObject({ status: 201, body: { late: true } });
    expect((await figuresOf(app, quarter, sent))['general.period.minutes']).toBe('150');

    const next = await aDraft(app, quarter, Q3);
    const live = await figuresOf(app, quarter, next);
    expect(live).toMatchObject({
      'general.period.minutes': '45',
      'general.recovered.minutes': '25',
      'general.total.minutes': '250',
    });
    expect(await rowsOf(app, quarter, next, 'general.recovered.minutes')).toMatchObject([
      { id: late.body.id, late: true, amount: '25' },
    ]);

    const nextSent = await send(app, quarter, next);
    expect(nextSent.status).toBe(200);
    const [held] = (await app.db.query('SELECT report_id FROM activity WHERE id = $1', [
      late.body.id,
    ])) as [{ report_id: string }];
    expect(held.report_id).toBe(nextSent.body.id);
    expect(await rowsOf(app, quarter, next, 'general.recovered.minutes')).toMatchObject([
      { id: late.body.id, late: true, amount: '25.00' },
    ]);
  });

  it('in a quarter that was never sent is not late', async () => {
    await aSentReport(app, quarter);
    expect((await log('2019-03-30', 25)).body.late).toBe(false);
    const next = await aDraft(app, quarter, Q3);
    expect((await figuresOf(app, quarter, next))['general.recovered.minutes']).toBe('0');
  });
});

describe('whether an activity is late', () => {
  const listed = async (id: string): Promise<boolean> => {
    const list = await app
      .as(quarter.project.auditor)
      .get(`/activities?projectId=${quarter.project.id}&limit=200`);
    return list.body.items.find((item: Body) => item.id === id).late;
  };
  const move = ({ id, version }: Body, day: string): Promise<Answer> => {
    const body = { kind: 'seminar', workItemId: quarter.part.id, day, minutes: 25 };
    return app
      .as(quarter.project.coordinator)
      .patch(`${activities()}/${id}`, body, ifMatch(version));
  };

  it('follows its day when it is moved into a sent quarter and out of it', async () => {
    await aSentReport(app, quarter);
    const { body: logged } = await log('2019-07-15', 25);
    expect(logged.late).toBe(false);
    const moved = await move(logged, '2019-05-30');
    expect(moved.body.late).toBe(true);
    expect(await listed(logged.id)).toBe(true);
    const back = await move(moved.body, '2019-07-15');
    expect(back.body.late).toBe(false);
    expect(await listed(logged.id)).toBe(false);
  });

  it('is not said of what the report of its quarter holds, but of what replaces it', async () => {
    const { body: logged } = await log('2019-05-30', 25);
    await aSentReport(app, quarter);
    expect(await listed(logged.id)).toBe(false);
    const mended = await rectify('2019-05-30', 20);
    expect(mended.body.late).toBe(true);
    await aSentReport(app, quarter, Q3);
    expect(await listed(mended.body.id)).toBe(true);
  });
});

describe('a held activity that is rectified', () => {
  it('is taken back and told anew with the next report, once', async () => {
    await aSentReport(app, quarter);
    expect((await rectify('2019-04-01', 80)).status).toBe(201);
    const third = await aDraft(app, quarter, Q3);
    expect(await figuresOf(app, quarter, third)).toMatchObject({
      'general.withdrawn.activities': '-1',
      'general.withdrawn.minutes': '-90',
      'general.recovered.minutes': '80',
      'general.total.minutes': '215',
    });
    await send(app, quarter, third);
    const fourth = await aDraft(app, quarter, { from: '2019-10-01', to: '2019-12-31' });
    expect(await figuresOf(app, quarter, fourth)).toMatchObject({
      'general.withdrawn.minutes': '0',
      'general.recovered.minutes': '0',
    });
  });
});

describe('a correction', () => {
  const correct = (report: Body): Promise<Answer> =>
    app.as(quarter.project.coordinator).post(`${path(quarter, report)}/corrections`);

  it('is a new numbered report of the same quarter that names the old, whose copy stays', async () => {
    const old = await aSentReport(app, quarter);
    const before = await figuresOf(app, quarter, old);
    await rectify('2019-04-01', 80);
    const draft = await correct(old);
    expect(draft).toMatchObject({
      status: 201,
      body: {
        number: 2,
        correctsId: old.id,
        correctsNumber: 1,
        state: 'draft',
        ...Q2,
        synthesis: old.synthesis,
      },
    });
    expect((await figuresOf(app, quarter, draft.body))['general.period.minutes']).toBe('140');
    expect((await correct(old)).status).toBe(409);

    const sent = await send(app, quarter, draft.body);
    expect(sent).toMatchObject({ status: 200, body: { state: 'sent', number: 2 } });
    const superseded = await app.as(quarter.project.auditor).get(path(quarter, old));
    expect(superseded.body).toMatchObject({
      state: 'superseded',
      correctedByNumber: 2,
      sha256: old.sha256,
    });
    expect(await figuresOf(app, quarter, old)).toEqual(before);
    expect(await correct(old)).toMatchObject({ status: 409 });

    const next = await aDraft(app, quarter, Q3);
    expect(await figuresOf(app, quarter, next)).toMatchObject({
      'general.withdrawn.minutes': '0',
      'general.recovered.minutes': '0',
      'general.total.minutes': '215',
    });
  });

  it('keeps what the corrected report had recovered from earlier quarters', async () => {
    await aSentReport(app, quarter);
    await log('2019-05-30', 25);
    const third = await aSentReport(app, quarter, Q3);
    const draft = await correct(third);
    expect(await figuresOf(app, quarter, draft.body)).toMatchObject({
      'general.period.minutes': '45',
      'general.recovered.minutes': '25',
    });
  });

  it('is made of a sent report only', async () => {
    const draft = await aDraft(app, quarter);
    expect(await correct(draft)).toMatchObject({ status: 409, body: { code: 'report.state' } });
    expect(
      (await app.as(quarter.project.auditor).post(`${path(quarter, draft)}/corrections`)).status,
    ).toBe(403);
  });
});
