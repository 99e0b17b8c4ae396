import { aMember, aPartner, aProject, aWorkItem, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch, type Body } from '../support/client.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.close());

async function aPlan() {
  const project = await aProject(app, { starts: '2018', ends: '2022' });
  const coordinator = await aMember(app, project, 'coordinator');
  const manager = await aMember(app, project, 'manager');
  const path = (rest: string): string => `/projects/${project.id}/${rest}`;
  const add = (body: object): Promise<Body> =>
    app.as(coordinator).post(path('work-items'), { kind: 'action', title: 'Azione', ...body });
  return { project, coordinator, manager, path, add };
}

describe('the plan', () => {
  it('is a tree of actions and what is under them, in its own order', async () => {
    const { coordinator, path, add } = await aPlan();
    const { body: second } = await add({ code: 'A2', position: 2 });
    const { body: first } = await add({ code: 'A1', position: 1, starts: '2018', ends: '2019-06' });
    await add({ code: 'A1.2', kind: 'activity_line', parentId: first.id, position: 2 });
    await add({ code: 'A1.1', kind: 'activity_line', parentId: first.id, position: 1 });
    await add({ code: 'WP0', kind: 'work_package', title: 'Gestione', position: 3 });
    const { body } = await app.as(coordinator).get(path('work-items'));
    expect(body.items.map((one: Body) => one.code)).toEqual(['A1', 'A1.1', 'A1.2', 'A2', 'WP0']);
    expect(second).toMatchObject({ starts: null, ends: null, objectiveIds: [], version: 1 });
  });

  it('serves objectives, which know their work items', async () => {
    const { project, coordinator, path, add } = await aPlan();
    const general = await put(app, 'objective', {
      project_id: project.id,
      code: 'OG',
      kind: 'general',
      text: 'Servizi migliori',
    });
    const own = await put(app, 'objective', {
      project_id: project.id,
      code: 'OS1',
      kind: 'specific',
      parent_id: general.id,
      text: 'Scambio',
    });
    const { body: item } = await add({ code: 'F1', kind: 'phase', objectiveIds: [own.id] });
    expect(item.objectiveIds).toEqual([own.id]);
    const { body } = await app.as(coordinator).get(path('objectives'));
    expect(body.items).toMatchObject([
      { code: 'OG', workItemIds: [] },
      { code: 'OS1', parentId: general.id, workItemIds: [item.id] },
    ]);
  });

  it('keeps its parts inside the project and inside the whole above them', async () => {
    const { add } = await aPlan();
    expect(await add({ code: 'X1', starts: '2017-12' })).toMatchObject({
      status: 422,
      body: { code: 'work-item.period', errors: [{ path: 'starts' }] },
    });
    const { body: first } = await add({ code: 'X2', starts: '2018-03', ends: '2018-09' });
    const outside = await add({ code: 'X3', parentId: first.id, starts: '2018-10' });
    expect(outside.status).toBe(422);
    expect((await add({ code: 'X4', parentId: first.id, starts: '2018' })).status).toBe(201);
    expect((await add({ code: 'X5', starts: '2019', ends: '2018' })).status).toBe(422);
  });

  it('has each code once, and nothing under itself or under another project’s item', async () => {
    const { coordinator, path, add } = await aPlan();
    const { body: first } = await add({ code: 'Y1' });
    expect((await add({ code: 'Y1' })).status).toBe(409);
    const { body: second } = await add({ code: 'Y2', parentId: first.id });
    const loop = await app
      .as(coordinator)
      .patch(path(`work-items/${first.id}`), { parentId: second.id }, ifMatch(1));
    expect(loop).toMatchObject({ status: 422, body: { code: 'work-item.loop' } });
    const foreign = await aWorkItem(app, await aProject(app));
    expect((await add({ code: 'Y3', parentId: foreign.id })).status).toBe(422);
    expect((await app.as(coordinator).get(path(`work-items/${foreign.id}`))).status).toBe(404);
    const edit = await app
      .as(coordinator)
      .patch(path(`work-items/${foreign.id}`), { title: 'x' }, ifMatch(1));
    expect(edit.status).toBe(404);
  });

  it('is changed against the version that was read, with its history', async () => {
    const { coordinator, path, add } = await aPlan();
    const { body: item } = await add({ code: 'Z1' });
    const own = path(`work-items/${item.id}`);
    const changed = await app.as(coordinator).patch(own, { title: 'Nuovo titolo' }, ifMatch(1));
    expect(changed).toMatchObject({ status: 200, body: { title: 'Nuovo titolo', version: 2 } });
    expect((await app.as(coordinator).patch(own, { title: 'Tardi' }, ifMatch(1))).status).toBe(412);
    expect((await app.as(coordinator).patch(own, { title: 'Senza' })).status).toBe(428);
    const { body } = await app.as(coordinator).get(`${own}/history`);
    expect(body.items.at(-1).changes).toEqual([
      { field: 'title', before: 'Azione', after: 'Nuovo titolo' },
    ]);
  });
});

