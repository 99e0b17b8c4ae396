import {
  aMember,
  anOrganisation,
  aPartner,
  aProject,
  aSystemAdmin,
  put,
} from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Body } from '../support/client.js';

let app: TestApp;
let project: { id: string };
let coordinator: { id: string };

beforeAll(async () => {
  app = await startApp();
  project = await aProject(app, { title: 'Cittadinanza in corso', acronym: 'CIC' });
  coordinator = await aMember(app, project, 'coordinator');
});

afterAll(() => app.close());

describe('a new project', () => {
  it('is opened by a coordinator, who has its role in it at once', async () => {
    const { status, body } = await app
      .as(coordinator)
      .post('/projects', { title: 'Scuola è casa' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      slug: 'scuola-e-casa',
      state: 'draft',
      roles: ['coordinator'],
      functionsKnown: false,
      starts: null,
    });
    expect((await app.as(coordinator).get(`/projects/${body.id}`)).status).toBe(200);
    const twin = await app.as(coordinator).post('/projects', { title: 'Scuola è casa' });
    expect(twin.body.slug).toBe('scuola-e-casa-2');
  });

  it('is opened once, however often the request is sent again', async () => {
    const key = { 'idempotency-key': `prova-${project.id}` };
    const first = await app.as(coordinator).post('/projects', { title: 'Una volta' }, key);
    const second = await app.as(coordinator).post('/projects', { title: 'Una volta' }, key);
    expect(second.body.id).toBe(first.body.id);
  });

  it('is opened by the system administrator for others, without entering it', async () => {
    const admin = await aSystemAdmin(app);
    const { status, body } = await app.as(admin).post('/projects', { title: 'Per altri' });
    expect(status).toBe(201);
    expect((await app.as(admin).get(`/projects/${body.id}`)).status).toBe(404);
  });

  it('is not opened by an auditor, a partner’s operator or a stranger', async () => {
    for (const role of ['auditor', 'legal', 'staff', 'administrator'] as const) {
      const user = await aMember(app, project, role);
      expect((await app.as(user).post('/projects', { title: 'No' })).status).toBe(403);
    }
    expect((await app.as(null).post('/projects', { title: 'No' })).status).toBe(401);
    expect((await app.as(coordinator).post('/projects', {})).status).toBe(400);
  });
});

describe('the names that the system administrator sees', () => {
  it('are enough to give access and no more', async () => {
    const partner = await aPartner(app, project);
    const { status, body } = await app.as(await aSystemAdmin(app)).get('/project-names');
    expect(status).toBe(200);
    const row = body.items.find((one: Body) => one.id === project.id);
    expect(row.participations.map((one: Body) => one.id)).toContain(partner.id);
    expect(Object.keys(row).sort()).toEqual(['id', 'participations', 'slug', 'title']);
  });

  it('are nobody else’s', async () => {
    expect((await app.as(coordinator).get('/project-names')).status).toBe(403);
  });
});

describe('the working group', () => {
  it('takes people on with their function, or without one', async () => {
    const person = await put(app, 'person', { name: 'Ada Rossi' });
    const path = `/projects/${project.id}/team`;
    const added = await app.as(coordinator).post(path, { personId: person.id, fromDay: '2018-05' });
    expect(added).toMatchObject({
      status: 201,
      body: { name: 'Ada Rossi', function: null, fromDay: '2018-05', toDay: null },
    });
    const { body } = await app.as(await aMember(app, project, 'staff')).get(path);
    expect(body.items.map((one: Body) => one.name)).toContain('Ada Rossi');
  });

  it('is not for others to change', async () => {
    const person = await put(app, 'person', { name: 'Ugo Bianchi' });
    const path = `/projects/${project.id}/team`;
    for (const role of ['administrator', 'auditor', 'staff'] as const) {
      const user = await aMember(app, project, role);
      expect((await app.as(user).post(path, { personId: person.id })).status).toBe(403);
    }
    const organisation = await anOrganisation(app);
    const wrong = await app.as(coordinator).post(path, { personId: organisation.id });
    expect(wrong.status).toBe(422);
  });
});
