import { DataSource } from 'typeorm';
import { aFundedProject, anApprovedBudget, type Funded } from '../factories/budget.js';
import { put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';

type Row = { id: string };

let app: TestApp;
let program: DataSource;
let project: Funded;
let approved: Row;
let draft: Row;
beforeAll(async () => {
  app = await startApp();
  program = app.nest.get(DataSource);
});
afterAll(() => app.close());
beforeEach(async () => {
  project = await aFundedProject(app);
  const { partner: participation, staff: category } = project;
  const budget = await anApprovedBudget(app, project, [
    { participation, category, planned: '100.00' },
  ]);
  approved = budget.lines[0] as Row;
  draft = await put(app, 'budget_version', { project_id: project.id, number: 2 });
});

/** A line of the draft, unpaid as long as it is worth nothing. */
const aDraftLine = (): Promise<Row> =>
  put(app, 'budget_line', {
    project_id: project.id,
    budget_version_id: draft.id,
    participation_id: project.partner.id,
    cost_category_id: project.staff.id,
    description: 'Altra riga',
    planned: '0.00',
  });

// No route moves a line or a share: these are the ways that are left, with the rights that the program has.
describe('an approved budget, whatever path a write takes', () => {
  it('lets no line go into a draft', async () => {
    const leave = program.query('UPDATE budget_line SET budget_version_id = $2 WHERE id = $1', [
      approved.id,
      draft.id,
    ]);
    await expect(leave).rejects.toMatchObject({ constraint: 'budget_version_frozen' });
  });

  it('lets no line come in from a draft', async () => {
    const { id } = await aDraftLine();
    const enter = program.query(
      'UPDATE budget_line SET budget_version_id = (SELECT budget_version_id FROM budget_line WHERE id = $2) WHERE id = $1',
      [id, approved.id],
    );
    await expect(enter).rejects.toMatchObject({ constraint: 'budget_version_frozen' });
  });

  it('lets no share of a line go to a line of a draft', async () => {
    const { id } = await aDraftLine();
    const leave = program.query(
      'UPDATE budget_line_source SET budget_line_id = $2 WHERE budget_line_id = $1',
      [approved.id, id],
    );
    await expect(leave).rejects.toMatchObject({ constraint: 'budget_version_frozen' });
  });
});

describe('a draft', () => {
  it('lets its lines change, but leaves none of them partly unpaid when a share moves', async () => {
    const [one, other] = [await aDraftLine(), await aDraftLine()];
    const pay = `INSERT INTO budget_line_source (project_id, budget_line_id, funding_source_id, amount)
      SELECT project_id, $1, id, 10 FROM funding_source WHERE project_id = $2`;
    await program.transaction(async (db) => {
      await db.query(`UPDATE budget_line SET planned = 20 WHERE id = $1`, [one.id]);
      await db.query(pay, [one.id, project.id]);
    });
    const move = program.transaction(async (db) => {
      await db.query(`UPDATE budget_line SET planned = 20 WHERE id = $1`, [other.id]);
      await db.query(
        'UPDATE budget_line_source SET budget_line_id = $2 WHERE budget_line_id = $1',
        [one.id, other.id],
      );
    });
    await expect(move).rejects.toMatchObject({ constraint: 'budget_line_sources_sum' });
  });
});
