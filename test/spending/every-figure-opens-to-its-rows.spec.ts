import {
  aFundedProject,
  anApprovedBudget,
  anExpense,
  type Budget,
  type Funded,
} from '../factories/budget.js';
import { startApp, type TestApp } from '../support/app.js';

interface Figures {
  id: string;
  planned: string;
  spent: string;
  residual: string;
  notClaimable: string;
}

let app: TestApp;
let project: Funded;
let budget: Budget;
let path: string;

beforeAll(async () => {
  app = await startApp();
  project = await aFundedProject(app);
  path = `/projects/${project.id}`;
  budget = await anApprovedBudget(app, project, [
    {
      participation: project.partner,
      category: project.services,
      planned: '1000.01',
      workItem: project.workItem,
    },
    { participation: project.partner, category: project.staff, planned: '333.33' },
    { participation: project.otherPartner, category: project.services, planned: '500.00' },
    { participation: project.lead, category: project.staff, planned: '0.01' },
  ]);
  const [first, second, third, fourth] = budget.lines;
  const charges = [
    { line: first, participation: project.partner, amount: '100.01' },
    { line: first, participation: project.partner, amount: '33.33', paidOn: null },
    { line: second, participation: project.partner, amount: '333.34' },
    { line: third, participation: project.otherPartner, amount: '0.01' },
    { line: third, participation: project.otherPartner, amount: '77.77' },
    { line: fourth, participation: project.lead, amount: '0.01' },
  ];
  for (const { line, ...charge } of charges)
    await anExpense(app, project, { line: line!, ...charge });
});
afterAll(() => app.close());

const matrix = async (who = project.coordinator) => (await app.as(who).get(`${path}/budget`)).body;
const cents = (amount: string) => BigInt(amount.replace('.', ''));
const sum = (amounts: string[]) => amounts.reduce((total, amount) => total + cents(amount), 0n);

/** All rows of a filter, page by page, and what the server says that they sum to. */
async function rowsOf(filter: string, who = project.coordinator) {
  const rows: { amount: string; share: string | null; blocks: string[] }[] = [];
  for (let after = ''; ;) {
    const page = (await app.as(who).get(`${path}/expenses?${filter}&limit=2${after}`)).body;
    rows.push(...page.items);
    if (page.next === null) break;
    after = `&after=${page.next}`;
  }
  const totals = (await app.as(who).get(`${path}/expenses/totals?${filter}`)).body;
  return { rows, totals };
}

async function expectToOpen(
  figures: Figures[],
  filterOf: (id: string) => string,
  who = project.coordinator,
) {
  expect(figures.length).toBeGreaterThan(0);
  for (const figure of figures) {
    const { rows, totals } = await rowsOf(filterOf(figure.id), who);
    const amounts = (some: typeof rows) => sum(some.map((row) => row.share ?? row.amount));
    expect(amounts(rows)).toBe(cents(figure.spent));
    expect(amounts(rows.filter((row) => row.blocks.length > 0))).toBe(cents(figure.notClaimable));
    expect(totals).toMatchObject({
      expenses: rows.length,
      amount: figure.spent,
      notClaimable: figure.notClaimable,
    });
    expect(cents(figure.residual)).toBe(cents(figure.planned) - cents(figure.spent));
  }
}

describe('every figure of the budget opens to rows that sum to it, to the cent', () => {
  it('by line', async () => expectToOpen((await matrix()).lines, (id) => `budgetLineId=${id}`));
  it('by category', async () =>
    expectToOpen((await matrix()).byCategory, (id) => `categoryId=${id}`));
  it('by partner', async () =>
    expectToOpen((await matrix()).byParticipation, (id) => `participationId=${id}`));
  it('by source', async () =>
    expectToOpen((await matrix()).bySource, (id) => `fundingSourceId=${id}`));
  it('as a whole', async () =>
    expectToOpen([{ id: '', ...(await matrix()).total }], () => 'state=recorded'));

  it('and what a source was to pay opens to the lines', async () => {
    const { lines, bySource } = await matrix();
    for (const source of bySource as Figures[]) {
      const parts = lines.flatMap(
        (line: { sources: { fundingSourceId: string; amount: string }[] }) =>
          line.sources
            .filter(({ fundingSourceId }) => fundingSourceId === source.id)
            .map(({ amount }) => amount),
      );
      expect(sum(parts)).toBe(cents(source.planned));
    }
  });

  it('and the totals of every kind are the same', async () => {
    const { lines, byCategory, byParticipation, bySource, byMonth, total } = await matrix();
    for (const name of ['planned', 'spent', 'residual', 'notClaimable'] as const) {
      for (const rows of [lines, byCategory, byParticipation, bySource]) {
        expect(sum(rows.map((row: Figures) => row[name]))).toBe(cents(total[name]));
      }
    }
    expect(sum(byMonth.map((month: { spent: string }) => month.spent))).toBe(cents(total.spent));
    expect(total).toMatchObject({ planned: '1833.35', spent: '544.47' });
  });

  it('for a partner’s operator too, of its own part', async () => {
    const own = await matrix(project.operator);
    expect(
      own.lines.map((line: Figures & { participationId: string }) => line.participationId),
    ).toEqual([project.partner.id, project.partner.id]);
    await expectToOpen(own.lines, (id) => `budgetLineId=${id}`, project.operator);
    await expectToOpen(own.byCategory, (id) => `categoryId=${id}`, project.operator);
    await expectToOpen(own.bySource, (id) => `fundingSourceId=${id}`, project.operator);
    await expectToOpen([{ id: '', ...own.total }], () => 'state=recorded', project.operator);
  });

  it('also after a new version of the budget, whose lines keep what was spent', async () => {
    const draft = (await app.as(project.administrator).post(`${path}/budget-versions`, {})).body;
    const approval = { approvedOn: '2019-06-01' };
    await app
      .as(project.manager)
      .post(`${path}/budget-versions/${draft.id}/approve`, approval, { 'if-match': '"1"' });
    const now = await matrix();
    expect(now.budgetVersion).toMatchObject({ id: draft.id, number: 2 });
    expect(now.total).toMatchObject({ spent: '544.47' });
    await expectToOpen(now.lines, (id) => `budgetLineId=${id}`);
  });

  it('and a project without a budget has none', async () => {
    const empty = await aFundedProject(app);
    const answer = await app.as(empty.coordinator).get(`/projects/${empty.id}/budget`);
    expect(answer).toMatchObject({
      status: 200,
      body: { budgetVersion: null, lines: [], total: { planned: '0.00', spent: '0.00' } },
    });
  });
});
