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
let contract: { id: string };
let line: { id: string };

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  project = await aMediatedProject(app);
  contract = await aContract(app, project);
  line = await aContractLine(app, project, { contract });
});

/** At 35 € an hour, each begun half hour is paid, one hour at least. */
async function mediation(day: string, minutes: number, confirmed = true): Promise<string> {
  const path = `/projects/${project.id}/activities`;
  const { body } = await app
    .as(project.coordinator)
    .post(path, aMediation(project, line, { day, minutes }));
  if (confirmed)
    await app.as(project.coordinator).post(`${path}/${body.id}/confirm`, undefined, ifMatch(1));
  return body.id;
}
const compare = async (amount: string, user = project.administrator) =>
  app
    .as(user)
    .get(
      `/projects/${project.id}/contracts/${contract.id}/invoice-match?amount=${amount}&from=2019-11-01&to=2019-11-30`,
    );

describe('an amount that is typed in', () => {
  it('is what the confirmed hours of the month cost', async () => {
    await mediation('2019-11-04', 75);
    await mediation('2019-11-05', 20);
    await mediation('2019-10-31', 60);
    expect((await compare('87.50')).body).toMatchObject({
      expected: '87.50',
      difference: '0.00',
      unexplained: '0.00',
      items: [
        { billable: 90, cost: '52.50', reason: null },
        { billable: 60, cost: '35.00', reason: null },
      ],
    });
  });

  it('or the difference is explained activity by activity', async () => {
    await mediation('2019-11-04', 75);
    const pending = await mediation('2019-11-05', 60, false);
    const { body } = await compare('87.50');
    expect(body).toMatchObject({ expected: '52.50', difference: '35.00', unexplained: '0.00' });
    expect(body.items[1]).toMatchObject({
      activityId: pending,
      reason: 'not_confirmed',
      explains: '35.00',
    });
    const actual = await compare('43.75');
    expect(actual.body.items[0]).toMatchObject({ reason: 'no_rounding', explains: '-8.75' });
  });

  it('or it is said how much nothing explains', async () => {
    await mediation('2019-11-04', 75);
    expect((await compare('60.00')).body).toMatchObject({
      difference: '7.50',
      unexplained: '7.50',
    });
  });

  it('but not to a partner', async () => {
    expect((await compare('60.00', project.operator)).status).toBe(403);
  });
});
