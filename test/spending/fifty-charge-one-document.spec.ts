import { aFundedProject, anApprovedBudget, anInvoice, type Funded } from '../factories/budget.js';
import { aMember, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const lineOf = async (project: Funded) => {
  const { lines } = await anApprovedBudget(app, project, [
    { participation: project.partner, category: project.services, planned: '500.00' },
  ]);
  return lines[0]!;
};

describe('fifty at once', () => {
  it('charge one document over two projects: never a cent beyond it, and each sees which of them were over the line', async () => {
    const [here, there] = [await aFundedProject(app), await aFundedProject(app)];
    const [line, otherLine] = [await lineOf(here), await lineOf(there)];
    const both = await aMember(app, here, 'administrator');
    await put(app, 'member', { user_id: both.id, project_id: there.id, role: 'administrator' });
    const { body: document } = await app
      .as(both)
      .post(
        `/projects/${here.id}/cost-documents`,
        anInvoice(here.partner, { total: '1000.00', vat: '0.00' }),
      );

    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => {
        const [project, budgetLine] = index % 2 ? [there, otherLine] : [here, line];
        return app.as(both).post(`/projects/${project.id}/expenses`, {
          costDocumentId: document.id,
          budgetLineId: budgetLine.id,
          amount: '30.00',
          paidOn: '2019-04-10',
        });
      }),
    );
    const codes = answers.map((answer) => answer.body.code ?? answer.status);
    expect(codes.filter((code) => code === 201)).toHaveLength(33);
    expect(codes.filter((code) => code === 'expense.beyond_document')).toHaveLength(17);

    const after = await app.as(both).get(`/projects/${here.id}/cost-documents/${document.id}`);
    expect(after.body).toMatchObject({ charged: '990.00', remaining: '10.00' });
    for (const [project, theirs] of [
      [here, line],
      [there, otherLine],
    ] as const) {
      const totals = await app
        .as(both)
        .get(`/projects/${project.id}/expenses/totals?budgetLineId=${theirs.id}`);
      expect(Number(totals.body.claimable)).toBeLessThanOrEqual(500);
      const over = Number(totals.body.amount) - Number(totals.body.claimable);
      expect(over).toBe(Math.max(0, (totals.body.expenses - 16) * 30));
    }
  });

  it('record one document: it is there once', async () => {
    const project = await aFundedProject(app);
    const typed = anInvoice(project.partner);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        app.as(project.administrator).post(`/projects/${project.id}/cost-documents`, typed),
      ),
    );
    const codes = answers.map((answer) => answer.body.code ?? answer.status);
    expect(codes.filter((code) => code === 201)).toHaveLength(1);
    expect(codes.filter((code) => code === 'cost_document.duplicate')).toHaveLength(49);
  });

  it('repeat one request with one key: it is charged once', async () => {
    const project = await aFundedProject(app);
    const line = await lineOf(project);
    const { body: document } = await app
      .as(project.administrator)
      .post(`/projects/${project.id}/cost-documents`, anInvoice(project.partner));
    const expense = { costDocumentId: document.id, budgetLineId: line.id, amount: '10.00' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        app.as(project.administrator).post(`/projects/${project.id}/expenses`, expense, {
          'idempotency-key': `once-${project.id}`,
        }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const totals = await app
      .as(project.administrator)
      .get(`/projects/${project.id}/expenses/totals`);
    expect(totals.body).toMatchObject({ expenses: 1, amount: '10.00' });
  });
});
