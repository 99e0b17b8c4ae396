import { aFundedProject, anApprovedBudget, anExpense, type Funded } from '../factories/budget.js';
import { aWorkItem, put } from '../factories/index.js';
import type { TestApp } from '../support/app.js';
import { type Answer, type Body, ifMatch } from '../support/client.js';

type Row = { id: string };

/** The second quarter of 2019 in a project that began a quarter before, with its indicators, budget and expenses. */
export interface Quarter {
  project: Funded;
  action: Row;
  part: Row;
  hours: Row;
  pages: Row;
}

export const Q2 = { from: '2019-04-01', to: '2019-06-30' };
export const Q3 = { from: '2019-07-01', to: '2019-09-30' };

export async function aQuarter(app: TestApp): Promise<Quarter> {
  const project = await aFundedProject(app, { title: 'Reti perché no', cup: 'J87G22000360002' });
  const action = await aWorkItem(app, project, { code: 'A1', title: 'Mediazione' });
  const part = await aWorkItem(app, project, {
    code: 'A1.1',
    title: 'Sportelli',
    kind: 'activity_line',
    parent_id: action.id,
  });
  const quarter = {
    project,
    action,
    part,
    hours: await anIndicator(app, project, {
      code: 'I1',
      label: 'Ore di seminario',
      unit: 'ore',
      measure: 'sum_minutes',
      kinds: ['seminar'],
      target: 600,
      work_item_id: action.id,
    }),
    pages: await anIndicator(app, project, {
      code: 'I2',
      label: 'Pagine tradotte',
      unit: 'pagine',
      measure: 'sum_quantity',
      kinds: ['written_translation'],
      target: 100,
    }),
  };
  await logged(app, quarter);
  await spent(app, project);
  return quarter;
}

export const anIndicator = (
  app: TestApp,
  project: Row,
  values: Record<string, unknown>,
): Promise<Row> => put(app, 'indicator', { project_id: project.id, ...values });

/** One activity as it was logged, done unless told. */
export const anActivity = (
  app: TestApp,
  { project, part }: Quarter,
  values: Record<string, unknown>,
): Promise<Row> =>
  put(app, 'activity', {
    project_id: project.id,
    work_item_id: part.id,
    participation_id: project.partner.id,
    kind: 'seminar',
    state: 'done',
    ...values,
  });

async function logged(app: TestApp, quarter: Quarter): Promise<void> {
  const { action, project } = quarter;
  await anActivity(app, quarter, { day: '2019-02-10', minutes: 30 });
  await anActivity(app, quarter, { day: '2019-04-01', minutes: 90, place: 'Città di Torino' });
  await anActivity(app, quarter, {
    day: '2019-06-30',
    minutes: 60,
    state: 'confirmed',
    work_item_id: action.id,
  });
  await anActivity(app, quarter, {
    day: '2019-05-10',
    kind: 'written_translation',
    quantity: '12.50',
    participation_id: project.lead.id,
  });
  await anActivity(app, quarter, { day: '2019-05-11', minutes: 500, state: 'planned' });
  await anActivity(app, quarter, {
    day: '2019-05-12',
    minutes: 400,
    state: 'cancelled',
    cancel_reason: 'Pioggia',
  });
  await anActivity(app, quarter, { day: '2019-07-01', minutes: 45 });
}

async function spent(app: TestApp, project: Funded): Promise<void> {
  const { lines } = await anApprovedBudget(app, project, [
    { participation: project.partner, category: project.staff, planned: '10000.00' },
    { participation: project.lead, category: project.services, planned: '5000.50' },
  ]);
  const [staff, services] = lines as [Row, Row];
  const charge = (line: Row, participation: Row, amount: string, incurredOn: string) =>
    anExpense(app, project, { line, participation, amount, incurredOn });
  await charge(staff, project.partner, '1000.10', '2019-04-15');
  await charge(staff, project.partner, '200.00', '2019-02-15');
  await charge(services, project.lead, '0.07', '2019-06-30');
}

export const path = ({ project }: Quarter, report?: Row): string =>
  `/projects/${project.id}/reports${report ? `/${report.id}` : ''}`;

/** A draft for a quarter with its synthesis written. */
export async function aDraft(app: TestApp, quarter: Quarter, period = Q2): Promise<Body> {
  const as = app.as(quarter.project.coordinator);
  const draft = await as.post(path(quarter), period);
  const texts = {
    synthesis: 'Sportelli aperti a Torino: più di 100 ă ș ë ç ñ €.',
    strengths: 'La rete',
  };
  return (await as.patch(path(quarter, draft.body), texts, ifMatch(draft.body.version))).body;
}

export const send = (app: TestApp, quarter: Quarter, report: Body): Promise<Answer> =>
  app
    .as(quarter.project.manager)
    .post(`${path(quarter, report)}/send`, undefined, ifMatch(report.version));

export async function aSentReport(app: TestApp, quarter: Quarter, period = Q2): Promise<Body> {
  const sent = await send(app, quarter, await aDraft(app, quarter, period));
  if (sent.status !== 200) throw new Error(sent.text);
  return sent.body;
}

/** Every figure by its key, as text. */
export async function figuresOf(
  app: TestApp,
  quarter: Quarter,
  report: Row,
): Promise<Record<string, string>> {
  const answer = await app.as(quarter.project.auditor).get(`${path(quarter, report)}/figures`);
  return Object.fromEntries(
    answer.body.figures.map((f: { key: string; value: string }) => [f.key, f.value]),
  );
}

/** All the rows of a figure, page by page. */
export async function rowsOf(
  app: TestApp,
  quarter: Quarter,
  report: Row,
  key: string,
  limit = 200,
): Promise<Body[]> {
  const rows: Body[] = [];
  for (let after = ''; ;) {
    const answer = await app
      .as(quarter.project.auditor)
      .get(`${path(quarter, report)}/figures/${key}/rows?limit=${limit}${after}`);
    rows.push(...answer.body.items);
    if (!answer.body.next) return rows;
    after = `&after=${answer.body.next}`;
  }
}

/** Hundredths, so that sums in a test are exact too. */
export const hundredths = (amounts: string[]): number =>
  amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0);