describe('versions of the plan', () => {
  it('are approved by the manager and frozen; a change needs a new draft', async () => {
    const { coordinator, manager, path, add } = await aPlan();
    const { body: item } = await add({ code: 'A1', title: 'Prima' });
    const [draft] = (await app.as(manager).get(path('work-plan-versions'))).body.items;
    expect(draft).toMatchObject({ number: 1, state: 'draft', items: null });
    const approve = path(`work-plan-versions/${draft.id}/approve`);
    const act = { approvedOn: '2018-10-01', act: 'Determina 12/2018' };
    const approved = await app.as(manager).post(approve, act, ifMatch(draft.version));
    expect(approved).toMatchObject({
      status: 200,
      body: { state: 'approved', ...act, items: [{ code: 'A1', title: 'Prima' }] },
    });
    const late = await app
      .as(coordinator)
      .patch(path(`work-items/${item.id}`), { title: 'Dopo' }, ifMatch(1));
    expect(late).toMatchObject({ status: 409, body: { code: 'plan.approved' } });
    expect((await add({ code: 'A2' })).status).toBe(409);

    expect((await app.as(coordinator).post(path('work-plan-versions'))).body.number).toBe(2);
    expect((await app.as(coordinator).post(path('work-plan-versions'))).body.code).toBe(
      'plan.draft',
    );
    const changed = await app
      .as(coordinator)
      .patch(path(`work-items/${item.id}`), { title: 'Dopo' }, ifMatch(1));
    expect(changed.status).toBe(200);
    const { items } = (await app.as(coordinator).get(path('work-plan-versions'))).body;
    expect(items.map((one: Body) => [one.number, one.state])).toEqual([
      [2, 'draft'],
      [1, 'approved'],
    ]);
    expect(items[1].items[0].title).toBe('Prima');
    expect((await app.as(manager).post(approve, act, ifMatch(2))).body.code).toBe('plan.approved');
  });

  it('are not approved empty, unseen, or by somebody else', async () => {
    const { coordinator, manager, path, add } = await aPlan();
    const { body: draft } = await app.as(coordinator).post(path('work-plan-versions'));
    const approve = path(`work-plan-versions/${draft.id}/approve`);
    const act = { approvedOn: '2018-10-01' };
    expect(await app.as(manager).post(approve, act, ifMatch(1))).toMatchObject({
      status: 422,
      body: { code: 'plan.empty' },
    });
    await add({ code: 'A1' });
    expect((await app.as(manager).post(approve, act)).status).toBe(428);
    expect((await app.as(coordinator).post(approve, act, ifMatch(1))).status).toBe(403);
    expect((await app.as(manager).post(approve, {}, ifMatch(1))).status).toBe(400);
  });
});

describe('deliverables', () => {
  it('say what was made, in which language and where it is', async () => {
    const { project, coordinator, path } = await aPlan();
    const item = await aWorkItem(app, project);
    const body = {
      kind: 'publication',
      title: 'Le ricerche in Piemonte',
      workItemId: item.id,
      language: 'it',
      territory: 'Piemonte',
      fileName: 'le-ricerche-in-piemonte1',
    };
    const added = await app.as(coordinator).post(path('deliverables'), body);
    expect(added).toMatchObject({ status: 201, body: { ...body, theme: null, url: null } });
    const { items } = (await app.as(coordinator).get(path('deliverables'))).body;
    expect(items.map((one: Body) => one.id)).toEqual([added.body.id]);
  });

  it('hang on no other project’s work item and on no odd address', async () => {
    const { coordinator, path } = await aPlan();
    const foreign = await aWorkItem(app, await aProject(app));
    const send = (more: object) =>
      app.as(coordinator).post(path('deliverables'), { kind: 'study', title: 'S', ...more });
    expect((await send({ workItemId: foreign.id })).status).toBe(422);
    expect((await send({ url: 'file:///etc/passwd' })).status).toBe(400);
    expect((await send({ kind: 'poesia' })).status).toBe(400);
  });
});

describe('who may', () => {
  it('reads the plan with any role in the project, and writes it as coordinator or manager', async () => {
    const { project, manager, path } = await aPlan();
    const participation = await aPartner(app, project);
    const item = await aWorkItem(app, project);
    const readers = [
      await aMember(app, project, 'administrator'),
      await aMember(app, project, 'auditor'),
      await aMember(app, project, 'legal'),
      await aMember(app, project, 'staff'),
      await aMember(app, project, 'partner', { participation }),
    ];
    const lists = ['work-items', 'work-plan-versions', 'objectives', 'deliverables'];
    const writes: [string, object][] = [
      ['work-items', { kind: 'action', code: 'N', title: 'No' }],
      ['work-plan-versions', {}],
      ['deliverables', { kind: 'study', title: 'No' }],
    ];
    for (const user of readers) {
      for (const list of lists) expect((await app.as(user).get(path(list))).status).toBe(200);
      for (const [to, body] of writes)
        expect((await app.as(user).post(path(to), body)).status).toBe(403);
      const edit = await app.as(user).patch(path(`work-items/${item.id}`), {}, ifMatch(1));
      expect(edit.status).toBe(403);
    }
    expect((await app.as(manager).post(path('deliverables'), writes[2]?.[1])).status).toBe(201);
    const stranger = await aMember(app, await aProject(app), 'manager');
    for (const list of lists) expect((await app.as(stranger).get(path(list))).status).toBe(404);
    expect((await app.as(null).get(path('work-items'))).status).toBe(401);
  });

  it('writes nothing into an archived project', async () => {
    const project = await aProject(app, { state: 'archived' });
    const coordinator = await aMember(app, project, 'coordinator');
    for (const [to, body] of [
      ['work-items', { kind: 'action', code: 'N', title: 'No' }],
      ['work-plan-versions', {}],
      ['deliverables', { kind: 'study', title: 'No' }],
    ] as const) {
      const refused = await app.as(coordinator).post(`/projects/${project.id}/${to}`, body);
      expect(refused).toMatchObject({ status: 409, body: { code: 'project.archived' } });
    }
  });
});
