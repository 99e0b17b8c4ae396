import fc from 'fast-check';
import { aContractLine, aMediatedProject, type Mediated } from '../factories/contracts.js';
import { anOrganisation, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { cases } from '../support/prove.js';

const SIDES = ['territory', 'language', 'kind', 'partner', 'month', 'project', 'workItem'] as const;
const VIEWS = ['line', 'contract', 'body', 'language', 'territory'] as const;

const KINDS = ['on_call_mediation', 'seminar', 'l2_workshop'];

interface Work {
  kind: string;
  day: string;
  state: string;
  minutes: number;
  participants: number | null;
  language: string | null;
  which: number;
}

/** Work of any sort, within whole days of 2019; what is planned or called off is in no sum of what was done. */
const work = fc.record<Work>({
  kind: fc.constantFrom(...KINDS),
  day: fc
    .integer({ min: 0, max: 319 })
    .map((n) => new Date(Date.UTC(2019, 0, 1 + n)).toISOString().slice(0, 10)),
  state: fc.constantFrom('done', 'done', 'confirmed', 'planned', 'cancelled'),
  minutes: fc.integer({ min: 0, max: 600 }),
  participants: fc.option(fc.nat(30)),
  language: fc.constantFrom(null, 'ar', 'sq', 'bn'),
  which: fc.nat(),
});

const sum = (numbers: number[]): number => numbers.reduce((whole, part) => whole + part, 0);

describe('the sum of the parts is the whole, over random work', () => {
  let app: TestApp;
  let projects: Mediated[];
  let reader: { id: string };
  const log = fc.sample(work, cases);
  const counted = log.filter(({ state }) => state === 'done' || state === 'confirmed');
  const get = async (path: string) => (await app.as(reader).get(path)).body;

  beforeAll(async () => {
    app = await startApp();
    projects = [await aMediatedProject(app), await aMediatedProject(app)];
    reader = projects[0]!.auditor;
    await put(app, 'member', {
      user_id: reader.id,
      project_id: projects[1]!.id,
      role: 'auditor',
    });
    const school = await anOrganisation(app, { kind: 'school' });
    const lines = await Promise.all(
      projects.map((one) => aContractLine(app, one, { bought: 10_000_000, minimum: 0, step: 1 })),
    );
    for (const { which, ...one } of log) {
      const at = which % 2;
      const project = projects[at]!;
      const paid = one.kind === 'on_call_mediation' && which % 3 > 0;
      await put(app, 'activity', {
        ...one,
        project_id: project.id,
        work_item_id: project.workItem.id,
        participation_id: which % 5 === 0 ? project.partner.id : null,
        territory_id: which % 7 < 3 ? project.territory.id : null,
        organisation_ids: which % 4 === 0 ? [school.id] : [],
        contract_line_id: paid ? lines[at]!.id : null,
        cancel_reason: one.state === 'cancelled' ? 'prova' : null,
      });
    }
  }, 600_000);
  afterAll(() => app.close());

  const whole = {
    hours: sum(counted.map(({ minutes }) => minutes)),
    activities: counted.length,
    heads: sum(counted.map(({ participants }) => participants ?? 0)),
  };

  it.each(SIDES)('of the pivot by %s, in hours, activities and heads', async (side) => {
    for (const [measure, total] of Object.entries(whole)) {
      for (const columns of ['', '&columns=month', '&columns=language']) {
        if (columns.endsWith(`=${side}`)) continue;
        const table = await get(`/pivot?rows=${side}&measure=${measure}${columns}`);
        const cells = (table.cells as { value: number }[]).map(({ value }) => value);
        expect([table.total, sum(table.rowTotals), sum(cells)]).toEqual([total, total, total]);
        if (columns) expect(sum(table.columnTotals)).toBe(total);
      }
    }
  });

  it('of the hours by project, kind and month, and of the totals of the list', async () => {
    const { items } = await get('/hours');
    const months = (items as { months: { minutes: number; activities: number }[] }[]).flatMap(
      (one) => one.months,
    );
    expect(sum(months.map(({ minutes }) => minutes))).toBe(whole.hours);
    expect(sum(months.map((one) => one.activities))).toBe(whole.activities);
    const filters = KINDS.map((kind) => `kind=${kind}`);
    const parts = await Promise.all(filters.map((filter) => get(`/activities/totals?${filter}`)));
    expect(sum(parts.map(({ minutes }) => minutes))).toBe(whole.hours);
    const halves = ['to=2019-05-17', 'from=2019-05-18'];
    const cut = await Promise.all(halves.map((filter) => get(`/activities/totals?${filter}`)));
    expect(sum(cut.map(({ minutes }) => minutes))).toBe(whole.hours);
  });

  it.each(VIEWS)('of the packages by %s', async (by) => {
    for (const [at, { id }] of projects.entries()) {
      const paid = log.filter(
        ({ kind, which }) => which % 2 === at && kind === 'on_call_mediation' && which % 3 > 0,
      );
      const minutes = (...states: string[]) =>
        sum(paid.filter(({ state }) => states.includes(state)).map((one) => one.minutes));
      const { items } = await get(`/projects/${id}/packages?by=${by}`);
      const figure = (name: string) =>
        sum((items as Record<string, number>[]).map((one) => one[name]!));
      expect([figure('planned'), figure('done'), figure('confirmed')]).toEqual([
        minutes('planned'),
        minutes('done', 'confirmed'),
        minutes('confirmed'),
      ]);
    }
  });
});
