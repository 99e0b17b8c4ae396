import {
  aFundedProject,
  anApprovedBudget,
  anExpense,
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
  project = await aFundedProject(app, { cup: 'J87G22000360002' });
  path = `/projects/${project.id}/expenses`;
  budget = await anApprovedBudget(app, project, [
    { participation: project.partner, category: project.services, planned: '5000.00' },
    { participation: project.otherPartner, category: project.staff, planned: '0.00' },
  ]);
  const [line, otherLine] = budget.lines as [{ id: string }, { id: string }];
  const charge = (values: Record<string, unknown>) =>
    anExpense(app, project, { line, participation: project.partner, amount: '10.00', ...values });
  await charge({ amount: '1234.50', description: '=1+1', incurredOn: '2019-03-15' });
  await charge({ amount: '0.07', description: 'Manifesti; "grandi"', incurredOn: '2019-03-16' });
  const { expense } = await charge({ incurredOn: '2019-03-17' });
  const reason = { reason: 'Doppia' };
  await app
    .as(project.administrator)
    .post(`${path}/${expense.id}/cancel`, reason, ifMatch(expense.version));
  await charge({
    line: otherLine,
    participation: project.otherPartner,
    paidOn: null,
    incurredOn: '2019-03-18',
  });
});
afterAll(() => app.close());

/** Each line of the file by the names of its head; no cell of these has a line break. */
async function exported(query = '', user = project.auditor): Promise<string[]> {
  const { status, text, headers } = await app.as(user).get(`${path}/export.csv${query}`);
  expect(status).toBe(200);
  expect(headers['content-disposition']).toBe('attachment; filename="spese.csv"');
  expect(text.startsWith('\ufeffGiorno;Importo;Quota della fonte;')).toBe(true);
  return text.trim().split('\n').slice(1);
}

describe('the expenses of a filter', () => {
  it('are exported for Italian Excel, newest first, with nothing that a spreadsheet would run', async () => {
    const lines = await exported();
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('18/03/2019;10,00;;;Fattura;Tipografia Esempio;');
    expect(lines[0]).toContain('no;oltre il residuo, non pagata, partner senza budget;no;no;');
    expect(lines[1]).toContain('"Manifesti; ""grandi"""');
    expect(lines[2]).toContain(`15/03/2019;1234,50;;10/04/2019;`);
    expect(lines[2]).toContain(`;'=1+1;valida;;sì;;no;no;`);
  });

  it('are those of the list, to the cent', async () => {
    const [source] = (await app.db.query(
      'SELECT id FROM funding_source WHERE project_id = $1 ORDER BY position LIMIT 1',
      [project.id],
    )) as [{ id: string }];
    const queries = ['?state=all', '?claimable=true', '?q=manifesti', '?from=2019-03-16'];
    for (const query of [...queries, `?fundingSourceId=${source.id}`]) {
      const { items } = (await app.as(project.auditor).get(`${path}${query}`)).body;
      const lines = await exported(query);
      expect(lines.map((line) => line.split(';').at(-1))).toEqual(
        items.map(({ id }: { id: string }) => id),
      );
      const comma = (amount: string | null) => (amount ?? '').replace('.', ',');
      expect(lines.map((line) => line.split(';').slice(1, 3))).toEqual(
        items.map(({ amount, share }: { amount: string; share: string | null }) => [
          comma(amount),
          comma(share),
        ]),
      );
    }
  });

  it('are those of its own body for the operator of a partner', async () => {
    const lines = await exported('', project.operator);
    expect(lines).toHaveLength(2);
    expect(await exported(`?participationId=${project.otherPartner.id}`, project.operator)).toEqual(
      [],
    );
  });

  it('take any text as a filter without meaning more than the text', async () => {
    for (const text of [`' OR 1=1 --`, '%', '$1', '"; DROP TABLE expense; --']) {
      expect(await exported(`?q=${encodeURIComponent(text)}`)).toEqual([]);
    }
  });
});
