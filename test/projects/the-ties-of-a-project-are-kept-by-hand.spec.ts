import { aMember, aPerson, aProject, aWorkItem, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Body } from '../support/client.js';

type Row = { id: string };

let app: TestApp;
let project: Row, coordinator: Row, path: string;

beforeAll(async () => {
  app = await startApp();
  project = await aProject(app);
  coordinator = await aMember(app, project, 'coordinator');
  path = `/projects/${project.id}`;
});
afterAll(() => app.close());

const seen = (version: number) => ({ 'if-match': `"${version}"` });
const sheet = async () => (await app.as(coordinator).get(path)).body;
const change = async (body: object) =>
  app.as(coordinator).patch(path, body, seen((await sheet()).version));

describe('the feeds of a project', () => {
  it('are the list that is given, in its order', async () => {
    const sites = [
      { siteName: 'Nuovi cittadini', siteUrl: 'https://www.example.org', note: 'Lavoro' },
      { siteName: 'Mediato' },
    ];
    expect((await change({ feeds: sites })).body.feeds).toMatchObject(sites);
    const turned = await change({ feeds: [sites[1], { ...sites[0], note: null }] });
    expect(turned.body.feeds).toEqual([
      { siteName: 'Mediato', siteUrl: null, note: null },
      { siteName: 'Nuovi cittadini', siteUrl: 'https://www.example.org', note: null },
    ]);
    expect((await change({ feeds: [{ siteName: 'X', siteUrl: 'no' }] })).status).toBe(400);
  });
});

describe('the relations of a project', () => {
  it('are with projects that one reaches, and those with others stay as they are', async () => {
    const mine = await aProject(app);
    await app.db.query(
      `INSERT INTO member (user_id, project_id, role) VALUES ($1, $2, 'auditor')`,
      [coordinator.id, mine.id],
    );
    const hidden = await aProject(app);
    await put(app, 'project_relation', {
      project_id: project.id,
      other_project_id: hidden.id,
      kind: 'continues',
    });
    const tied = await change({ relations: [{ kind: 'feeds', projectId: mine.id, note: 'Dati' }] });
    expect(tied.body.relations).toMatchObject([
      { kind: 'continues', projectId: null },
      { kind: 'feeds', projectId: mine.id, note: 'Dati', direction: 'out' },
    ]);
    expect((await change({ relations: [] })).body.relations).toMatchObject([
      { kind: 'continues', projectId: null },
    ]);
    for (const other of [hidden, project]) {
      const refused = await change({ relations: [{ kind: 'feeds', projectId: other.id }] });
      expect(refused).toMatchObject({ status: 422, body: { code: 'project.relation' } });
    }
  });
});

describe('the objectives of a project', () => {
  const objectives = async () => (await app.as(coordinator).get(`${path}/objectives`)).body.items;
  const add = (body: object) => app.as(coordinator).post(`${path}/objectives`, body);

  it('are a tree that is written, changed and mended', async () => {
    const general = (await add({ kind: 'general', text: 'Integrazione' })).body;
    const one = { kind: 'specific', code: 'OS1', text: 'Scambio', parentId: general.id };
    const specific = (await add(one)).body;
    expect((await objectives()).map((row: Body) => row.code)).toEqual([null, 'OS1']);
    const at = `${path}/objectives/${general.id}`;
    const loop = await app.as(coordinator).patch(at, { parentId: specific.id }, seen(1));
    expect(loop).toMatchObject({ status: 422, body: { code: 'objective.loop' } });
    expect(
      (await app.as(coordinator).patch(at, { text: 'Inclusione' }, seen(1))).body,
    ).toMatchObject({ text: 'Inclusione', version: 2 });
    const held = await app.as(coordinator).delete(at, seen(2));
    expect(held).toMatchObject({ status: 409, body: { code: 'objective.has-others' } });
  });

  it('go with their links to the plan, unless somebody else came first', async () => {
    const objective = (await add({ kind: 'purpose', text: 'Per errore' })).body;
    const item = await aWorkItem(app, project);
    await put(app, 'objective_work_item', {
      project_id: project.id,
      objective_id: objective.id,
      work_item_id: item.id,
    });
    const at = `${path}/objectives/${objective.id}`;
    expect((await app.as(coordinator).delete(at, seen(7))).status).toBe(412);
    expect((await app.as(coordinator).delete(at, seen(1))).status).toBe(204);
    expect((await objectives()).map((row: Body) => row.text)).not.toContain('Per errore');
  });

  it('are not for an auditor or an administrator to write', async () => {
    for (const role of ['auditor', 'administrator', 'staff'] as const) {
      const user = await aMember(app, project, role);
      const refused = await app.as(user).post(`${path}/objectives`, { kind: 'purpose', text: 'X' });
      expect(refused.status).toBe(403);
    }
  });
});

describe('the working group', () => {
  it('keeps whoever leaves, with the last day', async () => {
    const person = await aPerson(app);
    const joined = { personId: person.id, function: 'Referente', fromDay: '2018-05' };
    const member = (await app.as(coordinator).post(`${path}/team`, joined)).body;
    const at = `${path}/team/${member.id}`;
    const wrong = await app.as(coordinator).patch(at, { toDay: '2017' }, seen(1));
    expect(wrong.status).toBe(422);
    const left = await app.as(coordinator).patch(at, { toDay: '2019-10-31' }, seen(1));
    expect(left.body).toMatchObject({ function: 'Referente', toDay: '2019-10-31', version: 2 });
    const staff = await aMember(app, project, 'staff');
    expect((await app.as(staff).patch(at, { toDay: null }, seen(2))).status).toBe(403);
    const elsewhere = await aProject(app);
    const outsider = await aMember(app, elsewhere, 'coordinator');
    const other = `/projects/${elsewhere.id}/team/${member.id}`;
    expect((await app.as(outsider).patch(other, { toDay: null }, seen(2))).status).toBe(404);
  });
});
