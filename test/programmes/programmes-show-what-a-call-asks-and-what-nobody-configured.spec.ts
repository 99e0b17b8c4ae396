import { aMember, aProject, aSystemAdmin, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.close());

it('shows fund, programme, tree, call, categories and rules as data', async () => {
  const reader = await aMember(app, await aProject(app), 'legal');
  const fund = await put(app, 'fund', { code: 'FAMI', name: 'Fondo Asilo' });
  const programme = await put(app, 'programme', { fund_id: fund.id, code: 'FAMI14', name: 'FAMI' });
  const node = { programme_id: programme.id, label: 'x' };
  const top = await put(app, 'programme_node', { ...node, code: '2', kind: 'specific_objective' });
  await put(app, 'programme_node', { ...node, code: '1', kind: 'specific_objective' });
  const under = { ...node, code: '3', kind: 'national_objective', parent_id: top.id };
  await put(app, 'programme_node', under);
  const call = await put(app, 'call', { programme_id: programme.id, title: 'IMPACT' });
  const category = { call_id: call.id, code: 'G', label: 'Revisore', cap_rate: '0.07' };
  await put(app, 'cost_category', { ...category, cap_base: 'direct' });
  await put(app, 'call_rule', { call_id: call.id, code: 'advance', label: 'Anticipo' });
  const { status, body } = await app.as(reader).get('/programmes');
  expect(status).toBe(200);
  const [shown] = body.items[0].programmes;
  expect(shown.nodes.map((one: { code: string }) => one.code)).toEqual(['2', '3', '1']);
  expect(shown.calls[0]).toMatchObject({
    title: 'IMPACT',
    code: null,
    costCategories: [{ code: 'G', capRate: '0.070000', capBase: 'direct' }],
    rules: [{ code: 'advance', value: null }],
  });
});

it('is for those who work on a project', async () => {
  expect((await app.as(null).get('/programmes')).status).toBe(401);
  expect((await app.as(await aSystemAdmin(app)).get('/programmes')).status).toBe(403);
});
