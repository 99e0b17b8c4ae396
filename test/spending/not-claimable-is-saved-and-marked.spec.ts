import { ReassessHandler } from '../../src/spending/reassess.handler.js';
import { PDF, upload } from '../documents/upload.js';
import {
  aFundedProject,
  anApprovedBudget,
  anExpense,
  anInvoice,
  type Budget,
  type Funded,
  holdByAReport,
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
  project = await aFundedProject(app, { cup: 'J87G22000360002' });
  path = `/projects/${project.id}`;
  budget = await anApprovedBudget(app, project, [
    { participation: project.partner, category: project.services, planned: '1000.00' },
    { participation: project.otherPartner, category: project.services, planned: '0.00' },
  ]);
});

const as = () => app.as(project.administrator);
const blocks = async (id: string) => (await as().get(`${path}/expenses/${id}`)).body.blocks;

async function charged(values: {
  document?: Record<string, unknown>;
  share?: Record<string, unknown>;
  line?: number;
}) {
  const participation = values.line ? project.otherPartner : project.partner;
  const share = {
    budgetLineId: budget.lines[values.line ?? 0]?.id,
    amount: '100.00',
    paidOn: '2019-04-10',
    ...values.share,
  };
  const document = await as().post(
    `${path}/cost-documents`,
    anInvoice(participation, { ...values.document, expenses: [share] }),
  );
  expect(document.status).toBe(201);
  const { items } = (await as().get(`${path}/expenses?costDocumentId=${document.body.id}`)).body;
  return { document: document.body, expense: items[0] };
}

describe('an expense that cannot be claimed is saved and says why', () => {
  it.each([
    ['the project had not begun', { share: { incurredOn: '2017-12-31' } }, ['window.outside']],
    ['its document bears no CUP', { document: { cup: null } }, ['cup.missing']],
    [
      'its document bears the CUP of another project',
      { document: { cup: 'C11G06000000001' } },
      ['cup.other'],
    ],
    [
      'it is more than the line was planned for',
      { share: { amount: '1000.01' } },
      ['line.over_residual'],
    ],
    ['it is not paid yet', { share: { paidOn: null } }, ['payment.missing']],
    ['the partner has no budget', { line: 1 }, ['line.over_residual', 'partner.no_budget']],
    ['nothing is wrong', {}, []],
  ])('because %s', async (_, values, why) => {
    expect((await charged(values)).expense.blocks).toEqual(why);
  });

  it('and counts as spent, but apart', async () => {
    await charged({ share: { paidOn: null } });
    await charged({});
    const { lines, total } = (await as().get(`${path}/budget`)).body;
    const charge = lines.find((line: { id: string }) => line.id === budget.lines[0]?.id);
    expect(charge).toMatchObject({ spent: '200.00', notClaimable: '100.00', residual: '800.00' });
    expect(total).toMatchObject({ spent: '200.00', notClaimable: '100.00' });
    const blocked = await as().get(`${path}/expenses?claimable=false`);
    expect(blocked.body.items).toHaveLength(1);
    const unpaid = await as().get(`${path}/expenses/totals?block=payment.missing`);
    expect(unpaid.body).toEqual({
      expenses: 1,
      amount: '100.00',
      claimable: '0.00',
      notClaimable: '100.00',
    });
  });
});

describe('the mark goes when its reason goes', () => {
  it('once the expense is paid', async () => {
    const { expense } = await charged({ share: { paidOn: null } });
    const paid = await as().patch(
      `${path}/expenses/${expense.id}`,
      { paidOn: '2019-05-01' },
      ifMatch(1),
    );
    expect(paid.body.blocks).toEqual([]);
  });

  it('once the document bears the CUP', async () => {
    const { document, expense } = await charged({ document: { cup: null } });
    await as().patch(
      `${path}/cost-documents/${document.id}`,
      { cup: 'J87G22000360002' },
      ifMatch(1),
    );
    expect(await blocks(expense.id)).toEqual([]);
  });

  it('once a declaration that ties the document to the CUP is attached to it, and by nothing else', async () => {
    const { document, expense } = await charged({ document: { cup: null } });
    const file = { name: 'dichiarazione.pdf', content: PDF };
    const attach = (kind: string) => {
      const fields = { kind, subjectTable: 'cost_document', subjectId: document.id };
      return upload(app, project.administrator, project.id, file, { fields });
    };
    const before = (await noted()).length;
    expect((await attach('cost_document')).status).toBe(201);
    expect(await noted()).toHaveLength(before);
    await reassess();
    expect(await blocks(expense.id)).toEqual(['cup.missing']);
    const declared = await attach('cup_declaration');
    expect(declared.status).toBe(201);
    expect(await noted()).toHaveLength(before + 1);
    await reassess();
    expect(await blocks(expense.id)).toEqual([]);
    // Also for what is charged on the document from now on.
    const more = { costDocumentId: document.id, budgetLineId: budget.lines[0]?.id, amount: '1.00' };
    const later = await as().post(`${path}/expenses`, { ...more, paidOn: '2019-04-10' });
    expect(later.body.blocks).toEqual([]);
    const away = `${path}/documents/${declared.body.id}/remove`;
    expect((await as().post(away, { reason: 'Sbagliata' }, ifMatch(1))).status).toBe(200);
    expect((await noted()).length).toBeGreaterThan(before + 1);
    await reassess();
    expect(await blocks(expense.id)).toEqual(['cup.missing']);
  });

  it('once an earlier expense gives way: who came first is within the line', async () => {
    const line = budget.lines[0]!;
    const first = await anExpense(app, project, {
      line,
      participation: project.partner,
      amount: '600.00',
    });
    const second = await anExpense(app, project, {
      line,
      participation: project.partner,
      amount: '600.00',
    });
    expect(await blocks(first.expense.id)).toEqual([]);
    expect(await blocks(second.expense.id)).toEqual(['line.over_residual']);
    await as().patch(`${path}/expenses/${first.expense.id}`, { amount: '400.00' }, ifMatch(1));
    expect(await blocks(second.expense.id)).toEqual([]);
  });

  it('once the project’s dates, its CUP or its budget change', async () => {
    const { expense } = await charged({
      share: { incurredOn: '2017-12-31' },
      document: { cup: 'C11G06000000001' },
    });
    expect(await blocks(expense.id)).toEqual(['window.outside', 'cup.other']);
    await app.db.query(`UPDATE project SET starts = '2017', cup = NULL WHERE id = $1`, [
      project.id,
    ]);
    await reassess();
    expect(await blocks(expense.id)).toEqual([]);
  });

  it('but not for what a sent report already holds', async () => {
    const { document, expense } = await charged({ document: { cup: null } });
    await holdByAReport(app, project, expense);
    await app.db.query(`UPDATE cost_document SET cup = 'J87G22000360002' WHERE id = $1`, [
      document.id,
    ]);
    await app.db.query(`UPDATE project SET ends = '2023' WHERE id = $1`, [project.id]);
    await reassess();
    expect(await blocks(expense.id)).toEqual(['cup.missing']);
  });
});

/** What the job does with the work that the database noted down. */
async function reassess(): Promise<void> {
  const [last] = await noted();
  await app.db.transaction((db) => app.nest.get(ReassessHandler).settle(db, last!.payload));
}

const noted = (): Promise<{ payload: { projectId: string } }[]> =>
  app.db.query(
    `SELECT payload FROM outbox WHERE topic = 'spending.reassess' AND payload ->> 'projectId' = $1 ORDER BY id DESC`,
    [project.id],
  );
