import { Caller } from '../../src/access/caller.js';
import { REQUIRED } from '../../src/access/requires.js';
import { ActivitiesController } from '../../src/activities/activities.controller.js';
import { ActivitiesQueries } from '../../src/activities/activities.queries.js';
import { ActivitiesService } from '../../src/activities/activities.service.js';
import { ActivityExport } from '../../src/activities/activity-export.js';
import { ExpenseExport } from '../../src/spending/expense-export.js';
import { ExpenseListService } from '../../src/spending/expense-list.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { aLog, type Log } from './matrix/log.js';
import { rows } from './matrix/all.data.js';
import { runMatrix } from './matrix/runner.js';
import { runSights, sightsOf } from './matrix/sights.js';
import { sights } from './matrix/sights.data.js';
import { aPlace, aWorld, leave, type World } from './matrix/world.js';

const READ = 'GET /projects/{projectId}/activities/{activityId}';
const CONFIRM = 'POST /projects/{projectId}/activities/{activityId}/confirm';
const CHANGE = 'PATCH /projects/{projectId}/activities/{activityId}';

// Each proof runs part of the matrix twice.
jest.setTimeout(120_000);

type Method = (...values: never[]) => unknown;

describe('the matrix turns red', () => {
  let app: TestApp;
  let world: World;
  let log: Log;
  beforeAll(async () => {
    app = await startApp();
    world = await aWorld(app);
    log = await aLog(world);
  }, 60_000);
  afterAll(() => app.close());

  const cells = async (operation: string) => {
    const only = rows.filter((row) => row.operation === operation);
    expect(only).toHaveLength(1);
    const home = await aPlace(world, {});
    const { differences } = await runMatrix({ ...world, home }, only);
    await leave(world, home);
    return differences;
  };
  const lists = (operation: string) =>
    runSights(
      world,
      log,
      sightsOf(sights).filter((sight) => sight.operation === operation),
    );

  /** Breaks the program, looks, mends it, and looks again. */
  async function redWhile(broken: () => () => void, look: () => Promise<string[]>) {
    const mend = broken();
    const red = await look().finally(mend);
    expect(await look()).toEqual([]);
    return red;
  }

  /** A handler whose declaration is gone, or says something else. */
  const declaring = (handler: object, requirement: unknown) => () => {
    const before: unknown = Reflect.getMetadata(REQUIRED, handler);
    if (requirement === undefined) Reflect.deleteMetadata(REQUIRED, handler);
    else Reflect.defineMetadata(REQUIRED, requirement, handler);
    return () => Reflect.defineMetadata(REQUIRED, before, handler);
  };

  /** A method that forgets who is asking. */
  const forgetful =
    (service: new (...parts: never[]) => unknown, name: string) => (): (() => void) => {
      const found = app.nest.get(service, { strict: false }) as Record<string, Method>;
      const scopedMethod = found[name]!.bind(found) as (...values: unknown[]) => unknown;
      const open = (...values: unknown[]) =>
        scopedMethod(...values.map((v) => (v instanceof Caller ? allSeeing(v, world) : v)));
      Object.defineProperty(found, name, { value: open, configurable: true });
      return () => void Reflect.deleteProperty(found, name);
    };

  it('when a route loses its declaration', async () => {
    const red = await redWhile(declaring(ActivitiesController.prototype.confirm, undefined), () =>
      cells(CONFIRM),
    );
    expect(red.join('\n')).toMatch(/confirm, C, own: 403 instead of 200/);
  });

  it('when a route is open to more roles than it should', async () => {
    const anybody = { permission: 'activity.view', reach: 'project' };
    const red = await redWhile(declaring(ActivitiesController.prototype.confirm, anybody), () =>
      cells(CONFIRM),
    );
    expect(red.join('\n')).toMatch(/confirm, U, own: \d+ instead of 403/);
  });

  it('when a route forgets the project of its address', async () => {
    const anywhere = { permission: 'activity.view', reach: 'institute' };
    const red = await redWhile(declaring(ActivitiesController.prototype.read, anywhere), () =>
      cells(READ),
    );
    expect(red.join('\n')).toMatch(/Y, own: 403 instead of 404/);
  });

  it.each([
    ['the list of activities', ActivitiesQueries, 'list', 'GET /activities'],
    ['the export of activities', ActivityExport, 'csv', 'GET /activities/export.csv'],
    [
      'the export of expenses',
      ExpenseExport,
      'csv',
      'GET /projects/{projectId}/expenses/export.csv',
    ],
    ['the list of expenses', ExpenseListService, 'list', 'GET /projects/{projectId}/expenses'],
  ] as const)('when %s loses its scope', async (_, service, name, operation) => {
    const red = await redWhile(forgetful(service, name), () => lists(operation));
    expect(red.join('\n')).toMatch(/, P: shows .*h2/);
  });

  it.each([
    ['activities', ActivitiesQueries, 'totals', 'GET /activities/totals'],
    ['expenses', ExpenseListService, 'totals', 'GET /projects/{projectId}/expenses/totals'],
  ] as const)('when the count of %s loses its scope', async (_, service, name, operation) => {
    const red = await redWhile(forgetful(service, name), () => lists(operation));
    expect(red.join('\n')).toMatch(/, P: counts /);
  });

  it.each([
    ['reading', 'read', READ],
    ['changing', 'change', CHANGE],
  ] as const)('when %s one row forgets whose it is', async (_, name, operation) => {
    const red = await redWhile(forgetful(ActivitiesService, name), () => cells(operation));
    expect(red.join('\n')).toMatch(/, P, otherPartner: 200 instead of 404/);
  });
});

/** The same person, whom nothing bounds: an auditor of every project that the matrix knows. */
function allSeeing(caller: Caller, world: World): Caller {
  const projects = [world.home, world.archived, world.foreign].map(({ id }) => id);
  const here = new Set(caller.projectId ? [...projects, caller.projectId] : projects);
  const memberships = [...here].map((projectId) => ({
    projectId,
    role: 'manager' as const,
    participationId: null,
  }));
  return new Caller({ ...caller.signed, memberships }, caller.projectId);
}
