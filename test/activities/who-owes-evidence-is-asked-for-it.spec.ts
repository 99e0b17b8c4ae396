import { aUser, put } from '../factories/index.js';
import { aMediatedProject, type Mediated } from '../factories/contracts.js';
import { lettersOf } from '../factories/requests.js';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;
let project: Mediated;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2019-11-20');
  project = await aMediatedProject(app);
  await app.db.query('DELETE FROM outbox');
});

const work = (values: Record<string, unknown> = {}): Promise<{ id: string }> =>
  put(app, 'activity', {
    project_id: project.id,
    work_item_id: project.workItem.id,
    kind: 'l2_workshop',
    state: 'done',
    day: '2019-11-04',
    minutes: 120,
    ...values,
  });
const remind = (ids: string[], user: { id: string } = project.coordinator) =>
  app.as(user).post(`/projects/${project.id}/evidence-reminders`, { activityIds: ids });
const addresses = async () => (await lettersOf(app)).map(({ to }) => to).sort();

describe('who owes the evidence of an activity', () => {
  it('is asked for it: its people and the operators of its partner, each by one letter', async () => {
    const theirs = { participation_id: project.partner.id };
    const one = await work({ ...theirs, staff_ids: [project.mediator.id] });
    const two = await work({ ...theirs, day: '2019-11-05' });
    const told = await remind([one.id, two.id]);
    expect(told).toMatchObject({
      status: 200,
      body: { reminded: 2, letters: 2, already: 0, unaddressed: 0 },
    });
    expect(await addresses()).toEqual([project.operator.email, project.staff.email].sort());
    const letters = await lettersOf(app);
    const operators = letters.find(({ to }) => to === project.operator.email);
    expect(operators?.subject).toBe('Mancano le prove di 2 attività');
    for (const { id } of [one, two]) expect(operators?.text).toContain(id);
  });

  it('else is who logged it; of work that nobody logged nobody is asked', async () => {
    const logger = await aUser(app);
    const logged = await work({ created_by: logger.id });
    const { body } = await remind([logged.id, (await work()).id]);
    expect(body).toMatchObject({ reminded: 1, unaddressed: 1 });
    expect(await addresses()).toEqual([logger.email]);
  });

  it('is asked once a day for each activity, and the list says when', async () => {
    const { id } = await work({ staff_ids: [project.mediator.id] });
    await remind([id]);
    expect((await remind([id])).body).toMatchObject({ reminded: 0, already: 1, letters: 0 });
    expect(await addresses()).toHaveLength(1);
    app.clock.set('2019-11-21');
    expect((await remind([id])).body).toMatchObject({ reminded: 1, already: 0 });
    const { body } = await app
      .as(project.coordinator)
      .get(`/activities?projectId=${project.id}&evidence=missing`);
    expect(body.items).toMatchObject([{ id, remindedOn: '2019-11-21' }]);
  });

  it('is left alone once something is attached, and for what was not done', async () => {
    const staff = { staff_ids: [project.mediator.id] };
    const proved = await work(staff);
    await put(app, 'document', {
      project_id: project.id,
      sha256: 'a'.repeat(64),
      size_bytes: 1,
      media_type: 'application/pdf',
      name: 'registro.pdf',
      kind: 'register',
      subject_table: 'activity',
      subject_id: proved.id,
    });
    const planned = await work({ ...staff, state: 'planned', day: '2019-11-29' });
    const { body } = await remind([proved.id, planned.id]);
    expect(body).toEqual({ reminded: 0, already: 0, unaddressed: 0, letters: 0 });
  });

  it('and its correction keeps what was attached, on paper too', async () => {
    const first = await work();
    await put(app, 'document', {
      project_id: project.id,
      sha256: 'b'.repeat(64),
      size_bytes: 1,
      media_type: 'application/pdf',
      name: 'registro.pdf',
      kind: 'register',
      subject_table: 'activity',
      subject_id: first.id,
    });
    const second = await work({ corrects_id: first.id });
    const third = await work({ corrects_id: second.id });
    expect((await remind([second.id, third.id])).body).toMatchObject({ reminded: 0 });
    const documents = `/projects/${project.id}/documents?subjectId=${third.id}&subjectTable=activity`;
    expect((await app.as(project.coordinator).get(documents)).body.items).toMatchObject([
      { name: 'registro.pdf', kind: 'register' },
    ]);
  });

  it('is asked by who confirms activities, of the own project, and by no other', async () => {
    const { id } = await work({ staff_ids: [project.mediator.id] });
    for (const user of [project.operator, project.staff, project.auditor])
      expect((await remind([id], user)).status).toBe(403);
    const elsewhere = await aMediatedProject(app);
    const foreign = await app
      .as(elsewhere.coordinator)
      .post(`/projects/${elsewhere.id}/evidence-reminders`, { activityIds: [id] });
    expect(foreign.body).toMatchObject({ reminded: 0, letters: 0 });
    expect(await addresses()).toEqual([]);
  });
});
