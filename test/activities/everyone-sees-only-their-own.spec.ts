import { aContractLine } from '../factories/contracts.js';
import { aCourse, aRecipient, enrol } from '../factories/courses.js';
import { aMember, aPartner, aPerson, aProject, aWorkItem, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';

type Row = { id: string };

describe('everyone sees only their own activities', () => {
  let app: TestApp;
  let project: Row, item: Row, ours: Row, theirs: Row, coordinator: Row, operator: Row, anna: Row;

  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    item = await aWorkItem(app, project);
    [ours, theirs] = [await aPartner(app, project), await aPartner(app, project)];
    anna = await aPerson(app, 'Anna');
    coordinator = await aMember(app, project, 'coordinator');
    operator = await aMember(app, project, 'partner', { participation: ours });
    await put(app, 'team_member', { project_id: project.id, person_id: anna.id });
  });
  afterAll(() => app.close());

  const body = (participation: Row | null, values: object = {}) => ({
    kind: 'family_meeting',
    workItemId: item.id,
    participationId: participation?.id ?? null,
    day: '2019-11-04',
    minutes: 60,
    ...values,
  });
  const log = (who: Row, activity: object) =>
    app.as(who).post(`/projects/${project.id}/activities`, activity);

  it('a partner’s operator: in the list, the totals, the hours, the export and the history', async () => {
    const mine = (await log(operator, body(ours, { note: 'nostra' }))).body;
    const other = (await log(coordinator, body(theirs, { note: 'loro' }))).body;
    const partner = app.as(operator);
    expect((await partner.get('/activities')).body.items.map((a: Row) => a.id)).toEqual([mine.id]);
    expect((await partner.get(`/activities?participationId=${theirs.id}`)).body.items).toEqual([]);
    expect((await partner.get('/activities/totals')).body).toMatchObject({
      activities: 1,
      minutes: 60,
      source: 'rows',
    });
    expect((await partner.get('/hours')).body.items).toMatchObject([
      { kind: 'family_meeting', months: [{ month: '2019-11', minutes: 60 }] },
    ]);
    const file = (await partner.get('/activities/export.csv')).text;
    expect([file.includes('nostra'), file.includes('loro')]).toEqual([true, false]);

    const path = `/projects/${project.id}/activities/${other.id}`;
    for (const answer of [
      await partner.get(path),
      await partner.get(`${path}/history`),
      await partner.patch(path, body(ours), ifMatch(1)),
      await partner.post(`${path}/cancel`, { reason: 'no' }, ifMatch(1)),
    ]) {
      expect(answer.status).toBe(404);
    }
    expect((await app.as(coordinator).get('/hours')).body.items).toMatchObject([
      { months: [{ minutes: 120, activities: 2 }] },
    ]);
  });

  it('and logs only for its own body, nor moves a row to another', async () => {
    expect(await log(operator, body(theirs))).toMatchObject({
      status: 403,
      body: { code: 'activity.partner' },
    });
    expect(await log(operator, body(null))).toMatchObject({ status: 403 });
    const mine = (await log(operator, body(ours))).body;
    const path = `/projects/${project.id}/activities/${mine.id}`;
    expect((await app.as(operator).patch(path, body(theirs), ifMatch(1))).status).toBe(403);
    expect((await app.as(operator).post(`${path}/confirm`, undefined, ifMatch(1))).status).toBe(
      403,
    );
  });

  it('a staff member: what it did or logged itself', async () => {
    const staff = await aMember(app, project, 'staff', { values: { person_id: anna.id } });
    const done = (await log(coordinator, body(null, { staffIds: [anna.id] }))).body;
    const seen = (await app.as(staff).get('/activities')).body.items.map((a: Row) => a.id);
    expect(seen).toEqual([done.id]);
    expect(await log(staff, body(null))).toMatchObject({
      status: 403,
      body: { code: 'activity.own' },
    });
    expect((await log(staff, body(null, { staffIds: [anna.id] }))).status).toBe(201);
  });

  it('nor hangs its work on a course or a package of others, through which it would come to their people', async () => {
    const inCharge = { participation_id: theirs.id };
    const course = await aCourse(app, project, item, inCharge);
    await enrol(app, project, course, await aRecipient(app, project, { participation: theirs }));
    const line = await aContractLine(app, project, { kind: 'family_meeting' });
    const staff = await aMember(app, project, 'staff', { values: { person_id: anna.id } });
    const today = { day: '2019-11-20', staffIds: [anna.id] };
    for (const [who, body1] of [
      [operator, body(ours, { ...today, courseId: course.id })],
      [staff, body(null, { ...today, courseId: course.id })],
      [operator, body(ours, { contractLineId: line.id })],
    ] as const) {
      expect(await log(who, body1)).toMatchObject({
        status: 422,
        body: { code: 'activity.reference' },
      });
      expect((await app.as(who).get('/attendance/pocket')).body.sessions).toEqual([]);
    }
    const mine = (await log(operator, body(ours, today))).body;
    const path = `/projects/${project.id}/activities/${mine.id}`;
    const hung = await app
      .as(operator)
      .patch(path, body(ours, { ...today, courseId: course.id }), ifMatch(1));
    expect(hung.body.code).toBe('activity.reference');
    expect(
      (await log(coordinator, body(theirs, { ...today, staffIds: [], courseId: course.id })))
        .status,
    ).toBe(201);
    const [own] = [await aCourse(app, project, item, { participation_id: ours.id })];
    expect(
      (await log(operator, body(ours, { ...today, staffIds: [], courseId: own.id }))).status,
    ).toBe(201);
  });

  it('nor names, on any path, a person that it does not find in its list: that would tell who it is', async () => {
    const stranger = await aPerson(app, 'Segreta Persona');
    const at = (path: string) => `/projects/${project.id}/${path}`;
    const work = (id: string, day: string) => body(ours, { day, staffIds: [id] });
    const made = (await log(operator, work(anna.id, '2020-02-03'))).body;
    const course = await aCourse(app, project, item, { participation_id: ours.id });
    const meeting = { title: 'Riunione', activity: body(ours, { day: '2020-02-04' }) };
    const held = (await app.as(operator).post(at('meetings'), meeting)).body;
    const decided = at(`meetings/${held.id}/decisions`);
    const task = { text: 'Scrivere alla scuola', dueDay: '2020-03-01', personId: anna.id };
    const [{ task: given }] = (await app.as(operator).post(decided, task)).body.decisionList;
    const training = { workItemId: item.id, participationId: ours.id, field: 'Lingua' };
    const told = { ...training, contents: 'Grammatica', fromDay: '2019-10-07' };
    const trained = await app.as(operator).post(at('trainings'), { ...told, personIds: [anna.id] });
    const second = await aProject(app);
    const there = { projectId: second.id, workItemId: (await aWorkItem(app, second)).id };
    const theirPart = await aPartner(app, second);
    const membership = { user_id: operator.id, project_id: second.id, role: 'partner' };
    await put(app, 'member', { ...membership, participation_id: theirPart.id });
    const hours = { day: '2020-02-10', startTime: '10:00', endTime: '12:00' };
    const common = { kind: 'family_meeting', ...hours };
    const shares = [
      { projectId: project.id, workItemId: item.id, participationId: ours.id, minutes: 60 },
      { ...there, participationId: theirPart.id, minutes: 60 },
    ];
    const opened = { workItemId: item.id, participationId: ours.id, schoolYear: '2019/20' };
    const newCourse = { ...opened, title: 'L2', plannedMinutes: 60 };
    const cells = { startTime: '14:00', endTime: '15:00', days: ['2020-02-12'] };
    type Way = ['post' | 'patch', string, object, number?];
    const ways = (id: string): Record<string, Way> => {
      const [staff, activity] = [{ staffIds: [id] }, work(id, '2020-05-04')];
      const [teachers, of] = [[{ personId: id, internal: true }], { personIds: [id] }];
      const move = { scope: 'this', days: 1, ...staff };
      return {
        log: ['post', at('activities'), activity],
        batch: ['post', at('activity-batches'), { rows: [activity] }],
        edit: ['patch', at(`activities/${made.id}`), activity, 1],
        move: ['post', at(`activities/${made.id}/move`), move, 2],
        series: ['post', at('activity-series'), { rule: 'FREQ=WEEKLY;COUNT=2', activity }],
        share: ['post', '/shared-activities', { ...common, ...staff, shares }],
        meeting: ['post', at('meetings'), { title: 'Altra', activity }],
        decision: ['post', decided, { ...task, personId: id }],
        task: ['patch', at(`tasks/${given.id}`), { personId: id }, 1],
        course: ['post', at('courses'), { ...newCourse, teachers }],
        teachers: ['patch', at(`courses/${course.id}`), { teachers }, 1],
        sessions: ['post', at(`courses/${course.id}/sessions`), { ...cells, ...staff }],
        training: ['post', at('trainings'), { ...told, ...of }],
        trainees: ['patch', at(`trainings/${trained.body.id}`), of, 1],
      };
    };
    for (const name of Object.keys(ways(''))) {
      const send = async (id: string) => {
        const [verb, path, sent, version] = ways(id)[name]!;
        const headers = version ? ifMatch(version) : {};
        const { status, body: answer } = await app.as(operator)[verb](path, sent, headers);
        return { name, status, code: answer.code, detail: answer.detail };
      };
      const refused = await send(stranger.id);
      const code = name === 'batch' ? 'activity.batch' : 'reference.unknown';
      expect(refused).toMatchObject({ status: 422, code });
      // The answer is that of an id of nobody.
      expect(await send(item.id)).toEqual(refused);
      expect((await send(anna.id)).status).toBeLessThan(300);
    }
    expect(await log(coordinator, work(stranger.id, '2020-06-01'))).toMatchObject({ status: 201 });
  });

  it('may keep whom the coordination named on its work', async () => {
    const other = await aPerson(app, 'Mandata Dalla Regia');
    const named = body(ours, { day: '2020-06-02', staffIds: [other.id] });
    const { id } = (await log(coordinator, named)).body;
    const path = `/projects/${project.id}/activities/${id}`;
    const noted = await app.as(operator).patch(path, { ...named, note: 'andata bene' }, ifMatch(1));
    expect(noted.status).toBe(200);
  });

  it('may plan the sessions of its course with the teachers that the coordination named', async () => {
    const teacher = await aPerson(app, 'Docente Della Regia');
    const course = await aCourse(app, project, item, { participation_id: ours.id });
    const of = { course_id: course.id, person_id: teacher.id, internal: false };
    await put(app, 'course_teacher', { project_id: project.id, ...of });
    const path = `/projects/${project.id}/activity-series`;
    const plan = (courseId: string | null) => {
      const activity = body(ours, { day: '2020-06-08', staffIds: [teacher.id], courseId });
      return app.as(operator).post(path, { rule: 'FREQ=WEEKLY;COUNT=2', activity });
    };
    expect(await plan(null)).toMatchObject({ status: 422, body: { code: 'reference.unknown' } });
    expect(await plan(course.id)).toMatchObject({ status: 201, body: { activities: 2 } });
  });

  it('nor does a staff member put its work in the name of another by moving it', async () => {
    const staff = await aMember(app, project, 'staff', { values: { person_id: anna.id } });
    const ahead = { day: '2019-12-02', staffIds: [anna.id] };
    const mine = (await log(staff, body(null, ahead))).body;
    const move = { scope: 'this', days: 1, staffIds: [(await aPerson(app)).id] };
    const path = `/projects/${project.id}/activities/${mine.id}/move`;
    expect(await app.as(staff).post(path, move, ifMatch(1))).toMatchObject({
      status: 403,
      body: { code: 'activity.own' },
    });
    const later = { scope: 'this', days: 1 };
    expect((await app.as(staff).post(path, later, ifMatch(1))).status).toBe(200);
  });

  it('nobody: what a project of others holds', async () => {
    const stranger = await aMember(app, await aProject(app), 'coordinator');
    expect((await app.as(stranger).get(`/activities?projectId=${project.id}`)).body.items).toEqual(
      [],
    );
    expect((await app.as(stranger).get(`/hours?projectId=${project.id}`)).body.items).toEqual([]);
    expect(
      (await app.as(stranger).get(`/activities/totals?projectId=${project.id}`)).body.activities,
    ).toBe(0);
    expect((await log(stranger, body(null))).status).toBe(404);
  });
});
