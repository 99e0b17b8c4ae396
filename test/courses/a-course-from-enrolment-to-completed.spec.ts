import {
  aMember,
  anOrganisation,
  aPartner,
  aPerson,
  aProject,
  aWorkItem,
  put,
} from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch, type Body } from '../support/client.js';

type Row = { id: string };

describe('a course, from enrolment to completed', () => {
  let app: TestApp;
  let project: Row, item: Row, partner: Row, coordinator: Row, operator: Row, school: Row;
  let teacher: Row;
  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    item = await aWorkItem(app, project);
    partner = await aPartner(app, project);
    school = await anOrganisation(app, { kind: 'school' });
    teacher = await aPerson(app, 'Maria Maestra');
    coordinator = await aMember(app, project, 'coordinator');
    operator = await aMember(app, project, 'partner', { participation: partner });
    await put(app, 'team_member', { project_id: project.id, person_id: teacher.id });
  });
  afterAll(() => app.close());

  const at = (path: string) => `/projects/${project.id}/${path}`;
  const body = (values: object = {}) => ({
    title: 'L2 principianti',
    workItemId: item.id,
    participationId: partner.id,
    schoolId: school.id,
    schoolYear: '2019/20',
    plannedMinutes: 240,
    thresholdPercent: 75,
    seats: 2,
    classes: ['1A', '2B', '1A'],
    teachers: [{ personId: teacher.id, internal: true }],
    ...values,
  });
  const aPupil = async (values: object = {}) => {
    const known = { birthYear: 2009, gender: 'female', citizenship: 'MA', initials: 'A.B.' };
    const { status, body: made } = await app.as(operator).post(at('recipients'), {
      ...known,
      noticeOn: '2019-09-12',
      noticeTo: 'guardian',
      ...values,
    });
    expect(status).toBe(201);
    return made;
  };
  const register = async (course: Row) =>
    (await app.as(coordinator).get(at(`courses/${course.id}/register`))).body;
  const mark = (who: Row, marks: object[]) => app.as(who).post(at('attendance'), { marks });

  it('is opened by the partner that holds it, with its school and teachers', async () => {
    const { status, body: course } = await app.as(operator).post(at('courses'), body());
    expect(status).toBe(201);
    expect(course).toMatchObject({
      schoolYear: '2019/20',
      classes: ['1A', '2B'],
      teachers: [{ personId: teacher.id, name: 'Maria Maestra', internal: true }],
      regulars: 0,
      completed: 0,
    });
    const foreign = await app.as(operator).post(at('courses'), body({ participationId: null }));
    expect([foreign.status, foreign.body.code]).toEqual([403, 'course.partner']);
    const plesso = await anOrganisation(app, { kind: 'school' });
    const wrong = await app.as(coordinator).post(at('courses'), body({ buildingId: plesso.id }));
    expect([wrong.status, wrong.body.code]).toEqual([422, 'course.building']);
    const year = await app.as(coordinator).post(at('courses'), body({ schoolYear: '2019/21' }));
    expect(year.status).toBe(400);
  });

  it('fills up, is attended, and is completed by who was there for the threshold', async () => {
    const course = (await app.as(operator).post(at('courses'), body({ title: 'L2 uno' }))).body;
    const people = [await aPupil(), await aPupil(), await aPupil()];
    const [ada, bea, cleo] = people as [Body, Body, Body];
    const enrolments = at(`courses/${course.id}/enrolments`);
    const enrol = (who: Body, more: object = {}) =>
      app.as(operator).post(enrolments, { recipientId: who.id, fromDay: '2019-09-15', ...more });
    expect((await enrol(ada)).body).toMatchObject({ status: 'regular', code: ada.code });
    expect((await enrol(bea)).status).toBe(201);
    const full = await enrol(cleo);
    expect([full.status, full.body.code]).toEqual([409, 'course.full']);
    expect((await enrol(cleo, { status: 'listener' })).status).toBe(201);
    const twice = await enrol(ada, { status: 'listener' });
    expect([twice.status, twice.body.code]).toEqual([409, 'enrolment.once']);

    const planned = await app.as(operator).post(at(`courses/${course.id}/sessions`), {
      days: ['2019-11-18', '2019-11-19', '2019-11-21'],
      startTime: '14:00',
      endTime: '16:00',
    });
    expect(planned.status).toBe(201);
    const { sessions } = await register(course);
    expect(sessions.map(({ state, open }: Body) => [state, open])).toEqual([
      ['done', true],
      ['done', true],
      ['planned', false],
    ]);
    const [first, second, third] = sessions.map(({ activityId }: Body) => activityId);
    const early = await mark(operator, [
      { activityId: third, recipientId: ada.id, presence: 'present' },
    ]);
    expect([early.status, early.body.code]).toEqual([422, 'attendance.early']);

    const all = await mark(operator, [
      { activityId: first, recipientId: ada.id, presence: 'present' },
      { activityId: second, recipientId: ada.id, presence: 'present', minutes: 60 },
      { activityId: first, recipientId: bea.id, presence: 'present' },
      { activityId: second, recipientId: bea.id, presence: 'absent' },
      { activityId: first, recipientId: cleo.id, presence: 'present' },
      { activityId: second, recipientId: cleo.id, presence: 'present' },
    ]);
    expect(all.body).toMatchObject({
      marks: 6,
      sessions: [
        { activityId: first, present: 3 },
        { activityId: second, present: 2 },
      ],
    });
    const listed: Body[] = (await app.as(coordinator).get(enrolments)).body.items;
    const of = (who: Body) => listed.find(({ recipientId }) => recipientId === who.id);
    expect(of(ada)).toMatchObject({ presences: 2, attendedMinutes: 180, completed: true });
    expect(of(bea)).toMatchObject({ presences: 1, attendedMinutes: 120, completed: false });
    expect(of(cleo)).toMatchObject({ attendedMinutes: 240, status: 'listener', completed: false });
    expect((await app.as(coordinator).get(at(`courses/${course.id}`))).body).toMatchObject({
      completed: 1,
      regulars: 2,
      listeners: 1,
      sessionsDone: 2,
      sessionsPlanned: 1,
      minutesDone: 240,
    });

    const undone = await mark(operator, [
      { activityId: second, recipientId: ada.id, presence: 'none' },
    ]);
    expect(undone.status).toBe(200);
    expect((await app.as(coordinator).get(at(`courses/${course.id}`))).body.completed).toBe(0);
  });

  it('leaves a place when somebody withdraws, and takes the day', async () => {
    const course = (await app.as(operator).post(at('courses'), body({ seats: 1 }))).body;
    const [ada, bea] = [await aPupil(), await aPupil()];
    const enrolments = at(`courses/${course.id}/enrolments`);
    const { body: first } = await app.as(operator).post(enrolments, { recipientId: ada.id });
    const withdrawn = await app
      .as(operator)
      .patch(at(`enrolments/${first.id}`), { status: 'withdrawn' }, ifMatch(1));
    expect(withdrawn.body).toMatchObject({ status: 'withdrawn', toDay: '2019-11-20' });
    expect((await app.as(operator).post(enrolments, { recipientId: bea.id })).status).toBe(201);
    const back = await app
      .as(operator)
      .patch(at(`enrolments/${first.id}`), { status: 'regular' }, ifMatch(2));
    expect([back.status, back.body.code]).toEqual([409, 'course.full']);
  });

  it('is refused a presence longer than the session, one in a sent report, one of a stranger', async () => {
    const course = (await app.as(coordinator).post(at('courses'), body())).body;
    const ada = await aPupil();
    await app.as(operator).post(at(`courses/${course.id}/sessions`), {
      days: ['2019-11-12'],
      startTime: '14:00',
      endTime: '16:00',
    });
    const { sessions } = await register(course);
    const box = { activityId: sessions[0].activityId, recipientId: ada.id, presence: 'present' };
    const long = await mark(operator, [{ ...box, minutes: 121 }]);
    expect([long.status, long.body.code]).toEqual([422, 'attendance.within']);

    const elsewhere = await aProject(app);
    const other = await aMember(app, elsewhere, 'coordinator');
    const { body: stranger } = await app
      .as(other)
      .post(`/projects/${elsewhere.id}/recipients`, { citizenship: 'AL' });
    expect((await mark(operator, [{ ...box, recipientId: stranger.id }])).status).toBe(404);

    expect((await mark(operator, [box])).status).toBe(200);
    const report = await put(app, 'report', {
      project_id: project.id,
      number: 1,
      kind: 'quarterly_sheet',
      from_day: '2019-10-01',
      to_day: '2019-12-31',
      state: 'sent',
      sent_at: '2019-11-19T10:00:00Z',
      sha256: 'a'.repeat(64),
    });
    await app.db.query('UPDATE activity SET report_id = $2 WHERE id = $1', [
      box.activityId,
      report.id,
    ]);
    for (const presence of ['absent', 'none']) {
      const locked = await mark(operator, [{ ...box, presence }]);
      expect([locked.status, locked.body.code]).toEqual([409, 'attendance.locked']);
    }
    const corrected = await app.as(coordinator).post(
      at(`activities/${box.activityId}/rectifications`),
      {
        reason: 'Finito prima',
        kind: 'l2_workshop',
        workItemId: item.id,
        participationId: partner.id,
        day: '2019-11-12',
        startTime: '14:00',
        endTime: '15:30',
        staffIds: [teacher.id],
        courseId: course.id,
      },
      ifMatch(1),
    );
    expect(corrected.status).toBe(201);
    const after = await register(course);
    expect(after.people[0].marks).toEqual([
      { activityId: corrected.body.id, present: true, minutes: 90 },
    ]);
  });

  it('is seen by its teacher and by no other staff, and by no other partner', async () => {
    const course = (await app.as(operator).post(at('courses'), body({ title: 'Di Maria' }))).body;
    const ada = await aPupil();
    await app.as(operator).post(at(`courses/${course.id}/enrolments`), { recipientId: ada.id });
    const other = await aPartner(app, project);
    const readers = {
      maria: await aMember(app, project, 'staff', { values: { person_id: teacher.id } }),
      nobody: await aMember(app, project, 'staff', {
        values: { person_id: (await aPerson(app)).id },
      }),
      rival: await aMember(app, project, 'partner', { participation: other }),
    };
    const sees = async (who: Row) => [
      (await app.as(who).get(at(`courses/${course.id}`))).status,
      (await app.as(who).get(at(`courses/${course.id}/register`))).status,
      (await app.as(who).get(at(`recipients/${ada.id}`))).status,
      (await app.as(who).get(at('courses'))).body.items.some(({ id }: Row) => id === course.id),
    ];
    expect(await sees(readers.maria)).toEqual([200, 200, 200, true]);
    expect(await sees(readers.nobody)).toEqual([404, 404, 404, false]);
    expect(await sees(readers.rival)).toEqual([404, 404, 404, false]);
  });
});
