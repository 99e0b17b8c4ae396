import { anExpense } from '../factories/budget.js';
import { aPerson } from '../factories/index.js';
import type { TestApp } from '../support/app.js';
import { type Body, ifMatch } from '../support/client.js';
import { anActivity, type Quarter } from './a-quarter.js';

export const QUARTERS = {
  1: { from: '2019-01-01', to: '2019-03-31' },
  2: { from: '2019-04-01', to: '2019-06-30' },
  3: { from: '2019-07-01', to: '2019-09-30' },
  4: { from: '2019-10-01', to: '2019-12-31' },
} as const;
export type Q = keyof typeof QUARTERS;

/** Enters work, a translation and a cost of the quarter. */
export async function late(app: TestApp, quarter: Quarter, q: Q): Promise<void> {
  const day = QUARTERS[q].from.replace(/01$/, '20');
  await anActivity(app, quarter, { day, minutes: 37 });
  await anActivity(app, quarter, { day, kind: 'written_translation', quantity: '3.25' });
  const { partner } = quarter.project;
  const [line] = (await app.db.query(
    'SELECT id FROM budget_line WHERE project_id = $1 AND planned = 10000',
    [quarter.project.id],
  )) as [Body];
  const charge = { line, participation: partner, amount: '12.34', incurredOn: day };
  await anExpense(app, quarter.project, charge);
}

/** The newest row of a table in the quarter. */
async function newest(app: TestApp, { project }: Quarter, q: Q, from: string): Promise<Body> {
  const [row] = (await app.db.query(`SELECT * FROM ${from} ORDER BY id DESC LIMIT 1`, [
    project.id,
    QUARTERS[q].from,
    QUARTERS[q].to,
  ])) as [Body];
  return row;
}

/** Rectifies, or changes while no sheet holds it, the newest work, translation and expense of the quarter. */
export async function mend(app: TestApp, quarter: Quarter, q: Q): Promise<void> {
  await mendWork(app, quarter, q, { kind: 'seminar' });
  await mendWork(app, quarter, q, { kind: 'written_translation' });
  await mendCost(app, quarter, q);
}

/** Mends the newest activity of a kind; `day` moves it. */
export async function mendWork(
  app: TestApp,
  quarter: Quarter,
  q: Q,
  { kind, day }: { kind: string; day?: string },
): Promise<void> {
  const { project, part } = quarter;
  const old = await newest(
    app,
    quarter,
    q,
    `activity WHERE project_id = $1 AND day BETWEEN $2 AND $3 AND state = 'done' AND kind = '${kind}'`,
  );
  if (!old) return;
  const amount = kind === 'seminar' ? { minutes: old.minutes + 1 } : { quantity: 1.5 };
  const work = { kind, workItemId: part.id, staffIds: [(await aPerson(app)).id], ...amount };
  const body = { ...work, day: day ?? old.day };
  const as = app.as(project.coordinator);
  const at = `/projects/${project.id}/activities/${old.id}`;
  const held = { ...body, reason: 'Sbagliata' };
  const done = old.report_id
    ? await as.post(`${at}/rectifications`, held, ifMatch(old.version))
    : await as.patch(at, body, ifMatch(old.version));
  expect([200, 201]).toContain(done.status);
}

async function mendCost(app: TestApp, quarter: Quarter, q: Q): Promise<void> {
  const old = await newest(
    app,
    quarter,
    q,
    `expense WHERE project_id = $1 AND incurred_on BETWEEN $2 AND $3 AND state = 'recorded'`,
  );
  const as = app.as(quarter.project.administrator);
  const at = `/projects/${quarter.project.id}/expenses/${old.id}`;
  const amount = '7.77';
  const held = { amount, reason: 'Sbagliata' };
  const done = old.report_id
    ? await as.post(`${at}/corrections`, held, ifMatch(old.version))
    : await as.patch(at, { amount }, ifMatch(old.version));
  expect([200, 201]).toContain(done.status);
}
