import {
  aContract,
  aContractLine,
  aMediatedProject,
  aMediation,
  type Mediated,
} from '../factories/contracts.js';
import { startApp, type TestApp } from '../support/app.js';
import { put } from '../factories/index.js';
import { lettersOf } from '../factories/requests.js';
import { ifMatch } from '../support/client.js';
import { carryOut } from '../support/jobs.js';

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

const log = (line: { id: string }, values: Record<string, unknown> = {}) =>
  app.as(project.coordinator).post(`${path}/activities`, aMediation(project, line, values));
const residual = async () => {
  const { body } = await app.as(project.coordinator).get(`${path}/packages?by=line`);
  return body.items[0];
};

describe('a package', () => {
  it('is used by what is planned, done and confirmed, as each is billed', async () => {
    const line = await aContractLine(app, project);
    await log(line, { minutes: 20 });
    await log(line, { minutes: 100, day: '2019-11-05' });
    const { body: confirmed } = await log(line, { minutes: 60, day: '2019-11-06' });
    await app
      .as(project.coordinator)
      .post(`${path}/activities/${confirmed.id}/confirm`, undefined, ifMatch(1));
    await log(line, { minutes: 45, day: '2019-11-29' });
    expect(await residual()).toMatchObject({
      bought: 600,
      planned: 45,
      done: 180,
      confirmed: 60,
      billable: 60,
      used: 60 + 120 + 60 + 60,
      residual: 300,
      alert: 'none',
    });
  });

  it('is freed by what is cancelled', async () => {
    const line = await aContractLine(app, project);
    const { body: mediation } = await log(line, { minutes: 600 });
    expect(await residual()).toMatchObject({ residual: 0, alert: 'ninety_five' });
    const reason = { reason: 'Scuola chiusa' };
    const cancelled = await app
      .as(project.coordinator)
      .post(`${path}/activities/${mediation.id}/cancel`, reason, ifMatch(1));
    expect(cancelled.status).toBe(200);
    expect(await residual()).toMatchObject({ residual: 600 });
  });

  it('refuses what goes over it, unless a reason is written, which stays', async () => {
    const line = await aContractLine(app, project);
    await log(line, { minutes: 590 });
    const refused = await log(line, { day: '2019-11-05' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'package.over' } });
    const overReason = 'Convocazione urgente del tribunale';
    const over = await log(line, { day: '2019-11-05', overReason });
    expect(over).toMatchObject({ status: 201, body: { overReason } });
    expect(await residual()).toMatchObject({ residual: -60, alert: 'over' });
  });

  it('lets work on a full package be confirmed and shortened, not lengthened', async () => {
    const line = await aContractLine(app, project);
    const { body: first } = await log(line, { minutes: 600 });
    await log(line, { day: '2019-11-05', overReason: 'Urgenza' });
    const at = `${path}/activities/${first.id}`;
    const change = (minutes: number, version: number) =>
      app
        .as(project.coordinator)
        .patch(at, aMediation(project, line, { minutes }), ifMatch(version));
    expect((await change(630, 1)).body.code).toBe('package.over');
    expect((await change(570, 1)).status).toBe(200);
    const confirmed = await app
      .as(project.coordinator)
      .post(`${at}/confirm`, undefined, ifMatch(2));
    expect(confirmed.status).toBe(200);
  });

  it('counts a wasted trip: nothing done, the minimum paid', async () => {
    const line = await aContractLine(app, project);
    const trip = await log(line, { kind: 'wasted_trip', minutes: undefined, quantity: 1 });
    expect(trip.status).toBe(201);
    expect(await residual()).toMatchObject({ done: 0, used: 60, residual: 540 });
  });

  it.each([
    ['another kind of work', 'package.kind', { kind: 'scheduled_desk' }],
    ['another language', 'package.language', { language: 'sq' }],
    ['no language at all', 'package.language', { language: null }],
    ['a day after its validity', 'package.validity', { day: '2019-11-18' }],
  ])('does not pay for %s', async (_, code, values) => {
    const line = await aContractLine(app, project, { language: 'ar', valid_to: '2019-11-15' });
    const refused = await log(line, { language: 'ar', ...values });
    expect(refused).toMatchObject({ status: 422, body: { code } });
  });

  it('of a contract that is closed takes no new work, and keeps what it has', async () => {
    const contract = await aContract(app, project);
    const line = await aContractLine(app, project, { contract });
    const { body: before } = await log(line);
    await app.db.query(`UPDATE contract SET state = 'closed' WHERE id = $1`, [contract.id]);
    const refused = await log(line, { day: '2019-11-05' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'package.closed' } });
    const confirmed = await app
      .as(project.coordinator)
      .post(`${path}/activities/${before.id}/confirm`, undefined, ifMatch(1));
    expect(confirmed.status).toBe(200);
  });

  it('of another project does not exist here', async () => {
    const foreign = await aContractLine(app, await aMediatedProject(app));
    expect((await log(foreign)).status).toBe(422);
  });

  it('is not made smaller than its work, nor of another kind', async () => {
    const line = await aContractLine(app, project);
    await log(line, { minutes: 300 });
    const change = (values: Record<string, unknown>) =>
      app.as(project.coordinator).patch(`${path}/contract-lines/${line.id}`, values, ifMatch(1));
    expect((await change({ bought: 240 })).body.code).toBe('contract.below_used');
    expect((await change({ kind: 'scheduled_desk' })).body.code).toBe('contract.line_in_use');
    expect((await change({ bought: 300 })).status).toBe(200);
  });

  it('lets no two at once take the last hour', async () => {
    const line = await aContractLine(app, project, { bought: 300 });
    const days = Array.from({ length: 12 }, (_, i) => `2019-11-${String(i + 1).padStart(2, '0')}`);
    const answers = await Promise.all(days.map((day) => log(line, { day })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    expect(answers.filter(({ body }) => body.code === 'package.over')).toHaveLength(7);
    expect(await residual()).toMatchObject({ used: 300, residual: 0 });
  });
});

