import { aMember, aPartner, aProject, aWorkItem } from '../factories/index.js';
import { aCourse, aRecipient, aSession, enrol } from '../factories/courses.js';
import { PNG, upload } from '../documents/upload.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Body, ifMatch } from '../support/client.js';

type Row = { id: string };

/** Alfa knows somebody; then Beta takes the same person in charge. */
describe('a person of two partners', () => {
  let app: TestApp;
  let project: Row, item: Row, coordinator: Row;
  let alfa: { partner: Row; operator: Row; course: Row }, beta: typeof alfa;
  let shared: Body;
  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    item = await aWorkItem(app, project);
    coordinator = await aMember(app, project, 'coordinator');
    [alfa, beta] = [await aSide('Alfa'), await aSide('Beta')];
    shared = (await app.as(alfa.operator).post(at('recipients'), { initials: 'A.B.' })).body;
    await change(alfa.operator, 1, { initials: 'Z.Z.' });
    await enrol(app, project, alfa.course, shared as Row);
    const taken = await app.as(beta.operator).post(at('intakes'), { code: shared.code });
    expect(taken.status).toBe(201);
  });
  afterAll(() => app.close());

  const at = (path: string) => `/projects/${project.id}/${path}`;
  const change = (who: Row, seen: number, to: object) =>
    app.as(who).patch(at(`recipients/${shared.id}`), to, ifMatch(seen));
  async function aSide(name: string): Promise<typeof alfa> {
    const partner = await aPartner(app, project);
    const values = { name: `Operatrice ${name}` };
    const operator = await aMember(app, project, 'partner', { participation: partner, values });
    const of = { participation_id: partner.id };
    const course = await aCourse(app, project, item, { ...of, title: `Corso di ${name}` });
    return { partner, operator, course };
  }

  it('follows courses that each partner sees of its own only', async () => {
    await enrol(app, project, beta.course, shared as Row);
    const titles = async (who: Row) =>
      (await app.as(who).get(at(`recipients/${shared.id}`))).body.courses;
    expect(await titles(alfa.operator)).toEqual(['Corso di Alfa']);
    expect(await titles(beta.operator)).toEqual(['Corso di Beta']);
    expect(await titles(coordinator)).toEqual(['Corso di Alfa', 'Corso di Beta']);
    const followers = async (who: Row, course: Row) =>
      (await app.as(who).get(at(`recipients?courseId=${course.id}`))).body.items.length;
    expect(await followers(beta.operator, alfa.course)).toBe(0);
    expect(await followers(beta.operator, beta.course)).toBe(1);
  });

  it('has a past that each partner reads since it knows the person, with the names of its project', async () => {
    const elsewhere = await aProject(app);
    const values = { name: 'Altrove' };
    const other = await aMember(app, elsewhere, 'coordinator', { values });
    const there = `/projects/${elsewhere.id}`;
    await app.as(other).post(`${there}/intakes`, { code: shared.code });
    const changed = await app
      .as(other)
      .patch(`${there}/recipients/${shared.id}`, { birthYear: 1985 }, ifMatch(2));
    expect(changed.status).toBe(200);
    const history = async (who: Row): Promise<Body[]> =>
      (await app.as(who).get(at(`recipients/${shared.id}/history`))).body.items;
    const [first, ...later] = await history(beta.operator);
    expect(later).toEqual([]);
    expect(first).toMatchObject({ actor: null, changes: [{ field: 'birthYear', after: '1985' }] });
    const actors = (items: Body[]) => items.map(({ actor }) => actor);
    expect(actors(await history(alfa.operator))).toEqual([
      'Operatrice Alfa',
      'Operatrice Alfa',
      null,
    ]);
    expect(actors(await history(coordinator))).toEqual([
      'Operatrice Alfa',
      'Operatrice Alfa',
      'Altrove',
    ]);
  });

  it('and an identity whose readings each partner sees as far as they are its own', async () => {
    const path = at(`recipients/${shared.id}/identity`);
    const { version } = (await app.as(alfa.operator).get(path)).body;
    const who = { surname: 'Zorzanello-Prova', name: 'Quirinale' };
    await app.as(alfa.operator).put(path, who, ifMatch(version));
    for (const { operator } of [alfa, beta])
      await app.as(operator).post(`${path}/read`, { purpose: 'Attestato da consegnare' });
    const readers = async (who: Row) =>
      (await app.as(who).get(path)).body.accesses.map(({ actor }: Body) => actor);
    expect(await readers(beta.operator)).toEqual(['Operatrice Beta']);
    expect(await readers(alfa.operator)).toEqual(['Operatrice Alfa', 'Operatrice Alfa']);
    expect(await readers(coordinator)).toEqual([
      'Operatrice Beta',
      'Operatrice Alfa',
      'Operatrice Alfa',
    ]);
  });

  it('is marked by the partner in whose course it is, whoever has it in charge, and nowhere else', async () => {
    const guest = await aRecipient(app, project, { participation: alfa.partner });
    await enrol(app, project, beta.course, guest);
    const sessionOf = ({ course, partner }: typeof alfa) =>
      aSession(app, project, { workItem: item, course, participation_id: partner.id });
    const [here, free] = [
      await sessionOf(beta),
      await aSession(app, project, { workItem: item, participation_id: beta.partner.id }),
    ];
    const mark = async (activity: Row) => {
      const marks = [{ activityId: activity.id, recipientId: guest.id, presence: 'present' }];
      return (await app.as(beta.operator).post(at('attendance'), { marks })).status;
    };
    expect(await mark(here)).toBe(200);
    expect(await mark(free)).toBe(404);
    expect(await mark(await sessionOf(alfa))).toBe(404);
  });

  it('and its register counts the files that its reader may know of', async () => {
    const of = { workItem: item, course: beta.course, participation_id: beta.partner.id };
    const session = await aSession(app, project, { ...of, day: '2019-09-30' });
    const subject = { subjectTable: 'activity', subjectId: session.id };
    const sent = await upload(
      app,
      coordinator,
      project.id,
      { name: 'foglio.png', content: PNG },
      { fields: { kind: 'evidence', confidential: 'true', ...subject } },
    );
    expect(sent.status).toBe(201);
    const files = async (who: Row) =>
      (await app.as(who).get(at(`courses/${beta.course.id}/register`))).body.sessions[0].files;
    expect(await files(coordinator)).toBe(1);
    expect(await files(beta.operator)).toBe(0);
  });
});
