import { aFundedProject, anInvoice, type Budget, type Funded } from '../factories/budget.js';
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

const { record, share, charge, line } = spending(() => ({ app, project, budget }));

describe('an administrator records an invoice', () => {
  it('and charges it on a line at once: what remains is seen in both', async () => {
    const recorded = await record({ expenses: [share('700.00')] });
    expect(recorded).toMatchObject({
      status: 201,
      body: { charged: '700.00', remaining: '520.00', credited: '0.00' },
    });
    expect(await line()).toMatchObject({
      planned: '1000.00',
      spent: '700.00',
      residual: '300.00',
      notClaimable: '0.00',
      expenses: 1,
    });
    const rows = await app
      .as(project.administrator)
      .get(`${path}/expenses?costDocumentId=${recorded.body.id}`);
    expect(rows.body.items).toMatchObject([
      { amount: '700.00', incurredOn: '2019-03-15', blocks: [], categoryCode: 'F' },
    ]);
  });

  it('and charges the rest later, over several lines', async () => {
    const { body: document } = await record();
    expect((await charge(document.id, '1000.00')).status).toBe(201);
    const rest = await charge(document.id, '220.00', { budgetLineId: budget.lines[1]?.id });
    expect(rest).toMatchObject({
      status: 201,
      body: { participationId: project.lead.id, categoryCode: 'A' },
    });
    const after = await app.as(project.administrator).get(`${path}/cost-documents/${document.id}`);
    expect(after.body).toMatchObject({ charged: '1220.00', remaining: '0.00' });
  });

  it('whose eligible part is less than its total', async () => {
    const { body: document } = await record({ eligibleTotal: '1000.00' });
    expect(await charge(document.id, '1000.01')).toMatchObject({
      status: 422,
      body: { code: 'expense.beyond_document' },
    });
    expect((await charge(document.id, '1000.00')).status).toBe(201);
  });

  it('reduced by its credit note', async () => {
    const { body: document } = await record();
    await charge(document.id, '800.00');
    const credit = { kind: 'credit_note', creditsId: document.id, total: '420.00', vat: '0.00' };
    const note = await record(credit);
    expect(note).toMatchObject({ status: 201, body: { remaining: '0.00' } });
    const after = await app.as(project.administrator).get(`${path}/cost-documents/${document.id}`);
    expect(after.body).toMatchObject({ credited: '420.00', charged: '800.00', remaining: '0.00' });
    expect(await charge(document.id, '0.01')).toMatchObject({
      status: 422,
      body: { code: 'expense.beyond_document' },
    });
    expect(await record({ ...credit, total: '0.01' })).toMatchObject({
      status: 422,
      body: { code: 'cost_document.below_charged' },
    });
    expect(await charge(note.body.id, '1.00')).toMatchObject({
      status: 422,
      body: { code: 'expense.credit_note' },
    });
  });

  it('corrects it, and cannot bring it below what is charged', async () => {
    const { body: document } = await record({ expenses: [share('700.00')] });
    const change = (body: object, version: number) =>
      app
        .as(project.administrator)
        .patch(`${path}/cost-documents/${document.id}`, body, ifMatch(version));
    expect(await change({ number: 'FT 0009 bis' }, 1)).toMatchObject({
      status: 200,
      body: { number: 'FT 0009 bis', version: 2 },
    });
    expect(await change({ number: 'X' }, 1)).toMatchObject({ status: 412 });
    expect(await change({ eligibleTotal: '699.99' }, 2)).toMatchObject({
      status: 422,
      body: { code: 'cost_document.below_charged' },
    });
    expect(await change({ eligibleTotal: '2000.00' }, 2)).toMatchObject({
      status: 422,
      body: { code: 'cost_document.eligible' },
    });
  });

  it('cancels it with a reason, once nothing is charged any more', async () => {
    const { body: document } = await record({ expenses: [share('700.00')] });
    const cancel = (version: number) =>
      app
        .as(project.administrator)
        .post(
          `${path}/cost-documents/${document.id}/cancel`,
          { reason: 'Doppia registrazione' },
          ifMatch(version),
        );
    expect(await cancel(1)).toMatchObject({ status: 409, body: { code: 'cost_document.charged' } });
    const [expense] = (
      await app.as(project.administrator).get(`${path}/expenses?costDocumentId=${document.id}`)
    ).body.items;
    await app
      .as(project.administrator)
      .post(`${path}/expenses/${expense.id}/cancel`, { reason: 'Errore' }, ifMatch(1));
    expect(await cancel(1)).toMatchObject({
      status: 200,
      body: { state: 'cancelled', cancelReason: 'Doppia registrazione' },
    });
    expect(await charge(document.id, '1.00')).toMatchObject({
      status: 422,
      body: { code: 'expense.document_cancelled' },
    });
    const again = await app
      .as(project.administrator)
      .post(`${path}/cost-documents`, { ...anInvoice(project.partner), number: document.number });
    expect(again.status).toBe(201);
  });
});
