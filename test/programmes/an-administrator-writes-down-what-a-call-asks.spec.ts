import { aMember, aPartner, aProject, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Body } from '../support/client.js';

type Row = { id: string };

describe('what a call asks', () => {
  let app: TestApp;
  let project: Row, administrator: Row, coordinator: Row;
  let fund: Body, programme: Body, call: Body;

  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    administrator = await aMember(app, project, 'administrator');
    coordinator = await aMember(app, project, 'coordinator');
  });
  afterAll(() => app.close());

  const as = () => app.as(administrator);
  const seen = (version: number) => ({ 'if-match': `"${version}"` });
  const changeCall = async (body: object) => {
    const answer = await as().patch(`/calls/${call.id}`, body, seen(call.version));
    if (answer.status === 200) call = answer.body;
    return answer;
  };

  it('stands in a programme of a fund, and a project can be placed in it', async () => {
    fund = (await as().post('/funds', { code: 'FAMI', name: 'Fondo Asilo' })).body;
    const path = `/funds/${fund.id}/programmes`;
    programme = (await as().post(path, { code: 'FAMI 14-20', name: 'Programma' })).body;
    const added = await as().post(`/programmes/${programme.id}/calls`, { title: 'Avviso 1' });
    call = added.body;
    expect(added).toMatchObject({ status: 201, body: { title: 'Avviso 1', costCategories: [] } });
    const placed = await app
      .as(coordinator)
      .patch(`/projects/${project.id}`, { fundId: fund.id, callId: call.id }, seen(1));
    expect(placed.body.fund.call).toMatchObject({ id: call.id });
  });

  it('has a tree of codes in which nothing stands under itself', async () => {
    const path = `/programmes/${programme.id}/nodes`;
    const above = (await as().post(path, { code: 'OS2', label: 'Integrazione', kind: 'priority' }))
      .body;
    const under = (
      await as().post(path, { code: 'm', label: 'Scambio', kind: 'letter', parentId: above.id })
    ).body;
    expect(under).toMatchObject({ parentId: above.id, version: 1 });
    const loop = await as().patch(`/programme-nodes/${above.id}`, { parentId: under.id }, seen(1));
    expect(loop).toMatchObject({ status: 422, body: { code: 'programme.loop' } });
    const twin = await as().post(path, { code: 'OS2', label: 'Ancora', kind: 'priority' });
    expect(twin.status).toBe(409);
  });

  it('keeps its categories with their ids, new order and all', async () => {
    await changeCall({
      costCategories: [
        { code: 'A', label: 'Personale', capRate: '0.07', capBase: 'direct' },
        { code: 'A1', label: 'Interno', parentCode: 'A' },
        { code: 'B', label: 'Viaggi' },
      ],
    });
    const [staff, internal, travel] = call.costCategories;
    expect(internal.parentId).toBe(staff.id);
    await changeCall({
      costCategories: [
        { ...pick(travel), label: 'Viaggi e trasferte' },
        pick(staff),
        { ...pick(internal), parentCode: 'A' },
      ],
    });
    expect(call.costCategories.map((one: Body) => [one.id, one.label])).toEqual([
      [travel.id, 'Viaggi e trasferte'],
      [staff.id, 'Personale'],
      [internal.id, 'Interno'],
    ]);
  });

  it('does not lose a category that a budget uses', async () => {
    const [travel, staff] = call.costCategories;
    const partner = await aPartner(app, project);
    const version = await put(app, 'budget_version', { project_id: project.id, number: 1 });
    await put(app, 'budget_line', {
      project_id: project.id,
      budget_version_id: version.id,
      participation_id: partner.id,
      cost_category_id: travel.id,
      description: 'Treni',
      planned: '0.00',
    });
    expect(await changeCall({ costCategories: [pick(staff)] })).toMatchObject({
      status: 409,
      body: { code: 'call.category-used' },
    });
    expect(await changeCall({ costCategories: [pick(travel), pick(staff)] })).toMatchObject({
      status: 200,
    });
  });

  it.each([
    ['a category of another call', [{ id: 'UNKNOWN', code: 'X', label: 'X' }], 'id'],
    [
      'two categories of one code',
      [
        { code: 'X', label: 'X' },
        { code: 'X', label: 'Y' },
      ],
      'code',
    ],
    ['a category under none', [{ code: 'X', label: 'X', parentCode: 'Z' }], 'parentCode'],
  ])('refuses %s', async (_, categories, member) => {
    const costCategories = categories.map((one) =>
      'id' in one ? { ...one, id: project.id } : one,
    );
    const refused = await changeCall({ costCategories });
    expect(refused).toMatchObject({ status: 422, body: { code: 'call.categories' } });
    expect(refused.body.errors[0].path).toMatch(new RegExp(`\\.${member}$`));
  });

  it('has rules by day, of which one without a value says that nobody has found it', async () => {
    const rules = [
      { code: 'cap', label: 'Massimale', value: '10 %', validTo: '2019-12-31' },
      { code: 'cap', label: 'Massimale', value: '12 %', validFrom: '2020-01-01' },
      { code: 'vat', label: 'IVA', value: null },
    ];
    await changeCall({ rules });
    expect(call.rules.map((rule: Body) => [rule.code, rule.value])).toEqual([
      ['cap', '10 %'],
      ['cap', '12 %'],
      ['vat', null],
    ]);
    await changeCall({ rules: rules.slice(0, 2) });
    expect(call.rules).toHaveLength(2);
  });

  it('is not lost to somebody who saw an older version, nor changed by a coordinator', async () => {
    const stale = await as().patch(`/calls/${call.id}`, { note: 'Nota' }, seen(call.version - 1));
    expect(stale.status).toBe(412);
    const may = app.as(coordinator);
    expect((await may.patch(`/calls/${call.id}`, { note: 'No' }, seen(call.version))).status).toBe(
      403,
    );
    expect((await may.post('/funds', { code: 'X', name: 'X' })).status).toBe(403);
  });
});

const pick = ({ id, code, label }: Body) => ({ id, code, label });