describe('what is allotted', () => {
  const allot = (line: { id: string }, to: Record<string, unknown>, amount = 120) =>
    put(app, 'hour_allotment', {
      project_id: project.id,
      contract_line_id: line.id,
      amount,
      ...to,
    });

  it.each(['body', 'territory'])('to a %s is not exceeded without a reason', async (to) => {
    const { school, territory } = project;
    const line = await aContractLine(app, project);
    const body = to === 'body';
    const place = () => (body ? { organisationIds: [school.id] } : { territoryId: territory.id });
    await allot(line, body ? { organisation_id: school.id } : { territory_id: territory.id });
    expect((await log(line, { minutes: 90, ...place() })).status).toBe(201);
    const day = '2019-11-05';
    const refused = await log(line, { day, ...place() });
    expect(refused).toMatchObject({ status: 422, body: { code: 'package.over_allotment' } });
    expect((await log(line, { day })).status).toBe(201);
    const over = await log(line, { day: '2019-11-06', overReason: 'Urgenza', ...place() });
    expect(over.status).toBe(201);
  });

  it('is not exceeded by work that is moved to the body that has no room for it', async () => {
    const line = await aContractLine(app, project);
    await allot(line, { organisation_id: project.school.id });
    const { body: elsewhere } = await log(line, { minutes: 180 });
    const values = { minutes: 180, organisationIds: [project.school.id] };
    const moved = await app
      .as(project.coordinator)
      .patch(`${path}/activities/${elsewhere.id}`, aMediation(project, line, values), ifMatch(1));
    expect(moved).toMatchObject({ status: 422, body: { code: 'package.over_allotment' } });
  });

  it('is never less than what was used', async () => {
    const line = await aContractLine(app, project);
    await log(line, { minutes: 180, organisationIds: [project.school.id] });
    const allotted = (amount: number) =>
      app
        .as(project.coordinator)
        .put(
          `${path}/contract-lines/${line.id}/allotments`,
          { items: [{ organisationId: project.school.id, amount }] },
          ifMatch(1),
        );
    expect((await allotted(120)).body.code).toBe('contract.allotment_below_used');
    expect((await allotted(180)).status).toBe(200);
  });
});

describe('a package that comes to its end', () => {
  const told = async () => {
    await carryOut(app);
    return (await lettersOf(app)).filter(({ to }) => to === project.coordinator.email);
  };
  const cancel = (id: string) =>
    app
      .as(project.coordinator)
      .post(`${path}/activities/${id}/cancel`, { reason: 'Annullata' }, ifMatch(1));

  it('is told to the coordinators at 80 and at 95 per cent, once each', async () => {
    const line = await aContractLine(app, project);
    await log(line, { minutes: 450 });
    expect(await told()).toHaveLength(0);
    const { body: rise } = await log(line, { day: '2019-11-05' });
    expect(await told()).toMatchObject([{ subject: expect.stringContaining('all’80%') }]);
    await cancel(rise.id);
    await log(line, { day: '2019-11-06' });
    expect(await told()).toHaveLength(1);
    await log(line, { day: '2019-11-07' });
    const [, last] = await told();
    expect(last?.subject).toContain('al 95%');
    expect(last?.text).toContain('Restano: 0:30 ore');
    expect(await told()).toHaveLength(2);
  });

  it('is told once when both are passed at a time, and again when it was enlarged', async () => {
    const line = await aContractLine(app, project);
    await log(line, { minutes: 600 });
    expect(await told()).toHaveLength(1);
    await app
      .as(project.coordinator)
      .patch(`${path}/contract-lines/${line.id}`, { bought: 720 }, ifMatch(1));
    expect((await told()).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('al 95%'),
      expect.stringContaining('all’80%'),
    ]);
  });

  it('is told to nobody else', async () => {
    const line = await aContractLine(app, project);
    await log(line, { minutes: 600 });
    await carryOut(app);
    const letters = await lettersOf(app);
    for (const { email } of [project.administrator, project.operator, project.staff])
      expect(letters.map(({ to }) => to)).not.toContain(email);
  });
});
