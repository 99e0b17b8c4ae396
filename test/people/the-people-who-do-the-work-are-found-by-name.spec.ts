import {
  aMember,
  anOrganisation,
  aPartner,
  aProject,
  aSystemAdmin,
  put,
} from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Body } from '../support/client.js';

let app: TestApp;
let project: { id: string };

beforeAll(async () => {
  app = await startApp();
  project = await aProject(app);
});

afterAll(() => app.close());

const names = async (user: { id: string }, query = ''): Promise<string[]> =>
  (await app.as(user).get(`/persons${query}`)).body.items.map((one: Body) => one.name);

describe('people', () => {
  it('are added by those who run a project and found without accents', async () => {
    const coordinator = await aMember(app, project, 'coordinator');
    const body = await anOrganisation(app, { name: 'Cooperativa Alfa' });
    const added = await app
      .as(coordinator)
      .post('/persons', { name: 'Niccolò Sarà', organisationId: body.id });
    expect(added).toMatchObject({
      status: 201,
      body: { organisationName: 'Cooperativa Alfa', demonstration: false },
    });
    expect(await names(coordinator, '?search=niccolo')).toEqual(['Niccolò Sarà']);
    expect((await app.as(coordinator).post('/persons', { name: '' })).status).toBe(400);
  });

  it('are added by nobody else', async () => {
    for (const role of ['auditor', 'legal', 'staff'] as const) {
      const user = await aMember(app, project, role);
      expect((await app.as(user).post('/persons', { name: 'No' })).status).toBe(403);
      expect((await app.as(user).get('/persons')).status).toBe(200);
    }
    expect((await app.as(await aSystemAdmin(app)).get('/persons')).status).toBe(403);
    expect((await app.as(null).get('/persons')).status).toBe(401);
  });

  it('a partner’s operator sees those of its own body and the working group, no others', async () => {
    const [own, other] = [await anOrganisation(app), await anOrganisation(app)];
    const participation = await aPartner(app, project, { organisation_id: own.id });
    const operator = await aMember(app, project, 'partner', { participation });
    await put(app, 'person', { name: 'Mia', organisation_id: own.id });
    await put(app, 'person', { name: 'Altrui', organisation_id: other.id });
    const colleague = await put(app, 'person', { name: 'Capogruppo' });
    await put(app, 'team_member', { project_id: project.id, person_id: colleague.id });
    expect(await names(operator)).toEqual(['Capogruppo', 'Mia']);
    expect(await names(operator, '?search=altrui')).toEqual([]);
  });
});
