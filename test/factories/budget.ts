import type { TestApp } from '../support/app.js';
import { aMember, aPartner, aProject, aWorkItem, put, type TestUser } from './index.js';

type Row = { id: string };

/** A project whose call has two categories, half paid by Europe and half by the State, with two partners. */
export interface Funded {
  id: string;
  call: Row;
  staff: Row;
  services: Row;
  workItem: Row;
  lead: Row;
  partner: Row;
  otherPartner: Row;
  administrator: TestUser;
  manager: TestUser;
  coordinator: TestUser;
  auditor: TestUser;
  /** Operators of the two partners. */
  operator: TestUser;
  otherOperator: TestUser;
}

let calls = 0;

async function aCall(app: TestApp): Promise<{ call: Row; staff: Row; services: Row }> {
  calls += 1;
  const fund = await put(app, 'fund', { code: `F${calls}`, name: 'Fondo' });
  const programme = await put(app, 'programme', {
    fund_id: fund.id,
    code: `P${calls}`,
    name: 'Programma',
  });
  const call = await put(app, 'call', { programme_id: programme.id, title: `Avviso ${calls}` });
  const category = (code: string, label: string, position: number) =>
    put(app, 'cost_category', { call_id: call.id, code, label, position });
  return {
    call,
    staff: await category('A', 'Personale', 1),
    services: await category('F', 'Servizi', 2),
  };
}

export async function aFundedProject(
  app: TestApp,
  values: Record<string, unknown> = {},
): Promise<Funded> {
  const categories = await aCall(app);
  const project = await aProject(app, { call_id: categories.call.id, ...values });
  const [partner, otherPartner] = [await aPartner(app, project), await aPartner(app, project)];
  for (const [position, code] of ['UE', 'STATO'].entries()) {
    await put(app, 'funding_source', {
      project_id: project.id,
      code,
      label: `Quota ${code}`,
      rate: '0.5',
      position,
    });
  }
  return {
    id: project.id,
    ...categories,
    workItem: await aWorkItem(app, project),
    lead: await aPartner(app, project, { role: 'lead' }),
    partner,
    otherPartner,
    administrator: await aMember(app, project, 'administrator'),
    manager: await aMember(app, project, 'manager'),
    coordinator: await aMember(app, project, 'coordinator'),
    auditor: await aMember(app, project, 'auditor'),
    operator: await aMember(app, project, 'partner', { participation: partner }),
    otherOperator: await aMember(app, project, 'partner', { participation: otherPartner }),
  };
}

interface LineValues {
  participation: Row;
  category: Row;
  planned: string;
  workItem?: Row | null;
}

export interface Budget {
  version: Row;
  lines: Row[];
}

/** A budget in force with one line per entry, each half paid by the first source and half by the last. */
export async function anApprovedBudget(
  app: TestApp,
  project: Funded,
  lines: LineValues[],
): Promise<Budget> {
  const [{ number }] = (await app.db.query(
    'SELECT coalesce(max(number), 0) + 1 AS number FROM budget_version WHERE project_id = $1',
    [project.id],
  )) as [{ number: number }];
  const version = await put(app, 'budget_version', { project_id: project.id, number });
  const rows: Row[] = [];
  for (const { participation, category, planned, workItem = null } of lines) {
    rows.push(await aLine(app, project, version, { participation, category, planned, workItem }));
  }
  await app.db.query(
    `UPDATE budget_version SET state = 'approved', approved_on = '2018-05-02' WHERE id = $1`,
    [version.id],
  );
  return { version, lines: rows };
}

async function aLine(app: TestApp, project: Funded, version: Row, line: LineValues): Promise<Row> {
  const [row] = (await app.db.query(
    `WITH line AS (
       INSERT INTO budget_line (project_id, budget_version_id, participation_id, work_item_id, cost_category_id, description, planned)
       VALUES ($1, $2, $3, $4, $5, 'Riga', $6) RETURNING id, planned),
     shares AS (SELECT id, position, round($6::numeric / 2, 2) AS half FROM funding_source WHERE project_id = $1),
     split AS (INSERT INTO budget_line_source (project_id, budget_line_id, funding_source_id, amount)
       SELECT $1, line.id, shares.id, CASE position WHEN 0 THEN half ELSE line.planned - half END FROM line, shares)
     SELECT id FROM line`,
    [
      project.id,
      version.id,
      line.participation.id,
      line.workItem?.id ?? null,
      line.category.id,
      line.planned,
    ],
  )) as [Row];
  return row;
}

let numbers = 0;

/** What a person types to record an invoice; each has its own number. */
export const anInvoice = (
  participation: Row,
  values: Record<string, unknown> = {},
): Record<string, unknown> => {
  numbers += 1;
  return {
    participationId: participation.id,
    kind: 'invoice',
    issuerName: 'Tipografia Esempio',
    issuerTaxId: '00743110157',
    number: `FT ${numbers}/2019`,
    issuedOn: '2019-03-15',
    total: '1220.00',
    vat: '220.00',
    cup: 'J87G22000360002',
    ...values,
  };
};

/** The project's administrator records an invoice and charges `amount` of it on a line. */
export async function anExpense(
  app: TestApp,
  project: Funded,
  charge: { line: Row; participation: Row; amount: string; [more: string]: unknown },
): Promise<{ document: Row; expense: Row & { version: number } }> {
  const { line, participation, amount, ...more } = charge;
  const expenses = [{ budgetLineId: line.id, amount, paidOn: '2019-04-10', ...more }];
  const path = `/projects/${project.id}/cost-documents`;
  const total = { total: '999999.00', vat: '0.00' };
  const document = await app
    .as(project.administrator)
    .post(path, anInvoice(participation, { ...total, expenses }));
  if (document.status !== 201) throw new Error(document.text);
  const rows = await app
    .as(project.administrator)
    .get(`/projects/${project.id}/expenses?costDocumentId=${document.body.id}`);
  return { document: document.body, expense: rows.body.items[0] };
}

/** A report that was sent long ago holds the row. */
export async function holdByAReport(
  app: TestApp,
  project: Row,
  row: Row,
  table: 'expense' | 'activity' = 'expense',
): Promise<void> {
  const report = await put(app, 'report', {
    project_id: project.id,
    number: 1,
    kind: 'quarterly_sheet',
    from_day: '2019-01-01',
    to_day: '2019-03-31',
    state: 'sent',
    sent_at: '2019-04-10T08:00:00Z',
    sha256: '0'.repeat(64),
  });
  await app.db.query(`UPDATE ${table} SET report_id = $2 WHERE id = $1`, [row.id, report.id]);
}
