import fc from 'fast-check';
import { billableOf, type PackageUnit } from '../../src/contracts/billable.js';
import { put } from '../factories/index.js';
import {
  aContract,
  aContractLine,
  aMediatedProject,
  aMediation,
  type Mediated,
} from '../factories/contracts.js';
import { startApp, type TestApp } from '../support/app.js';
import { cases } from '../support/prove.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const VIEWS = ['line', 'contract', 'body', 'language', 'territory'];
const FIGURES = ['allotted', 'planned', 'done', 'confirmed', 'billable', 'used'] as const;

/** Two contracts, lines of three units, work of every state, with and without body and territory. */
async function aBusyProject(): Promise<Mediated> {
  const project = await aMediatedProject(app);
  const [one, two] = [await aContract(app, project), await aContract(app, project)];
  const arabic = await aContractLine(app, project, { contract: one, language: 'ar' });
  const any = await aContractLine(app, project, { contract: two });
  const pages = await aContractLine(app, project, {
    contract: two,
    kind: 'written_translation',
    minimum: 0,
    step: 1,
    bought: 50,
  });
  await put(app, 'hour_allotment', {
    project_id: project.id,
    contract_line_id: arabic.id,
    organisation_id: project.school.id,
    amount: 240,
  });
  await put(app, 'hour_allotment', {
    project_id: project.id,
    contract_line_id: any.id,
    territory_id: project.territory.id,
    amount: 120,
  });
  const log = async (line: { id: string }, values: Record<string, unknown>) => {
    const body = aMediation(project, line, values);
    const { status, text } = await app
      .as(project.coordinator)
      .post(`/projects/${project.id}/activities`, body);
    if (status !== 201) throw new Error(text);
  };
  const school = { organisationIds: [project.school.id] };
  await log(arabic, { language: 'ar', minutes: 50, ...school });
  await log(arabic, { language: 'ar', minutes: 50, day: '2019-11-28', ...school });
  await log(any, { minutes: 70, territoryId: project.territory.id });
  await log(any, { kind: 'wasted_trip', minutes: undefined, day: '2019-11-06' });
  await log(pages, { kind: 'written_translation', minutes: undefined, quantity: 2.5 });
  await app.db.query(
    `UPDATE activity SET state = 'confirmed' WHERE project_id = $1 AND day = '2019-11-04'`,
    [project.id],
  );
  return project;
}

