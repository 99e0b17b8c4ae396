import { startApp, type TestApp } from '../support/app.js';
import { aLog } from './matrix/log.js';
import { runSights, sightsOf } from './matrix/sights.js';
import { sights } from './matrix/sights.data.js';
import { aWorld } from './matrix/world.js';

describe('lists, counts, sums and exports', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('show each role its rows and no other, whatever the filter asks for', async () => {
    const world = await aWorld(app);
    expect(await runSights(world, await aLog(world), sightsOf(sights))).toEqual([]);
  }, 120_000);
});
