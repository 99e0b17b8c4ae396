import { DataSource } from 'typeorm';
import { anOrganisation } from '../factories/index.js';
import { aMediatedProject, type Mediated } from '../factories/contracts.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';

let app: TestApp;
let project: Mediated;
let path: string;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  project = await aMediatedProject(app);
  path = `/projects/${project.id}`;
});

const contract = async (values: Record<string, unknown> = {}) => ({
  title: 'Mediazione interculturale',
  organisationId: (await anOrganisation(app, { kind: 'cooperative' })).id,
  reference: 'Determina 12/2019',
  validFrom: '2019-01-01',
  validTo: '2019-12-31',
  ...values,
});
const LINE = { kind: 'on_call_mediation', language: 'ar', unitRate: '35.00', bought: 6000 };

async function aKeptContract(values: Record<string, unknown> = {}) {
  const kept = await app.as(project.coordinator).post(`${path}/contracts`, await contract(values));
  expect(kept.status).toBe(201);
  return kept.body;
}
const addLine = (to: { id: string }, values: Record<string, unknown> = {}) =>
  app.as(project.coordinator).post(`${path}/contracts/${to.id}/lines`, { ...LINE, ...values });

describe('a coordinator keeps a contract', () => {
  it('with a line by kind and language, valid as long as the contract unless told', async () => {
    const kept = await aKeptContract();
    const line = await addLine(kept, { minimum: 60, step: 30 });
    expect(line).toMatchObject({
      status: 201,
      body: {
        unit: 'minutes',
        language: 'ar',
        unitRate: '35.00',
        validFrom: '2019-01-01',
        residual: 6000,
        alert: 'none',
      },
    });
    const read = await app.as(project.auditor).get(`${path}/contracts/${kept.id}`);
    expect(read.body).toMatchObject({ reference: 'Determina 12/2019', lines: [{ bought: 6000 }] });
  });

  it('changes it and its line, and its history says so', async () => {
    const kept = await aKeptContract();
    const { body: line } = await addLine(kept);
    const closed = await app
      .as(project.manager)
      .patch(`${path}/contracts/${kept.id}`, { state: 'closed' }, ifMatch(1));
    expect(closed).toMatchObject({ status: 200, body: { state: 'closed', version: 2 } });
    const cheaper = await app
      .as(project.coordinator)
      .patch(`${path}/contract-lines/${line.id}`, { unitRate: '33.50', step: 15 }, ifMatch(1));
    expect(cheaper).toMatchObject({ status: 200, body: { unitRate: '33.50', step: 15 } });
    const history = await app.as(project.auditor).get(`${path}/contracts/${kept.id}/history`);
    expect(history.body.items).toHaveLength(2);
  });

  it('allots its hours to bodies and territories, all at once', async () => {
    const { body: line } = await addLine(await aKeptContract());
    const items = [
      { organisationId: project.school.id, amount: 3600 },
      { territoryId: project.territory.id, amount: 2400 },
    ];
    const allotted = await app
      .as(project.coordinator)
      .put(`${path}/contract-lines/${line.id}/allotments`, { items }, ifMatch(1));
    expect(allotted.body.allotments.map((one: { amount: number }) => one.amount).sort()).toEqual([
      2400, 3600,
    ]);
    const less = await app
      .as(project.coordinator)
      .put(
        `${path}/contract-lines/${line.id}/allotments`,
        { items: items.slice(0, 1) },
        ifMatch(2),
      );
    expect(less.body.allotments).toHaveLength(1);
  });

  it.each([
    [
      'more than was bought',
      'contract.beyond_bought',
      () => [{ organisationId: project.school.id, amount: 6001 }],
    ],
    [
      'to a body and a territory at once',
      'contract.allotment',
      () => [{ organisationId: project.school.id, territoryId: project.territory.id, amount: 60 }],
    ],
    [
      'twice to the same body',
      'contract.allotment_twice',
      () => [
        { organisationId: project.school.id, amount: 60 },
        { organisationId: project.school.id, amount: 60 },
      ],
    ],
  ])('but does not allot %s', async (_, code, items) => {
    const { body: line } = await addLine(await aKeptContract());
    const refused = await app
      .as(project.coordinator)
      .put(`${path}/contract-lines/${line.id}/allotments`, { items: items() }, ifMatch(1));
    expect(refused).toMatchObject({ status: 422, body: { code } });
  });

  it.each([
    ['with nobody', 'contract.with', { organisationId: null }],
    ['that ends before it begins', 'contract.dates', { validTo: '2018-12-31' }],
  ])('but not a contract %s', async (_, code, values) => {
    const refused = await app
      .as(project.coordinator)
      .post(`${path}/contracts`, await contract(values));
    expect(refused).toMatchObject({ status: 422, body: { code } });
  });

  it('nor a line that outlives its contract', async () => {
    const refused = await addLine(await aKeptContract(), { validTo: '2020-01-01' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'contract.line_dates' } });
  });

  it('extends it, and the lines that ended with it go along', async () => {
    const kept = await aKeptContract();
    const { body: whole } = await addLine(kept);
    const { body: spring } = await addLine(kept, { language: 'fr', validTo: '2019-05-31' });
    const extended = await app
      .as(project.coordinator)
      .patch(`${path}/contracts/${kept.id}`, { validTo: '2020-06-30' }, ifMatch(1));
    expect(extended.status).toBe(200);
    const ends = Object.fromEntries(
      extended.body.lines.map(({ id, ...line }: { id: string }) => [id, line]),
    );
    expect(ends[whole.id]).toMatchObject({ validTo: '2020-06-30', version: 2 });
    expect(ends[spring.id]).toMatchObject({ validTo: '2019-05-31', version: 1 });
    const told = await app.db.query(
      `SELECT id FROM audit_entry WHERE table_name = 'contract_line' AND row_id = $1 AND action = 'update'`,
      [whole.id],
    );
    expect(told).toHaveLength(1);
  });

  it('nor one of both that are changed at once, of which each alone would pass', async () => {
    const kept = await aKeptContract();
    const { body: line } = await addLine(kept, { validTo: '2019-05-31' });
    const other = await new DataSource(app.db.options).initialize();
    const shorter = other.createQueryRunner();
    await shorter.startTransaction();
    await shorter.query(`UPDATE contract SET valid_to = '2019-06-30' WHERE id = $1`, [kept.id]);
    let answered = false;
    const longer = app
      .as(project.coordinator)
      .patch(`${path}/contract-lines/${line.id}`, { validTo: '2019-12-31' }, ifMatch(1))
      .finally(() => (answered = true));
    for (let waiting = 0; waiting === 0 && !answered;)
      [{ waiting }] = await app.db.query(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
    await shorter.commitTransaction();
    expect(await longer).toMatchObject({ status: 422, body: { code: 'contract.line_dates' } });
    await other.destroy();
  });

  it('takes away a line on which nothing was logged', async () => {
    const kept = await aKeptContract();
    const { body: line } = await addLine(kept);
    const gone = await app
      .as(project.coordinator)
      .delete(`${path}/contract-lines/${line.id}`, ifMatch(1));
    expect(gone.status).toBe(204);
    const read = await app.as(project.coordinator).get(`${path}/contracts`);
    expect(read.body.items).toMatchObject([{ id: kept.id, lines: [] }]);
  });

  it.each(['auditor', 'operator', 'staff'] as const)('and not a %s', async (role) => {
    const refused = await app.as(project[role]).post(`${path}/contracts`, await contract());
    expect(refused).toMatchObject({ status: 403, body: { code: 'access.denied' } });
  });

  it('whose rates a partner does not read', async () => {
    const refused = await app.as(project.operator).get(`${path}/contracts`);
    expect(refused.status).toBe(403);
  });
});