describe('every figure of a package', () => {
  it.each(VIEWS)('by %s opens to rows that sum to it', async (by) => {
    const project = await aBusyProject();
    const client = app.as(project.auditor);
    const { body } = await client.get(`/projects/${project.id}/packages?by=${by}`);
    expect(body.items.length).toBeGreaterThan(1);
    for (const row of body.items) {
      for (const figure of FIGURES) {
        const query = `by=${by}&unit=${row.unit}&figure=${figure}${row.key ? `&group=${row.key}` : ''}`;
        const parts = await client.get(`/projects/${project.id}/packages/parts?${query}`);
        expect([by, row.label, figure, parts.body.sum]).toEqual([
          by,
          row.label,
          figure,
          row[figure],
        ]);
      }
    }
  });

  it('leaves a body its hours when it also worked on a line that is everybody’s', async () => {
    const project = await aMediatedProject(app);
    const contract = await aContract(app, project);
    const theirs = await aContractLine(app, project, { contract, language: 'ar' });
    const open = await aContractLine(app, project, { contract });
    await put(app, 'hour_allotment', {
      project_id: project.id,
      contract_line_id: theirs.id,
      organisation_id: project.school.id,
      amount: 240,
    });
    const body = aMediation(project, open, { minutes: 300, organisationIds: [project.school.id] });
    await app.as(project.coordinator).post(`/projects/${project.id}/activities`, body);
    const { items } = (
      await app.as(project.auditor).get(`/projects/${project.id}/packages?by=body`)
    ).body;
    expect(items).toMatchObject([{ allotted: 240, used: 300, residual: 240, alert: 'none' }]);
  });

  it('tells the residual of a body by the work that it opens to, and hides no line that is overdrawn', async () => {
    const project = await aMediatedProject(app);
    const contract = await aContract(app, project);
    const organisationIds = [project.school.id];
    const line = async (amount: number | null) => {
      const made = await aContractLine(app, project, { contract });
      const of = { contract_line_id: made.id, organisation_id: project.school.id };
      if (amount) await put(app, 'hour_allotment', { ...of, project_id: project.id, amount });
      return made;
    };
    const [small, large, open] = [await line(60), await line(300), await line(null)];
    for (const [of, day] of [
      [small, '2019-11-04'],
      [large, '2019-11-05'],
      [open, '2019-11-06'],
    ] as const) {
      const work = { minutes: 120, day, organisationIds, overReason: 'Già promesse' };
      const added = await app
        .as(project.coordinator)
        .post(`/projects/${project.id}/activities`, aMediation(project, of, work));
      expect(added.status).toBe(201);
    }
    const at = `/projects/${project.id}/packages`;
    const [row] = (await app.as(project.auditor).get(`${at}?by=body`)).body.items;
    expect(row).toMatchObject({ allotted: 360, used: 360, residual: 120, alert: 'over' });
    const group = `by=body&unit=minutes&group=${project.school.id}`;
    const { body } = await app.as(project.auditor).get(`${at}/parts?${group}&figure=limited`);
    expect([body.items.length, body.sum]).toEqual([2, row.allotted - row.residual]);
  });

  it('sums to the same whole, whatever it is told by', async () => {
    const project = await aBusyProject();
    const wholes: number[][][] = [];
    for (const by of VIEWS) {
      const { body } = await app
        .as(project.auditor)
        .get(`/projects/${project.id}/packages?by=${by}`);
      const sum = (unit: string, figure: string) =>
        body.items
          .filter((row: { unit: string }) => row.unit === unit)
          .reduce((total: number, row: Record<string, number>) => total + row[figure]!, 0);
      wholes.push(
        ['minutes', 'pages'].map((unit) =>
          ['planned', 'done', 'confirmed', 'billable', 'used'].map((figure) => sum(unit, figure)),
        ),
      );
    }
    expect(wholes.map(String)).toEqual(VIEWS.map(() => String(wholes[0])));
    expect(wholes[0]).toEqual([
      [50, 120, 120, 150, 270],
      [0, 2.5, 2.5, 3, 3],
    ]);
  });

  it('adds hundredths exactly: three times 1,10 pages are 3,30', async () => {
    const project = await aMediatedProject(app);
    const kind = 'written_translation';
    const line = await aContractLine(app, project, { kind, minimum: 0, step: 1, bought: 50 });
    const quantity = 1.1;
    for (const day of ['2019-11-04', '2019-11-05', '2019-11-06'])
      await app
        .as(project.coordinator)
        .post(
          `/projects/${project.id}/activities`,
          aMediation(project, line, { kind, minutes: undefined, quantity, day }),
        );
    const figure = (path: string) =>
      app.as(project.auditor).get(`/projects/${project.id}/packages${path}`);
    const query = `by=line&unit=pages&figure=done&group=${line.id}`;
    const { body } = await figure(`/parts?${query}`);
    expect(body.items).toHaveLength(3);
    expect(body.sum).toBe(3.3);
    expect((await figure('?by=line')).body.items).toMatchObject([{ done: 3.3 }]);
  });

  it('has nothing of another project', async () => {
    await aBusyProject();
    const other = await aMediatedProject(app);
    const { body } = await app.as(other.auditor).get(`/projects/${other.id}/packages?by=line`);
    expect(body.items).toEqual([]);
  });

  it('is refused to a partner', async () => {
    const project = await aMediatedProject(app);
    const refused = await app.as(project.operator).get(`/projects/${project.id}/packages?by=line`);
    expect(refused.status).toBe(403);
  });
});

describe('the database bills as the program does', () => {
  const terms = fc.record({
    unit: fc.constantFrom<PackageUnit>('minutes', 'pages', 'count'),
    minimum: fc.integer({ min: 0, max: 240 }),
    step: fc.integer({ min: 1, max: 120 }),
  });
  const worked = fc.record({
    kind: fc.constantFrom('on_call_mediation', 'wasted_trip'),
    minutes: fc.integer({ min: 0, max: 3000 }),
    quantity: fc.option(fc.integer({ min: 0, max: 100_000 }).map((hundredths) => hundredths / 100)),
  });

  it('over random terms and work', async () => {
    const billed = fc.sample(fc.tuple(terms, worked), { ...cases, numRuns: cases.numRuns * 10 });
    const rows: { billable: number }[] = await app.db.query(
      `SELECT contract_billable(contract_amount(unit, minutes, quantity), kind = 'wasted_trip', minimum, step) AS billable
       FROM jsonb_to_recordset($1::jsonb)
         AS c(unit text, minimum integer, step integer, kind text, minutes integer, quantity numeric, place bigint) ORDER BY place`,
      [JSON.stringify(billed.map(([t, w], place) => ({ ...t, ...w, place })))],
    );
    expect(rows.map(({ billable }) => billable)).toEqual(billed.map(([t, w]) => billableOf(t, w)));
  });
});
