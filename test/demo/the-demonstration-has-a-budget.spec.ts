import { demoDocuments } from '../../src/demo/demo-expenses.js';
import { startDemonstration, type DemonstrationApp } from '../support/demonstration.js';

let app: DemonstrationApp;
let path: string;
let user: { id: string };

beforeAll(async () => {
  app = await startDemonstration();
  user = app.user('coordinator');
  const [row] = (await app.db.query(
    `SELECT id FROM project WHERE slug = 'interazioni-in-piemonte-2'`,
  )) as [{ id: string }];
  path = `/projects/${row.id}`;
});
afterAll(() => app.close());

const get = async (address: string) => (await app.as(user).get(`${path}${address}`)).body;
const count = async (table: string, where = 'true') => {
  const [row] = (await app.db.query(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`)) as [
    { n: number },
  ];
  return row.n;
};

describe('the demonstration has a budget of its own', () => {
  it('with three hundred expenses, all marked as demonstration', async () => {
    expect(await count('expense')).toBe(300);
    expect(await count('expense', 'demonstration')).toBe(300);
    expect(await count('cost_document', 'NOT demonstration')).toBe(0);
    expect(await count('budget_version', 'NOT demonstration')).toBe(0);
    expect((await get('/expenses/totals')).expenses).toBe(300);
  });

  it('paid half by Europe and half by the State, with figures that add up', async () => {
    const { budgetVersion, sources, lines, total } = await get('/budget');
    expect(budgetVersion).toMatchObject({ state: 'approved', demonstration: true });
    expect(sources.map(({ rate }: { rate: string }) => Number(rate))).toEqual([0.5, 0.5]);
    expect(total.spent).toBe((await get('/expenses/totals')).amount);
    expect(lines.some((line: { residual: string }) => line.residual.startsWith('-'))).toBe(true);
  });

  it('with a few of every trouble, and most in order', async () => {
    for (const block of [
      'window.outside',
      'cup.missing',
      'line.over_residual',
      'payment.missing',
    ]) {
      expect((await get(`/expenses/totals?block=${block}`)).expenses).toBeGreaterThan(0);
    }
    const { expenses } = await get('/expenses/totals?claimable=false');
    expect(expenses).toBeLessThan(60);
  });

  it('in no other project, and the same at each load', async () => {
    expect(await count('budget_version')).toBe(1);
    expect(demoDocuments()).toEqual(demoDocuments());
  });
});
