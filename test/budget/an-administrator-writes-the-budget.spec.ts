import { aFundedProject, type Funded } from '../factories/budget.js';
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

describe('an administrator writes the budget', () => {
  it('line by line, each split over the sources so that the last takes the odd cent', async () => {
    const added = await add(await aDraft(), '1000.01', { workItemId: project.workItem.id });
    expect(added).toMatchObject({ status: 201, body: { planned: '1000.01', version: 1 } });
    expect(added.body.sources.map((source: { amount: string }) => source.amount)).toEqual([
      '500.01',
      '500.00',
    ]);
  });

  it('changes and removes lines of the draft', async () => {
    const draft = await aDraft();
    const { body: added } = await add(draft, '10.00');
    const change = { planned: '20.00', description: 'Presidi' };
    const changed = await app
      .as(project.administrator)
      .patch(`${path}/budget-lines/${added.id}`, change, ifMatch(1));
    expect(changed).toMatchObject({ status: 200, body: { ...change, version: 2 } });
    const stale = await app
      .as(project.administrator)
      .patch(`${path}/budget-lines/${added.id}`, change, ifMatch(1));
    expect(stale.status).toBe(412);
    const removed = await app
      .as(project.administrator)
      .delete(`${path}/budget-lines/${added.id}`, ifMatch(2));
    expect(removed.status).toBe(204);
  });

  it('throws a draft away', async () => {
    const draft = await aDraft();
    await add(draft, '10.00');
    const gone = await app
      .as(project.administrator)
      .delete(`${path}/budget-versions/${draft.id}`, ifMatch(1));
    expect(gone.status).toBe(204);
    const versions = await app.as(project.administrator).get(`${path}/budget-versions`);
    expect(versions.body.items).toEqual([]);
  });

  it.each([
    [
      'an adherent carries budget',
      'budget.partner',
      async () => ({ participationId: await participationAs('adherent') }),
    ],
    [
      'a category of another call',
      'budget.category',
      async () => ({ categoryId: (await aFundedProject(app)).staff.id }),
    ],
    [
      'a partner of another project',
      'reference.unknown',
      async () => ({ participationId: (await aFundedProject(app)).partner.id }),
    ],
    [
      'a work item of another project',
      'reference.unknown',
      async () => ({ workItemId: (await aFundedProject(app)).workItem.id }),
    ],
  ])('but not with %s', async (_, code, values) => {
    const refused = await add(await aDraft(), '10.00', await values());
    expect(refused).toMatchObject({ status: 422, body: { code } });
  });

  it('but not before the sources are known', async () => {
    await app.db.query('DELETE FROM funding_source WHERE project_id = $1', [project.id]);
    const refused = await add(await aDraft(), '10.00');
    expect(refused).toMatchObject({ status: 422, body: { code: 'funding.missing' } });
  });

  it('but not two drafts at once', async () => {
    await aDraft();
    const second = await app.as(project.administrator).post(`${path}/budget-versions`, {});
    expect(second).toMatchObject({ status: 409, body: { code: 'budget.draft_exists' } });
  });

  it.each(['coordinator', 'manager', 'auditor', 'operator'] as const)(
    'and not a %s',
    async (role) => {
      const refused = await app.as(project[role]).post(`${path}/budget-versions`, {});
      expect(refused).toMatchObject({ status: 403, body: { code: 'access.denied' } });
    },
  );
});

describe('the sources of a project', () => {
  const sources = (...rates: string[]) => ({
    items: rates.map((rate, index) => ({ code: `S${index}`, label: `Fonte ${index}`, rate })),
  });

  it('are replaced as a whole until a line is split over them', async () => {
    const replaced = await app
      .as(project.administrator)
      .put(`${path}/funding-sources`, sources('0.75', '0.25'));
    expect(replaced.body.items.map(({ rate }: { rate: string }) => Number(rate))).toEqual([
      0.75, 0.25,
    ]);
    await add(await aDraft(), '10.00');
    const late = await app.as(project.administrator).put(`${path}/funding-sources`, sources('1'));
    expect(late).toMatchObject({ status: 409, body: { code: 'funding.in_use' } });
  });

  it('pay all of it', async () => {
    const refused = await app
      .as(project.administrator)
      .put(`${path}/funding-sources`, sources('0.5', '0.4'));
    expect(refused).toMatchObject({ status: 422, body: { code: 'funding.whole' } });
  });

  it('cannot leave a line partly unpaid, whatever path the write takes', async () => {
    const { body: added } = await add(await aDraft(), '10.00');
    await expect(
      app.db.query(
        'UPDATE budget_line_source SET amount = amount + 0.01 WHERE budget_line_id = $1',
        [added.id],
      ),
    ).rejects.toThrow('sources of line');
  });
});

async function participationAs(role: string): Promise<string> {
  const [row] = (await app.db.query(
    `INSERT INTO participation (project_id, organisation_id, role)
     SELECT project_id, organisation_id, $2 FROM participation WHERE id = $1 RETURNING id`,
    [project.partner.id, role],
  )) as [{ id: string }];
  return row.id;
}
