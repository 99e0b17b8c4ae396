import {
  aFundedProject,
  anApprovedBudget,
  anExpense,
  anInvoice,
  type Budget,
  type Funded,
} from '../factories/budget.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';

let app: TestApp;
let project: Funded;
let budget: Budget;
let path: string;
let foreign: { document: { id: string }; expense: { id: string } };

const NOWHERE = '01890a5d-ac96-774b-bcce-b302099a8057';

beforeAll(async () => {
  app = await startApp();
  project = await aFundedProject(app);
  path = `/projects/${project.id}`;
  budget = await anApprovedBudget(app, project, [
    { participation: project.partner, category: project.services, planned: '1000.00' },
    { participation: project.otherPartner, category: project.services, planned: '1000.00' },
  ]);
  foreign = await anExpense(app, project, {
    line: budget.lines[1]!,
    participation: project.otherPartner,
    amount: '50.00',
  });
});
afterAll(() => app.close());

const own = () => app.as(project.operator);
const invoice = (values: Record<string, unknown> = {}) => {
  const { participationId: _receiver, ...typed } = anInvoice(project.partner, values);
  return typed;
};

describe('a partner’s operator', () => {
  it('records an invoice of its own and charges it on its line', async () => {
    const expenses = [{ budgetLineId: budget.lines[0]?.id, amount: '100.00' }];
    const recorded = await own().post(`${path}/cost-documents`, invoice({ expenses }));
    expect(recorded).toMatchObject({
      status: 201,
      body: { participationId: project.partner.id, charged: '100.00' },
    });
    const rows = await own().get(`${path}/expenses`);
    expect(rows.body.items).toMatchObject([{ amount: '100.00', blocks: ['payment.missing'] }]);
    const [expense] = rows.body.items;
    expect(
      (await own().patch(`${path}/expenses/${expense.id}`, { paidOn: '2019-05-02' }, ifMatch(1)))
        .status,
    ).toBe(200);
    expect((await own().get(`${path}/expenses/${expense.id}/history`)).status).toBe(200);
  });

  it('charges nothing on the line of another partner, with the words for an unknown line', async () => {
    const { body: document } = await own().post(`${path}/cost-documents`, invoice());
    const charge = (budgetLineId?: string) =>
      own().post(`${path}/expenses`, { costDocumentId: document.id, budgetLineId, amount: '1.00' });
    const [theirs, unknown] = [await charge(budget.lines[1]?.id), await charge(NOWHERE)];
    expect(theirs).toMatchObject({ status: 422, body: { code: 'expense.line_unknown' } });
    expect(theirs.body.detail).toBe(unknown.body.detail);
  });

  it('records nothing for another partner', async () => {
    const refused = await own().post(`${path}/cost-documents`, {
      ...invoice(),
      participationId: project.otherPartner.id,
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'cost_document.receiver' } });
  });

  it('does not see what is another partner’s: lists, totals, filters, choices, versions', async () => {
    const documents = (await own().get(`${path}/cost-documents?limit=200`)).body.items;
    expect(
      documents.map((document: { participationId: string }) => document.participationId),
    ).not.toContain(project.otherPartner.id);
    const rows = await own().get(`${path}/expenses?participationId=${project.otherPartner.id}`);
    expect(rows.body.items).toEqual([]);
    for (const filter of [
      `participationId=${project.otherPartner.id}`,
      `budgetLineId=${budget.lines[1]?.id}`,
      `costDocumentId=${foreign.document.id}`,
    ]) {
      expect((await own().get(`${path}/expenses/totals?${filter}`)).body).toMatchObject({
        expenses: 0,
        amount: '0.00',
      });
    }
    const choices = (await own().get(`${path}/budget-choices`)).body.participations;
    expect(choices.map((choice: { id: string }) => choice.id)).toEqual([project.partner.id]);
    const [version] = (await own().get(`${path}/budget-versions`)).body.items;
    expect(version).toMatchObject({ total: '1000.00', lines: 1 });
  });

  it('gets the same answer for what is another’s, of another project, or nowhere', async () => {
    const elsewhere = await aFundedProject(app);
    const there = await anApprovedBudget(app, elsewhere, [
      { participation: elsewhere.partner, category: elsewhere.services, planned: '10.00' },
    ]);
    const stranger = await anExpense(app, elsewhere, {
      line: there.lines[0]!,
      participation: elsewhere.partner,
      amount: '1.00',
    });
    const paths = (expense: string, document: string) => [
      () => own().get(`${path}/expenses/${expense}`),
      () => own().get(`${path}/expenses/${expense}/history`),
      () => own().patch(`${path}/expenses/${expense}`, { amount: '1.00' }, ifMatch(1)),
      () => own().post(`${path}/expenses/${expense}/cancel`, { reason: 'x' }, ifMatch(1)),
      () => own().post(`${path}/expenses/${expense}/corrections`, { reason: 'x' }, ifMatch(1)),
      () => own().get(`${path}/cost-documents/${document}`),
      () => own().get(`${path}/cost-documents/${document}/history`),
      () => own().patch(`${path}/cost-documents/${document}`, { note: 'x' }, ifMatch(1)),
      () => own().post(`${path}/cost-documents/${document}/cancel`, { reason: 'x' }, ifMatch(1)),
      () =>
        own().post(`${path}/expenses`, {
          costDocumentId: document,
          budgetLineId: budget.lines[0]?.id,
          amount: '1.00',
        }),
    ];
    const unknown = paths(NOWHERE, NOWHERE);
    for (const ids of [
      [foreign.expense.id, foreign.document.id],
      [stranger.expense.id, stranger.document.id],
    ] as const) {
      for (const [index, ask] of paths(...ids).entries()) {
        const [answer, same] = [await ask(), await unknown[index]!()];
        expect(answer.status).toBe(404);
        expect({ ...answer.body, requestId: '' }).toEqual({ ...same.body, requestId: '' });
      }
    }
  });

  it('sees a document of the lead that is charged on its own line, and cannot change it', async () => {
    const expenses = [{ budgetLineId: budget.lines[0]?.id, amount: '5.00' }];
    const { body: document } = await app
      .as(project.administrator)
      .post(`${path}/cost-documents`, anInvoice(project.lead, { expenses }));
    expect((await own().get(`${path}/cost-documents/${document.id}`)).body).toMatchObject({
      remaining: '1215.00',
    });
    expect(
      (await own().patch(`${path}/cost-documents/${document.id}`, { note: 'x' }, ifMatch(1)))
        .status,
    ).toBe(404);
    expect(
      (await app.as(project.otherOperator).get(`${path}/cost-documents/${document.id}`)).status,
    ).toBe(404);
  });
});
