import { AuditChain } from '../../src/platform/audit/audit-chain.js';
import { aCourse, aRecipient, aSession, attend, enrol } from '../factories/courses.js';
import { aMember, aPartner, aPerson, aProject, aWorkItem, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { csv, Importing } from '../imports/sheets.js';
import { ifMatch, type Body } from '../support/client.js';
import { sealAll } from '../support/sealed.js';

type Row = { id: string };

// Nobody has this name.
const IDENTITY = { surname: 'Zorzanello-Prova', name: 'Quirinale', birthDate: '2010-03-07' };

describe('who somebody is can be erased or restricted', () => {
  let app: TestApp;
  let project: Row, partner: Row, coordinator: Row, manager: Row, operator: Row;
  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    partner = await aPartner(app, project);
    coordinator = await aMember(app, project, 'coordinator');
    manager = await aMember(app, project, 'manager');
    operator = await aMember(app, project, 'partner', { participation: partner });
  });
  afterAll(() => app.close());

  const at = (person: Row, path = '') => `/projects/${project.id}/recipients/${person.id}${path}`;
  const keep = async (who: Row, person: Row) => {
    const { version } = (await app.as(who).get(at(person))).body;
    return app.as(who).put(at(person, '/identity'), IDENTITY, ifMatch(version));
  };
  const aKept = async (): Promise<Row & { code: string }> => {
    const person = await aRecipient(app, project, { participation: partner });
    expect((await keep(operator, person)).status).toBe(200);
    return person;
  };

  it('erased for good, while counts and the chain of changes stay', async () => {
    const person = await aKept();
    const item = await aWorkItem(app, project);
    const course = await aCourse(app, project, item);
    await enrol(app, project, course, person);
    const session = await aSession(app, project, { workItem: item, course });
    await attend(app, project, session, person);
    const counts = async () =>
      (await app.as(manager).get(`/people/counts?courseId=${course.id}&by=gender`)).body;
    const before = await counts();
    const chain = app.nest.get(AuditChain);
    expect(
      (
        await app
          .as(coordinator)
          .post(at(person, '/erasure'), { how: 'erase', reason: 'Richiesta' })
      ).status,
    ).toBe(403);
    const { status } = await app
      .as(manager)
      .post(at(person, '/erasure'), { how: 'erase', reason: 'Richiesta della persona' });
    expect(status).toBe(204);
    expect(await counts()).toEqual(before);
    expect(before.people).toBe(1);
    expect((await app.as(manager).get(at(person))).body).toMatchObject({ initials: null });
    const again = await app.as(manager).post(at(person, '/identity/read'), { purpose: 'Verifica' });
    expect([again.status, again.body.code]).toEqual([409, 'identity.erased']);
    const left: unknown[] = await app.db.query(
      `SELECT FROM audit_entry WHERE row_id = $1 AND (before ->> 'initials' = 'Q.Z.' OR after ->> 'initials' = 'Q.Z.')`,
      [person.id],
    );
    expect(left).toEqual([]);
    expect((await keep(operator, person)).body.code).toBe('identity.erased');
    await sealAll(chain);
    expect(await chain.verify()).toMatchObject({ broken: null });
  });

  it('also from the files that brought it: what they said, what was read, what would bring it back', async () => {
    const course = await aCourse(app, project, await aWorkItem(app, project), { title: 'L2 sera' });
    const importing = new Importing(app, project, coordinator, 'enrolments');
    const file = csv([
      ['Corso', 'Iniziali', 'Anno di nascita', 'Sesso'],
      ['L2 sera', 'X.W.', '1985', 'F'],
      ['L2 sera', 'Y.V.', '1990', 'M'],
    ]);
    const applied = await importing.whole(file);
    const again = await importing.checked(file);
    expect(again).toMatchObject({ good: 0, already: 2 });
    const [{ id }] = await app.db.query(
      `SELECT r.id FROM recipient r JOIN enrolment e ON e.recipient_id = r.id WHERE e.course_id = $1 AND r.initials = 'X.W.'`,
      [course.id],
    );
    const { status } = await app
      .as(manager)
      .post(at({ id }, '/erasure'), { how: 'erase', reason: 'Richiesta della persona' });
    expect(status).toBe(204);
    const left: unknown[] = await app.db.query(
      `SELECT FROM import_row WHERE cells::text LIKE '%X.W.%' UNION ALL SELECT FROM import_result WHERE row::text LIKE '%X.W.%'
       UNION ALL SELECT FROM audit_entry WHERE after::text LIKE '%X.W.%' OR before::text LIKE '%X.W.%'
       UNION ALL SELECT FROM idempotency_key WHERE answer::text LIKE '%X.W.%'
       UNION ALL SELECT FROM import_result WHERE row_id = '${id}' AND fingerprint IS NOT NULL`,
    );
    expect(left).toEqual([]);
    // The file that was only looked at would have brought the same person again.
    expect((await importing.read(again.id)).status).toBe(404);
    expect((await importing.read(applied.id)).body).toMatchObject({ state: 'applied', good: 2 });
    // Who is not erased is still known when the file comes again.
    expect(await importing.checked(file)).toMatchObject({ good: 1, already: 1 });
  });

  it('also from what was answered: a repeated request tells how things are now, and nothing was stored to tell more', async () => {
    const told = { initials: 'Q.Z.', flags: ['asylum_seeker'], citizenshipProof: 'permit' };
    const course = await aCourse(app, project, await aWorkItem(app, project), {
      participation_id: partner.id,
    });
    const of = { project_id: project.id, course_id: course.id };
    const { id: teacher } = await aPerson(app);
    await put(app, 'course_teacher', { ...of, person_id: teacher, internal: true });
    const under = (key: string, version?: number) => ({
      'idempotency-key': `ripetuta-${key}`,
      ...(version === undefined ? {} : ifMatch(version)),
    });
    const path = `/projects/${project.id}`;
    const one = app.as(operator);
    const add = () => one.post(`${path}/recipients`, told, under('presa'));
    const { body: person } = await add();
    const enrolment = { recipientId: person.id };
    const enrol = () =>
      one.post(`${path}/courses/${course.id}/enrolments`, enrolment, under('iscr'));
    const { body: enrolled } = await enrol();
    const writes: Record<string, () => Promise<{ status: number; body: Body; text: string }>> = {
      add,
      enrol,
      change: () => one.patch(at(person), { initials: 'Z.Q.' }, under('modifica', 1)),
      identity: () => one.put(at(person, '/identity'), IDENTITY, under('identita', 2)),
      listen: () =>
        one.patch(`${path}/enrolments/${enrolled.id}`, { status: 'listener' }, under('uditore', 1)),
      sessions: () =>
        one.post(
          `${path}/courses/${course.id}/sessions`,
          { days: ['2019-10-08'], startTime: '10:00', endTime: '11:00' },
          under('incontri'),
        ),
    };
    for (const write of Object.values(writes)) {
      const first = await write();
      expect(first.status).toBeLessThan(300);
      expect(first.text).toMatch(/Z\.Q\.|Q\.Z\./);
      // As often as it is sent, it happened once.
      expect(await write()).toMatchObject({ status: first.status, body: first.body });
    }
    const stored = async (): Promise<unknown[]> =>
      app.db.query(
        `SELECT FROM idempotency_key WHERE answer::text ~ 'Z\\.Q\\.|Q\\.Z\\.|asylum_seeker|permit'`,
      );
    expect(await stored()).toEqual([]);
    const erasure = { how: 'erase', reason: 'Richiesta della persona' };
    expect((await app.as(manager).post(at(person, '/erasure'), erasure)).status).toBe(204);
    for (const [name, write] of Object.entries(writes)) {
      const { status, text, body } = await write();
      expect([name, text]).not.toEqual([
        name,
        expect.stringMatching(/Z\.Q\.|Q\.Z\.|asylum|permit/),
      ]);
      if (name === 'identity') expect([status, body.code]).toEqual([409, 'identity.erased']);
      else expect(status).toBeLessThan(300);
    }
  });

  it('restricted instead, where the law asks to keep it: read by nobody until it is released', async () => {
    const person = await aKept();
    const hold = { years: 5, legalHold: true, lastPaymentOn: '2018-06-30' };
    const held = await app.as(manager).put(`/projects/${project.id}/retention`, hold, ifMatch(0));
    expect(held.body).toMatchObject({ keepUntil: '2023-12-31', due: false, legalHold: true });
    // A colleague who saw none yet does not lift it.
    const unseen = await app
      .as(manager)
      .put(`/projects/${project.id}/retention`, { years: 10, legalHold: false }, ifMatch(0));
    expect([unseen.status, unseen.body.code]).toEqual([412, 'version.stale']);
    const refused = await app
      .as(manager)
      .post(at(person, '/erasure'), { how: 'erase', reason: 'Richiesta della persona' });
    expect([refused.status, refused.body.code]).toEqual([409, 'identity.hold']);
    const restrict = (how: string) =>
      app.as(manager).post(at(person, '/erasure'), { how, reason: 'Opposizione della persona' });
    expect((await restrict('restrict')).status).toBe(204);
    const closed = await app
      .as(coordinator)
      .post(at(person, '/identity/read'), { purpose: 'Attestato' });
    expect([closed.status, closed.body.code]).toEqual([409, 'identity.restricted']);
    expect((await restrict('release')).status).toBe(204);
    expect(
      (await app.as(coordinator).post(at(person, '/identity/read'), { purpose: 'Attestato' }))
        .status,
    ).toBe(200);
    const free = { ...hold, years: 1, legalHold: false, lastPaymentOn: '2016-06-30' };
    const due = await app.as(manager).put(`/projects/${project.id}/retention`, free, ifMatch(1));
    expect(due.body).toMatchObject({ keepUntil: '2017-12-31', due: true });
  });
});
