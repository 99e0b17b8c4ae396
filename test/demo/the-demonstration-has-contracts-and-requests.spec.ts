import { requestStates } from '../../src/requests/mediation-request.entity.js';
import { startDemonstration, type DemonstrationApp } from '../support/demonstration.js';

let app: DemonstrationApp;
let project: { id: string };

beforeAll(async () => {
  app = await startDemonstration();
  [project] = (await app.db.query(
    `SELECT id FROM project WHERE slug = 'interazioni-in-piemonte-2'`,
  )) as [{ id: string }];
});
afterAll(() => app.close());

const get = async (address: string) => (await app.as(app.user('coordinator')).get(address)).body;

describe('the demonstration', () => {
  it('has packages, one of them nearly used up, and all of them marked', async () => {
    const { items } = await get(`/projects/${project.id}/packages?by=line`);
    const onCall = items.filter(({ used }: { used: number }) => used > 0);
    expect(onCall.map(({ alert }: { alert: string }) => alert).sort()).toEqual(['eighty', 'none']);
    const [{ unmarked }] = (await app.db.query(
      `SELECT (SELECT count(*) FROM contract WHERE NOT demonstration) + (SELECT count(*) FROM contract_line WHERE NOT demonstration)
         + (SELECT count(*) FROM mediation_request WHERE NOT demonstration) + (SELECT count(*) FROM mediator WHERE NOT demonstration)
         + (SELECT count(*) FROM territory WHERE NOT demonstration) AS unmarked`,
    )) as [{ unmarked: string }];
    expect(Number(unmarked)).toBe(0);
  });

  it('knows how many hours were done in Asti, and shares the views that tell', async () => {
    const { items } = await get('/views');
    const views = items as { page: string; name: string; address: string; shared: boolean }[];
    expect(views.map(({ page }) => page).sort()).toEqual(['activities', 'activities', 'pivot']);
    expect(views.every(({ name, shared }) => shared && name.includes('dimostrazione'))).toBe(true);
    const town = views
      .find(({ page }) => page === 'pivot')!
      .address.match(/territorio=([\w-]+)/)![1];
    const { minutes } = await get(`/activities/totals?territoryId=${town}&to=2019-11-20`);
    expect(minutes).toBeGreaterThan(60 * 100);
    const [{ unplaced }] = (await app.db.query(
      `SELECT count(*) FILTER (WHERE territory_id IS NULL AND place IS NOT NULL)::int AS unplaced FROM activity
       WHERE project_id = $1 AND kind <> 'working_group'`,
      [project.id],
    )) as [{ unplaced: number }];
    expect(unplaced).toBe(0);
  });

  it('has a plan that was approved with invented days, and work that is past them', async () => {
    const { items, baselineNumber } = await get(`/projects/${project.id}/gantt`);
    expect(baselineNumber).toBe(1);
    const late = items.filter(({ overrun }: { overrun: number | null }) => (overrun ?? 0) > 0);
    expect(late.map(({ code }: { code: string }) => code)).toContain('A1');
  });

  it('opens a figure of a package to rows that sum to it', async () => {
    const { items } = await get(`/projects/${project.id}/packages?by=line`);
    for (const { key, unit, used } of items) {
      const parts = await get(
        `/projects/${project.id}/packages/parts?by=line&unit=${unit}&figure=used&group=${key}`,
      );
      expect(parts).toMatchObject({ sum: used });
    }
  });

  it('has two months of mediation with requests in every state, in each reason to refuse', async () => {
    const { byState, closings, medianMinutes, requests } = await get('/mediation-requests/figures');
    expect(byState.map(({ state }: { state: string }) => state)).toEqual([...requestStates].sort());
    expect(closings.length).toBeGreaterThan(6);
    expect(medianMinutes).toBeGreaterThan(30);
    expect(requests).toBeGreaterThan(60);
    const months: { month: string }[] = await app.db.query(
      `SELECT DISTINCT left(wanted_day::text, 7) AS month FROM mediation_request WHERE activity_id IS NOT NULL ORDER BY 1`,
    );
    expect(months.map(({ month }) => month)).toEqual(['2019-10', '2019-11']);
  });

  it('proposes mediators for what waits on its board', async () => {
    const { items } = await get('/mediation-requests?state=received&limit=1');
    const [request] = items;
    const proposals = await get(
      `/projects/${request.projectId}/mediation-requests/${request.id}/proposals`,
    );
    expect(proposals.items[0]).toMatchObject({ free: true });
    expect(proposals.items[0].lines.length).toBeGreaterThan(0);
  });
});
