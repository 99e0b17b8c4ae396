import { aFundedProject, anExpense, type Funded } from '../factories/budget.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';
import { drafting } from './a-draft.js';

let app: TestApp;
let project: Funded;
let path: string;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  project = await aFundedProject(app);
  path = `/projects/${project.id}`;
});

const { add, aDraft } = drafting(() => ({ app, project }));
const approve = (
  draft: { id: string; version: number },
  body: Record<string, unknown> = {},
  who = project.manager,
) =>
  app
    .as(who)
    .post(
      `${path}/budget-versions/${draft.id}/approve`,
      { approvedOn: '2019-01-10', ...body },
      ifMatch(draft.version),
    );
const inForce = async () => (await app.as(project.coordinator).get(`${path}/budget`)).body;

describe('a manager approves the budget', () => {
  it('which is then in force, and never changes', async () => {
    const draft = await aDraft();
    const { body: added } = await add(draft, '1000.00');
    expect(await approve(draft)).toMatchObject({
      status: 200,
      body: { state: 'approved', total: '1000.00', lines: 1 },
    });
    expect(await inForce()).toMatchObject({
      budgetVersion: { id: draft.id },
      total: { planned: '1000.00', residual: '1000.00' },
    });

    const edit = await app
      .as(project.administrator)
      .patch(`${path}/budget-lines/${added.id}`, { planned: '1.00' }, ifMatch(1));
    expect(edit).toMatchObject({ status: 409, body: { code: 'budget.not_draft' } });
    const more = await add(draft, '1.00');
    expect(more).toMatchObject({ status: 409, body: { code: 'budget.not_draft' } });
    await expect(
      app.db.query('UPDATE budget_line_source SET amount = 0 WHERE budget_line_id = $1', [
        added.id,
      ]),
    ).rejects.toThrow('not a draft');
    await expect(app.db.query('DELETE FROM budget_line WHERE id = $1', [added.id])).rejects.toThrow(
      'not a draft',
    );
    await expect(
      app.db.query('DELETE FROM budget_version WHERE id = $1', [draft.id]),
    ).rejects.toThrow('not a draft');
  });

  it('again after a movement between lines, which keep their keys', async () => {
    const draft = await aDraft();
    await add(draft, '600.00');
    await add(draft, '400.00', { categoryId: project.staff.id });
    await approve(draft);
    const amendment = await aDraft();
    expect(amendment).toMatchObject({ number: 2, lines: 2, total: '1000.00' });
    const before = (await inForce()).lines;
    const copied = (
      await app.as(project.administrator).get(`${path}/budget?budgetVersionId=${amendment.id}`)
    ).body.lines;
    expect(copied.map((row: { stableKey: string }) => row.stableKey)).toEqual(
      before.map((row: { stableKey: string }) => row.stableKey),
    );

    const move = (index: number, planned: string) =>
      app
        .as(project.administrator)
        .patch(`${path}/budget-lines/${copied[index].id}`, { planned }, ifMatch(1));
    await move(0, '350.00');
    expect(await approve(amendment, { approvedOn: '2019-06-01' })).toMatchObject({
      status: 422,
      body: { code: 'budget.act_missing' },
    });
    await move(1, '650.00');
    expect((await approve(amendment, { approvedOn: '2019-06-01' })).status).toBe(200);
    const versions = await app.as(project.auditor).get(`${path}/budget-versions`);
    expect(versions.body.items.map((version: { state: string }) => version.state)).toEqual([
      'approved',
      'superseded',
    ]);
  });

  it('with a line less only when nothing was spent on it', async () => {
    const draft = await aDraft();
    await add(draft, '600.00');
    await add(draft, '400.00');
    await approve(draft);
    const [kept, dropped] = (await inForce()).lines;
    await anExpense(app, project, {
      line: dropped,
      participation: project.partner,
      amount: '10.00',
    });
    const amendment = await aDraft();
    const copies = (
      await app.as(project.administrator).get(`${path}/budget?budgetVersionId=${amendment.id}`)
    ).body.lines;
    const copyOf = (line: { stableKey: string }) =>
      copies.find((row: { stableKey: string }) => row.stableKey === line.stableKey);
    await app
      .as(project.administrator)
      .delete(`${path}/budget-lines/${copyOf(dropped).id}`, ifMatch(1));
    await app
      .as(project.administrator)
      .patch(`${path}/budget-lines/${copyOf(kept).id}`, { planned: '1000.00' }, ifMatch(1));
    const refused = await approve(amendment, { approvedOn: '2019-06-01' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'budget.line_charged' } });
  });

  it('but not an empty one, nor one that others approved meanwhile', async () => {
    const draft = await aDraft();
    expect(await approve(draft)).toMatchObject({ status: 422, body: { code: 'budget.empty' } });
    await add(draft, '1.00');
    await approve(draft);
    expect((await approve(draft)).status).toBe(412);
    expect(await approve({ ...draft, version: 2 })).toMatchObject({
      status: 409,
      body: { code: 'budget.not_draft' },
    });
  });

  it('and nobody else does', async () => {
    const draft = await aDraft();
    await add(draft, '1.00');
    for (const who of [
      project.administrator,
      project.coordinator,
      project.auditor,
      project.operator,
    ]) {
      expect((await approve(draft, {}, who)).status).toBe(403);
    }
  });
});
