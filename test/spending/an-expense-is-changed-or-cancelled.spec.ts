import {
  aFundedProject,
  anExpense,
  anInvoice,
  type Budget,
  type Funded,
  holdByAReport,
} from '../factories/budget.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';
import { aSmallBudget, spending } from './an-invoice.js';

let app: TestApp;
let project: Funded;
let budget: Budget;
let path: string;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  project = await aFundedProject(app);
  path = `/projects/${project.id}`;
  budget = await aSmallBudget(app, project);
});

const { share, line } = spending(() => ({ app, project, budget }));

describe('an expense', () => {
  it('is changed and moved to another line, with its history', async () => {
    const { expense } = await anExpense(app, project, {
      line: budget.lines[0]!,
      participation: project.partner,
      amount: '100.00',
    });
    const change = { amount: '120.50', budgetLineId: budget.lines[1]?.id, description: 'Stampa' };
    const changed = await app
      .as(project.administrator)
      .patch(`${path}/expenses/${expense.id}`, change, ifMatch(1));
    expect(changed).toMatchObject({
      status: 200,
      body: { ...change, participationId: project.lead.id, version: 2 },
    });
    expect(await line()).toMatchObject({ spent: '0.00' });
    const history = await app.as(project.auditor).get(`${path}/expenses/${expense.id}/history`);
    expect(history.body.items.map((entry: { action: string }) => entry.action)).toEqual(
      expect.arrayContaining(['insert', 'update']),
    );
    expect(
      history.body.items.at(-1).changes.map((change: { field: string }) => change.field),
    ).toEqual(expect.arrayContaining(['amount', 'budgetLineId', 'description']));
  });

  it('is cancelled with a reason, and no longer counts', async () => {
    const { expense } = await anExpense(app, project, {
      line: budget.lines[0]!,
      participation: project.partner,
      amount: '100.00',
    });
    const cancelled = await app
      .as(project.administrator)
      .post(`${path}/expenses/${expense.id}/cancel`, { reason: 'Fuori progetto' }, ifMatch(1));
    expect(cancelled).toMatchObject({
      status: 200,
      body: { state: 'cancelled', cancelReason: 'Fuori progetto' },
    });
    expect(await line()).toMatchObject({ spent: '0.00', expenses: 0 });
    const edit = await app
      .as(project.administrator)
      .patch(`${path}/expenses/${expense.id}`, { amount: '1.00' }, ifMatch(2));
    expect(edit).toMatchObject({ status: 409, body: { code: 'expense.cancelled' } });
    const listed = await app.as(project.auditor).get(`${path}/expenses?state=cancelled`);
    expect(listed.body.items).toHaveLength(1);
    const totals = await app.as(project.auditor).get(`${path}/expenses/totals?state=cancelled`);
    expect(totals.body).toMatchObject({
      amount: '100.00',
      claimable: '0.00',
      notClaimable: '0.00',
    });
    const claimable = `${path}/expenses?state=cancelled&claimable=true`;
    expect((await app.as(project.auditor).get(claimable)).body.items).toEqual([]);
  });

  it('that a sent report holds changes only by a correction that names it', async () => {
    const { expense } = await anExpense(app, project, {
      line: budget.lines[0]!,
      participation: project.partner,
      amount: '100.00',
    });
    await holdByAReport(app, project, expense);
    const as = app.as(project.administrator);
    expect(
      await as.patch(`${path}/expenses/${expense.id}`, { amount: '1.00' }, ifMatch(1)),
    ).toMatchObject({ status: 409, body: { code: 'expense.locked' } });
    expect(
      await as.post(`${path}/expenses/${expense.id}/cancel`, { reason: 'x' }, ifMatch(1)),
    ).toMatchObject({ status: 409, body: { code: 'expense.locked' } });
    await expect(
      app.db.query('UPDATE expense SET amount = 1 WHERE id = $1', [expense.id]),
    ).rejects.toThrow('held by a sent report');

    const corrected = await as.post(
      `${path}/expenses/${expense.id}/corrections`,
      { amount: '90.00', reason: 'Sconto' },
      ifMatch(1),
    );
    expect(corrected).toMatchObject({
      status: 201,
      body: { amount: '90.00', correctsId: expense.id, locked: false, blocks: [] },
    });
    expect(await line()).toMatchObject({ spent: '90.00', expenses: 1 });
    expect(
      await as.post(
        `${path}/expenses/${corrected.body.id}/corrections`,
        { reason: 'x' },
        ifMatch(corrected.body.version),
      ),
    ).toMatchObject({
      status: 409,
      body: { code: 'expense.not_locked' },
    });
  });
});

describe('whoever may only look', () => {
  it.each(['coordinator', 'manager', 'auditor'] as const)(
    'as a %s, records, changes and cancels nothing',
    async (role) => {
      const { expense, document } = await anExpense(app, project, {
        line: budget.lines[0]!,
        participation: project.partner,
        amount: '1.00',
      });
      const as = app.as(project[role]);
      expect((await as.get(`${path}/expenses/${expense.id}`)).status).toBe(200);
      expect((await as.post(`${path}/cost-documents`, anInvoice(project.partner))).status).toBe(
        403,
      );
      expect(
        (await as.post(`${path}/expenses`, { costDocumentId: document.id, ...share('1.00') }))
          .status,
      ).toBe(403);
      expect(
        (await as.patch(`${path}/expenses/${expense.id}`, { amount: '2.00' }, ifMatch(1))).status,
      ).toBe(403);
      expect(
        (await as.post(`${path}/expenses/${expense.id}/cancel`, { reason: 'x' }, ifMatch(1)))
          .status,
      ).toBe(403);
      expect(
        (await as.post(`${path}/expenses/${expense.id}/corrections`, { reason: 'x' }, ifMatch(1)))
          .status,
      ).toBe(403);
    },
  );
});
