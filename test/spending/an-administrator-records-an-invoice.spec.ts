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

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  project = await aFundedProject(app);
  path = `/projects/${project.id}`;
  budget = await anApprovedBudget(app, project, [
    {
      participation: project.partner,
      category: project.services,
      planned: '1000.00',
      workItem: project.workItem,
    },
    { participation: project.lead, category: project.staff, planned: '5000.00' },
  ]);
});

const record = (values: Record<string, unknown> = {}, who = project.administrator) =>
  app.as(who).post(`${path}/cost-documents`, anInvoice(project.partner, values));
const share = (amount: string, values: Record<string, unknown> = {}) => ({
  budgetLineId: budget.lines[0]?.id,
  amount,
  paidOn: '2019-04-10',
  ...values,
});
const charge = (costDocumentId: string, amount: string, values: Record<string, unknown> = {}) =>
  app
    .as(project.administrator)
    .post(`${path}/expenses`, { costDocumentId, ...share(amount, values) });
const line = async () =>
  (await app.as(project.coordinator).get(`${path}/budget`)).body.lines.find(
    (row: { id: string }) => row.id === budget.lines[0]?.id,
  );

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

describe('the impossible is refused', () => {
  it.each([
    ['in the same words', {}],
    ['written otherwise', { number: ' ft/0777 - 2019' }],
    ['with another day of the year', { issuedOn: '2019-11-20' }],
    ['without the tax number', { issuerTaxId: null, issuerName: 'TIPOGRAFIA ESÉMPIO' }],
  ])('the same document twice, %s', async (_, values) => {
    const first = { number: 'FT 777/2019', issuedOn: '2019-01-01' };
    const issuer = {
      issuerTaxId: `FR${project.id.replaceAll('-', '').slice(0, 12)}`.toUpperCase(),
      issuerName: 'Tipografia Esempio',
    };
    expect((await record({ ...issuer, ...first })).status).toBe(201);
    const twin = await record({ ...issuer, ...first, ...values });
    expect(twin).toMatchObject({ status: 409, body: { code: 'cost_document.duplicate' } });
  });

  it('but not the same number of the year after, nor of another issuer', async () => {
    const first = { number: 'FT 888', issuedOn: '2018-01-01', issuerTaxId: 'FR88800000001' };
    expect((await record(first)).status).toBe(201);
    expect((await record({ ...first, issuedOn: '2019-01-01' })).status).toBe(201);
    expect(
      (await record({ ...first, issuerTaxId: 'FR88800000002', issuerName: 'Altra' })).status,
    ).toBe(201);
  });

  it('in the same project or in another', async () => {
    const other = await aFundedProject(app);
    const typed = anInvoice(project.partner);
    expect((await app.as(project.administrator).post(`${path}/cost-documents`, typed)).status).toBe(
      201,
    );
    const twin = await app.as(other.administrator).post(`/projects/${other.id}/cost-documents`, {
      ...typed,
      participationId: other.partner.id,
    });
    expect(twin).toMatchObject({ status: 409, body: { code: 'cost_document.duplicate' } });
  });

  it('a line of another project, of a draft, or unknown: with the same words', async () => {
    const { body: document } = await record();
    const others = await aFundedProject(app);
    const foreign = await anApprovedBudget(app, others, [
      { participation: others.partner, category: others.services, planned: '10.00' },
    ]);
    const answers = [
      await charge(document.id, '1.00', { budgetLineId: foreign.lines[0]?.id }),
      await charge(document.id, '1.00', { budgetLineId: '01890a5d-ac96-774b-bcce-b302099a8057' }),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 422, body: { code: 'expense.line_unknown' } });
    expect(answers[0]?.body.detail).toBe(answers[1]?.body.detail);
    const draft = await app.as(project.administrator).post(`${path}/budget-versions`, {});
    const copies = (
      await app.as(project.administrator).get(`${path}/budget?budgetVersionId=${draft.body.id}`)
    ).body.lines;
    const early = await charge(document.id, '1.00', { budgetLineId: copies[0].id });
    expect(early).toMatchObject({ status: 422, body: { code: 'expense.line_not_in_force' } });
  });

  it.each([
    ['a tax number with the wrong check digit', { issuerTaxId: '00743110158' }, 'issuer.tax_id'],
    ['more VAT than total', { vat: '1220.01' }, 'cost_document.vat'],
    ['more eligible than total', { eligibleTotal: '1220.01' }, 'cost_document.eligible'],
    ['a day to come', { issuedOn: '2019-11-21' }, 'expense.day_to_come'],
    ['a credit note of nothing', { kind: 'credit_note' }, 'cost_document.credit'],
    ['a number without letters and digits', { number: '---' }, 'cost_document.number'],
    [
      'a receiver of another project',
      { participationId: '01890a5d-ac96-774b-bcce-b302099a8057' },
      'cost_document.receiver',
    ],
  ])('%s', async (_, values, code) => {
    expect(await record(values)).toMatchObject({ status: 422, body: { code } });
  });

  it('and leaves nothing behind: neither document nor share', async () => {
    const before = (await app.as(project.administrator).get(`${path}/cost-documents`)).body.items
      .length;
    expect((await record({ expenses: [share('1220.00'), share('0.01')] })).status).toBe(422);
    const after = (await app.as(project.administrator).get(`${path}/cost-documents`)).body.items
      .length;
    expect(after).toBe(before);
    expect(await line()).toMatchObject({ spent: '0.00', expenses: 0 });
  });
});

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
  });

  it('that a sent report holds changes only by a correction that names it', async () => {
    const { expense } = await anExpense(app, project, {
      line: budget.lines[0]!,
      participation: project.partner,
      amount: '100.00',
    });
    await app.db.query('UPDATE expense SET report_id = uuidv7() WHERE id = $1', [expense.id]);
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
