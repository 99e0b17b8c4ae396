import {
  aContract,
  aContractLine,
  aMediatedProject,
  aMediation,
  type Mediated,
} from '../factories/contracts.js';
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
    ['another kind of work', 'package.kind', { kind: 'community_mediation' }],
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
