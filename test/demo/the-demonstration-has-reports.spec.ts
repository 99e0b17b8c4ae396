import { carryOut } from '../support/jobs.js';
import { startDemonstration, type DemonstrationApp } from '../support/demonstration.js';
import type { Body } from '../support/client.js';

let app: DemonstrationApp;
let path: string;
let manager: { id: string };

beforeAll(async () => {
  app = await startDemonstration();
  manager = app.user('manager');
  const [row] = (await app.db.query(
    `SELECT id FROM project WHERE slug = 'interazioni-in-piemonte-2'`,
  )) as [{ id: string }];
  path = `/projects/${row.id}`;
});
afterAll(() => app.close());

const get = async (address: string): Promise<Body> =>
  (await app.as(manager).get(`${path}${address}`)).body;

describe('the demonstration has reports', () => {
  it('one that was sent and the draft of the next quarter', async () => {
    const { items } = await get('/reports');
    expect(items).toMatchObject([
      { number: 2, state: 'draft', from: '2019-07-01', demonstration: true },
      { number: 1, state: 'sent', from: '2019-04-01', demonstration: true, missing: [] },
    ]);
  });

  it('with figures that are the sums of their frozen rows', async () => {
    const [, sent] = (await get('/reports')).items;
    const { figures, frozen } = await get(`/reports/${sent.id}/figures`);
    expect(frozen).toBe(true);
    const [{ wrong }] = (await app.db.query(
      `SELECT count(*)::int AS wrong FROM jsonb_to_recordset($2) AS f(key text, value numeric)
       WHERE f.value <> coalesce((SELECT sum(amount) FROM report_figure_row r WHERE r.report_id = $1 AND r.figure_key = f.key), 0)`,
      [sent.id, JSON.stringify(figures)],
    )) as [{ wrong: number }];
    expect(wrong).toBe(0);
    expect(figures.length).toBeGreaterThan(100);
  });

  it('and files as soon as a worker runs', async () => {
    await carryOut(app);
    const [, { id }] = (await get('/reports')).items;
    expect((await get(`/reports/${id}`)).files).toHaveLength(3);
  });

  it('with indicators against targets', async () => {
    const { items } = await get('/indicators');
    expect(items).toHaveLength(9);
    for (const { value, target, demonstration } of items) {
      expect([demonstration, value > 0, value < target * 2]).toEqual([true, true, true]);
    }
    const { id, value } = items.find(
      ({ measure }: { measure: string }) => measure === 'recipients',
    );
    const people = (await get(`/indicators/${id}/people?limit=200`)).items;
    expect(people).toHaveLength(value);
    expect(people.every(({ target }: { target: string }) => target === 'recipient')).toBe(true);
  });
});