describe('territories', () => {
  it('are one list for the institute, each once', async () => {
    const added = await app
      .as(project.coordinator)
      .post('/territories', { kind: 'province', name: 'Asti' });
    expect(added.status).toBe(201);
    const again = await app
      .as(project.coordinator)
      .post('/territories', { kind: 'province', name: 'Asti' });
    expect(again).toMatchObject({ status: 409, body: { code: 'territory.duplicate' } });
    const seen = await app.as(project.staff).get('/territories');
    expect(seen.body.items).toContainEqual(expect.objectContaining({ name: 'Asti' }));
    const refused = await app
      .as(project.staff)
      .post('/territories', { kind: 'province', name: 'Cuneo' });
    expect(refused.status).toBe(403);
  });

  it('are corrected on the version that was seen, and stand in no territory of their own', async () => {
    const { body: bra } = await app
      .as(project.coordinator)
      .post('/territories', { kind: 'municipality', name: 'Brà' });
    const change = (body: object, version = 1, who = project.coordinator) =>
      app.as(who).send('PATCH', `/territories/${bra.id}`, body, ifMatch(version));
    expect((await change({ name: 'Bra' }, 1, project.staff)).status).toBe(403);
    expect(await change({ name: 'Bra' })).toMatchObject({
      status: 200,
      body: { name: 'Bra', kind: 'municipality', version: 2 },
    });
    expect((await change({ name: 'Bra (CN)' })).status).toBe(412);
    expect(await change({ provinceId: bra.id }, 2)).toMatchObject({
      status: 422,
      body: { code: 'territory.itself' },
    });
  });
});
