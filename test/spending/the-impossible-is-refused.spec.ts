import {
  aFundedProject,
  anApprovedBudget,
  anInvoice,
  type Budget,
  type Funded,
} from '../factories/budget.js';
import { startApp, type TestApp } from '../support/app.js';
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
