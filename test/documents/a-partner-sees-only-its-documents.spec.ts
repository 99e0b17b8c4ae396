import { aMember, aPartner, aProject, aSystemAdmin, aWorkItem, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { PDF, PNG, upload } from './upload.js';

type Row = { id: string };
let app: TestApp;
let project: Row;
let item: Row;
let alfa: Row;
let beta: Row;
let coordinator: Row;
let operatorOfAlfa: Row;
let operatorOfBeta: Row;

beforeAll(async () => {
  app = await startApp();
  project = await aProject(app);
  item = await aWorkItem(app, project);
  [alfa, beta] = [await aPartner(app, project), await aPartner(app, project)];
  coordinator = await aMember(app, project, 'coordinator');
  operatorOfAlfa = await aMember(app, project, 'partner', { participation: alfa });
  operatorOfBeta = await aMember(app, project, 'partner', { participation: beta });
});
afterAll(() => app.close());

const activityOf = (participation: Row): Promise<Row> =>
  put(app, 'activity', {
    project_id: project.id,
    work_item_id: item.id,
    participation_id: participation.id,
    kind: 'seminar',
    state: 'done',
    day: '2019-05-02',
  });
const list = async (user: Row): Promise<string[]> => {
  const answer = await app.as(user).get(`/projects/${project.id}/documents`);
  return answer.body.items.map((document: { name: string }) => document.name).sort();
};

describe("a partner's operator", () => {
  it('sees what it attached, the coordinator sees all, the other partner nothing', async () => {
    const fields = {
      kind: 'evidence',
      subjectTable: 'activity',
      subjectId: (await activityOf(alfa)).id,
    };
    const sent = await upload(
      app,
      operatorOfAlfa,
      project.id,
      { name: 'alfa.png', content: PNG },
      { fields },
    );
    expect(sent).toMatchObject({ status: 201, body: { participationId: alfa.id } });
    await upload(app, coordinator, project.id, { name: 'progetto.pdf', content: PDF });
    expect(await list(operatorOfAlfa)).toEqual(['alfa.png']);
    expect(await list(coordinator)).toEqual(['alfa.png', 'progetto.pdf']);
    expect(await list(operatorOfBeta)).toEqual([]);
    for (const path of ['', '/content']) {
      const answer = await app
        .as(operatorOfBeta)
        .get(`/projects/${project.id}/documents/${sent.body.id}${path}`);
      const unknown = await app
        .as(operatorOfBeta)
        .get(`/projects/${project.id}/documents/${item.id}${path}`);
      expect(answer.status).toBe(404);
      expect({ ...answer.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    }
  });

  it("cannot attach to another partner's activity, nor in its name", async () => {
    const activity = await activityOf(beta);
    const subject = { kind: 'evidence', subjectTable: 'activity', subjectId: activity.id };
    const name = { kind: 'evidence', participationId: beta.id };
    for (const fields of [subject, name]) {
      const sent = await upload(
        app,
        operatorOfAlfa,
        project.id,
        { name: 'x.png', content: PNG },
        { fields },
      );
      expect(sent.status).toBe(404);
    }
  });

  it('does not see what is confidential', async () => {
    const fields = { kind: 'act', participationId: beta.id, confidential: 'true' };
    await upload(app, coordinator, project.id, { name: 'riservato.pdf', content: PDF }, { fields });
    expect(await list(operatorOfBeta)).toEqual([]);
    expect(await list(coordinator)).toContain('riservato.pdf');
  });

  it('loses sight of a file when its activity is moved to the other partner, who gains it', async () => {
    const moved = await activityOf(alfa);
    const fields = { kind: 'evidence', subjectTable: 'activity', subjectId: moved.id };
    await upload(app, coordinator, project.id, { name: 'spostata.png', content: PNG }, { fields });
    expect(await list(operatorOfAlfa)).toContain('spostata.png');
    await app.db.query('UPDATE activity SET participation_id = $1 WHERE id = $2', [
      beta.id,
      moved.id,
    ]);
    expect(await list(operatorOfAlfa)).not.toContain('spostata.png');
    expect(await list(operatorOfBeta)).toContain('spostata.png');
  });
});

describe('who may only read', () => {
  it.each(['auditor', 'legal'] as const)('%s reads and does not attach', async (role) => {
    const reader = await aMember(app, project, role);
    expect(await list(reader)).toContain('progetto.pdf');
    expect((await upload(app, reader, project.id, { name: 'x.png', content: PNG })).status).toBe(
      403,
    );
  });

  it('nobody, a stranger and the system administrator reach nothing', async () => {
    const stranger = await aMember(app, await aProject(app), 'coordinator');
    const path = `/projects/${project.id}/documents`;
    expect((await app.as(null).get(path)).status).toBe(401);
    expect((await app.as(stranger).get(path)).status).toBe(404);
    expect((await app.as(await aSystemAdmin(app)).get(path)).status).toBe(404);
    expect((await upload(app, stranger, project.id, { name: 'x.png', content: PNG })).status).toBe(
      404,
    );
  });
});
