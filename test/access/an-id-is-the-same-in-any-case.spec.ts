import { aMember, aPartner, aPerson, aProject, aWorkItem, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';

type Row = { id: string };

describe('an id is the same in any case', () => {
  let app: TestApp;
  let project: Row;
  let ours: Row;
  let operator: Row;
  let anna: Row;
  let item: Row;
  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    ours = await aPartner(app, project);
    item = await aWorkItem(app, project);
    anna = await aPerson(app);
    await put(app, 'team_member', { project_id: project.id, person_id: anna.id });
    operator = await aMember(app, project, 'partner', { participation: ours });
  });
  afterAll(() => app.close());

  const upper = ({ id }: Row) => id.toUpperCase();
  const body = (values: object = {}) => ({
    kind: 'on_call_mediation',
    workItemId: upper(item),
    participationId: upper(ours),
    day: '2019-11-04',
    minutes: 60,
    staffIds: [anna.id],
    ...values,
  });

  it('in an address and in a body: the operator logs for its own partner', async () => {
    const logged = await app.as(operator).post(`/projects/${upper(project)}/activities`, body());
    expect(logged.status).toBe(201);
    expect(logged.body).toMatchObject({
      projectId: project.id,
      participationId: ours.id,
      workItemId: item.id,
    });
    const path = `/projects/${upper(project)}/activities/${upper(logged.body)}`;
    expect((await app.as(operator).get(path)).status).toBe(200);
    const changed = await app.as(operator).patch(path, body({ minutes: 61 }), ifMatch(1));
    expect(changed).toMatchObject({ status: 200, body: { minutes: 61, projectId: project.id } });
  });

  it('in a filter', async () => {
    for (const path of ['/hours', '/activities', '/activities/totals']) {
      const [as, other] = [project.id, upper(project)].map((id) =>
        app.as(operator).get(`${path}?projectId=${id}`),
      );
      expect((await other!).body).toEqual((await as!).body);
      expect(JSON.stringify((await other!).body)).toContain('61');
    }
  });

  it('in a list of people: nobody is there twice', async () => {
    const staffIds = [anna.id, upper(anna)];
    const day = '2019-11-05';
    const logged = await app
      .as(operator)
      .post(`/projects/${project.id}/activities`, body({ day, staffIds }));
    expect(logged).toMatchObject({ status: 201, body: { staffIds: [anna.id] } });
    const rows: unknown[] = await app.db.query(
      'SELECT 1 FROM activity_staff WHERE activity_id = $1',
      [logged.body.id],
    );
    expect(rows).toHaveLength(1);
  });
});
