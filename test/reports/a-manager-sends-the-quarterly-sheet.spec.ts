import { startApp, type TestApp } from '../support/app.js';
import { type Answer, ifMatch } from '../support/client.js';
import {
  aDraft,
  anActivity,
  aQuarter,
  aSentReport,
  figuresOf,
  hundredths,
  path,
  Q2,
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

const golden = ({ action, part, hours, pages, project }: Quarter): Record<string, string> => ({
  'general.period.activities': '3',
  'general.period.minutes': '150',
  'general.total.activities': '4',
  'general.total.minutes': '180',
  'general.recovered.minutes': '0',
  'general.withdrawn.minutes': '0',
  'kind.seminar.activities': '2',
  'kind.seminar.minutes': '150',
  'kind.written_translation.quantity': '12.50',
  'network.lead': '1',
  'network.partner': '2',
  [`network.subject.${project.partner.id}.minutes`]: '150',
  [`work-plan.${action.id}.period.minutes`]: '150',
  [`work-plan.${action.id}.total.minutes`]: '180',
  [`work-plan.${part.id}.period.minutes`]: '90',
  [`work-plan.${part.id}.period.activities`]: '2',
  [`physical.${hours.id}.period`]: '150',
  [`physical.${hours.id}.total`]: '180',
  [`physical.${pages.id}.total`]: '12.50',
  'financial.all.planned': '15000.50',
  'financial.all.period': '1000.17',
  'financial.all.total': '1200.17',
  'financial.all.residual': '13800.33',
  [`financial.category.${project.staff.id}.residual`]: '8799.90',
  [`financial.partner.${project.lead.id}.total`]: '0.07',
});

describe('the figures of a draft', () => {
  it('are those of the quarter, to the minute and to the cent', async () => {
    const draft = await aDraft(app, quarter);
    expect(await figuresOf(app, quarter, draft)).toMatchObject(golden(quarter));
  });

  it('are each the sum of the rows that it opens to', async () => {
    const draft = await aDraft(app, quarter);
    for (const [key, value] of Object.entries(await figuresOf(app, quarter, draft))) {
      const rows = await rowsOf(app, quarter, draft, key, 2);
      expect([key, hundredths(rows.map((row) => row.amount))]).toEqual([key, hundredths([value])]);
    }
  });

  it('follow what is logged', async () => {
    const draft = await aDraft(app, quarter);
    await anActivity(app, quarter, { day: '2019-05-20', minutes: 15 });
    expect((await figuresOf(app, quarter, draft))['general.period.minutes']).toBe('165');
  });

  it('agree with what the indicators say', async () => {
    const figures = await figuresOf(app, quarter, await aDraft(app, quarter));
    const listed = await app
      .as(quarter.project.auditor)
      .get(`/projects/${quarter.project.id}/indicators?from=${Q2.from}&to=${Q2.to}`);
    for (const { id, value } of listed.body.items) {
      expect(Number(figures[`physical.${id}.period`])).toBe(value);
    }
  });
});

/** The coordinator notes something on the activity of a day. */
async function edit(day: string): Promise<Answer> {
  const { project, part } = quarter;
  const [row] = (await app.db.query(
    'SELECT id, version, minutes FROM activity WHERE project_id = $1 AND day = $2',
    [project.id, day],
  )) as [{ id: string; version: number; minutes: number }];
  const { id, version, minutes } = row;
  const change = { kind: 'seminar', workItemId: part.id, day, minutes, note: 'Cambio' };
  const activity = `/projects/${project.id}/activities/${id}`;
  return app.as(project.coordinator).patch(activity, change, ifMatch(version));
}

describe('sending', () => {
  it('freezes every figure with the rows that sum to it', async () => {
    const draft = await aDraft(app, quarter);
    const live = await figuresOf(app, quarter, draft);
    const sent = await send(app, quarter, draft);
    expect(sent).toMatchObject({
      status: 200,
      body: {
        state: 'sent',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        job: { state: 'queued', total: 3 },
      },
    });
    const frozen = await figuresOf(app, quarter, draft);
    expect(frozen).toEqual(live);
    for (const [key, value] of Object.entries(frozen)) {
      const rows = await rowsOf(app, quarter, draft, key);
      expect([key, hundredths(rows.map((row) => row.amount))]).toEqual([key, hundredths([value])]);
    }
  });

  it('shows afterwards the rows as they were, whatever becomes of them', async () => {
    const sent = await aSentReport(app, quarter);
    const before = await rowsOf(app, quarter, sent, 'general.total.minutes');
    await app.db.query(
      `UPDATE activity SET minutes = 999, version = 7 WHERE project_id = $1 AND day = '2019-02-10'`,
      [quarter.project.id],
    );
    expect(await rowsOf(app, quarter, sent, 'general.total.minutes')).toEqual(before);
    expect(before[0]).toMatchObject({
      table: 'activity',
      version: 1,
      day: '2019-02-10',
      label: 'Seminario',
      amount: '30.00',
    });
  });

  it('locks the activities and expenses of the quarter, and no others', async () => {
    const sent = await aSentReport(app, quarter);
    const held: { day: string; n: number }[] = await app.db.query(
      `SELECT day, 1 AS n FROM activity WHERE report_id = $1 UNION ALL SELECT incurred_on, 2 FROM expense WHERE report_id = $1 ORDER BY 2, 1`,
      [sent.id],
    );
    expect(held.map(({ day, n }) => `${n} ${day}`)).toEqual([
      '1 2019-04-01',
      '1 2019-05-10',
      '1 2019-06-30',
      '2 2019-04-15',
      '2 2019-06-30',
    ]);
    expect(await edit('2019-04-01')).toMatchObject({
      status: 409,
      body: { code: 'activity.locked' },
    });
    expect((await edit('2019-07-01')).status).toBe(200);
  });

  it('by twenty at once happens once', async () => {
    const draft = await aDraft(app, quarter);
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(app, quarter, draft)));
    const statuses = answers.map((answer) => answer.status).sort((a, b) => a - b);
    expect(statuses).toEqual([200, ...Array.from({ length: 19 }, () => 412)]);
    const [{ n }] = (await app.db.query(
      'SELECT count(*)::int AS n FROM job WHERE subject_id = $1',
      [draft.id],
    )) as [{ n: number }];
    expect(n).toBe(1);
  });

  it('with its key repeated gives the first answer', async () => {
    const draft = await aDraft(app, quarter);
    const again = () =>
      app.as(quarter.project.manager).post(`${path(quarter, draft)}/send`, undefined, {
        ...ifMatch(draft.version),
        'idempotency-key': `send-${draft.id}`,
      });
    const [first, second] = [await again(), await again()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
  });

  it('needs the synthesis, the version that was seen, and a draft', async () => {
    const draft = await app.as(quarter.project.coordinator).post(path(quarter), Q2);
    expect(draft.body.missing).toHaveLength(6);
    expect(await send(app, quarter, draft.body)).toMatchObject({
      status: 422,
      body: { code: 'report.incomplete', errors: [{ path: 'synthesis' }] },
    });
    expect(
      (await app.as(quarter.project.manager).post(`${path(quarter, draft.body)}/send`)).status,
    ).toBe(428);
    const written = await app
      .as(quarter.project.coordinator)
      .patch(path(quarter, draft.body), { synthesis: 'Fatto' }, ifMatch(1));
    expect((await send(app, quarter, draft.body)).status).toBe(412);
    const sent = await send(app, quarter, written.body);
    expect(await send(app, quarter, sent.body)).toMatchObject({
      status: 409,
      body: { code: 'report.state' },
    });
    const edit = await app
      .as(quarter.project.coordinator)
      .patch(path(quarter, sent.body), { synthesis: 'Altro' }, ifMatch(sent.body.version));
    expect(edit).toMatchObject({ status: 409, body: { code: 'report.state' } });
    const discard = await app
      .as(quarter.project.coordinator)
      .delete(path(quarter, sent.body), ifMatch(sent.body.version));
    expect(discard.status).toBe(409);
  });
});
