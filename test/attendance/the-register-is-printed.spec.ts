import { execFileSync } from 'node:child_process';
import { aMember, aPartner, aProject, aWorkItem } from '../factories/index.js';
import { aCourse, aRecipient, aSession, attend, enrol } from '../factories/courses.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';
import { PNG, upload } from '../documents/upload.js';
import { describeWith, pdftotextPath } from '../support/tools.js';

type Row = { id: string };

describeWith(pdftotextPath())('the register of a course is printed', () => {
  let app: TestApp;
  let project: Row, item: Row, coordinator: Row;
  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app, { title: 'InterAzioni di prova', cup: 'J69F18000270005' });
    item = await aWorkItem(app, project);
    coordinator = await aMember(app, project, 'coordinator');
  });
  afterAll(() => app.close());

  async function printed(people: number, sessions: number) {
    const course = await aCourse(app, project, item, { title: 'L2 di prova' });
    const codes: string[] = [];
    for (let at = 0; at < people; at++) {
      const recipient = await aRecipient(app, project, { initials: 'A.B.' });
      codes.push(recipient.code);
      await enrol(app, project, course, recipient);
    }
    for (let at = 0; at < sessions; at++)
      await aSession(app, project, {
        workItem: item,
        course,
        day: `2019-10-${String(at + 1).padStart(2, '0')}`,
      });
    const path = `/projects/${project.id}/courses/${course.id}/register.pdf?month=2019-10`;
    const { status, headers, bytes } = await app.as(coordinator).get(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/pdf');
    return { codes, bytes };
  }

  const read = (bytes: Buffer, ...options: string[]) =>
    execFileSync(pdftotextPath()!, [...options, '-', '-'], { input: bytes }).toString();

  it('one sheet for fifteen people and eight sessions, numbered, with CUP, codes and the teacher’s line', async () => {
    const { codes, bytes } = await printed(15, 8);
    const text = read(bytes, '-layout');
    for (const word of [
      'InterAzioni di prova',
      'CUP J69F18000270005',
      'L2 di prova',
      'ott 2019',
      'Firma del docente',
      'pagina 1 di 1',
      ...codes,
    ])
      expect(text).toContain(word);
  });

  it('with boxes of at least twelve millimetres both ways', async () => {
    const { bytes } = await printed(15, 8);
    const boxes = read(bytes, '-bbox');
    const words = [...boxes.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>(\d{1,2})<\/word>/g)];
    const numbers = words.filter(([, x]) => Number(x) < 50).map(([, , y]) => Number(y));
    const steps = numbers.slice(1).map((y, at) => y - numbers[at]!);
    expect(numbers).toHaveLength(15);
    expect(Math.min(...steps)).toBeGreaterThanOrEqual((12 / 25.4) * 72);
    const days = [...boxes.matchAll(/xMin="([\d.]+)"[^>]*>ott<\/word>/g)].map(([, x]) => Number(x));
    const columns = days.slice(-8);
    for (let at = 1; at < columns.length; at++)
      expect(columns[at]! - columns[at - 1]!).toBeGreaterThanOrEqual((12 / 25.4) * 72);
  });

  it('with the logos of the project on its head, and says which image it cannot print', async () => {
    const fields = { kind: 'logo', subjectTable: 'project', subjectId: project.id };
    const attach = (name: string, content: Buffer) =>
      upload(app, coordinator, project.id, { name, content }, { fields });
    const images = (bytes: Buffer) => bytes.toString('latin1').split('/Subtype /Image').length - 1;
    expect(images((await printed(1, 1)).bytes)).toBe(0);
    const noImage = await attach('logo.txt', Buffer.from('un testo'));
    expect([noImage.status, noImage.body.code]).toEqual([422, 'document.logo']);
    expect((await attach('logo.png', PNG)).status).toBe(201);
    expect(images((await printed(1, 1)).bytes)).toBeGreaterThan(0);
    const broken = await attach(
      'rotto.png',
      Buffer.concat([PNG.subarray(0, 40), Buffer.alloc(30)]),
    );
    const course = await aCourse(app, project, item);
    const path = `/projects/${project.id}/courses/${course.id}/register.pdf`;
    expect((await app.as(coordinator).get(path)).body).toMatchObject({ code: 'register.logo' });
    const removal = `/projects/${project.id}/documents/${broken.body.id}/remove`;
    await app.as(coordinator).post(removal, { reason: 'Immagine guasta' });
    expect((await app.as(coordinator).get(path)).status).toBe(200);
  });

  it('over several numbered pages, each with its head, when there is more', async () => {
    const { codes, bytes } = await printed(25, 20);
    const text = read(bytes, '-layout');
    expect(text).toMatch(/pagina 1 di [4-9]/);
    expect(text.match(/Codice e iniziali/g)!.length).toBeGreaterThan(3);
    for (const code of codes) expect(text).toContain(code);
  });

  it('with names for who may read them and says why; each reading stays', async () => {
    const course = await aCourse(app, project, item, { title: 'L2 con nomi' });
    const [known, unknown] = [await aRecipient(app, project), await aRecipient(app, project)];
    for (const one of [known, unknown]) await enrol(app, project, course, one);
    await aSession(app, project, { workItem: item, course, day: '2019-10-01' });
    const identity = `/projects/${project.id}/recipients/${known.id}/identity`;
    const who = { surname: 'Benali', name: 'Samira' };
    expect((await app.as(coordinator).put(identity, who, ifMatch(1))).status).toBe(200);
    const path = `/projects/${project.id}/courses/${course.id}/register.pdf`;
    const purpose = 'Firma del registro di ottobre';
    const { status, bytes } = await app.as(coordinator).post(path, { purpose });
    expect(status).toBe(200);
    const text = read(bytes, '-layout');
    expect(text).toContain('Benali Samira');
    expect(text).not.toContain(known.code);
    expect(text).toContain(unknown.code);
    const { body } = await app.as(coordinator).get(identity);
    expect(body.accesses[0]).toMatchObject({ action: 'read', reason: purpose });
  });

  it('by an operator, with the names of those whom its own body has in charge; others stay codes', async () => {
    const partner = await aPartner(app, project);
    const operator = await aMember(app, project, 'partner', { participation: partner });
    const course = await aCourse(app, project, item, { participation_id: partner.id });
    const mine = await aRecipient(app, project, { participation: partner });
    const others = await aRecipient(app, project, { participation: await aPartner(app, project) });
    for (const one of [mine, others]) {
      await enrol(app, project, course, one);
      const identity = `/projects/${project.id}/recipients/${one.id}/identity`;
      const who = { surname: 'Cognome', name: one.code };
      await app.as(coordinator).put(identity, who, ifMatch(1));
    }
    await aSession(app, project, {
      workItem: item,
      course,
      participation_id: partner.id,
      day: '2019-10-01',
    });
    const path = `/projects/${project.id}/courses/${course.id}/register.pdf`;
    const { status, bytes } = await app.as(operator).post(path, { purpose: 'Firme di ottobre' });
    expect(status).toBe(200);
    const text = read(bytes, '-layout');
    expect(text).toContain(`Cognome ${mine.code}`);
    expect(text).not.toContain(`Cognome ${others.code}`);
    expect(text).toContain(others.code);
    const reads = (await app.db.query(
      `SELECT row_id FROM audit_entry WHERE actor_id = $1 AND action = 'read'`,
      [operator.id],
    )) as { row_id: string }[];
    expect(reads.map(({ row_id }) => row_id)).toEqual([mine.id]);
  });

  it('with who came and withdrew later, until the sessions after that', async () => {
    const course = await aCourse(app, project, item);
    const left = await aRecipient(app, project, { initials: 'Q.Z.' });
    await enrol(app, project, course, left);
    const came = await aSession(app, project, { workItem: item, course, day: '2019-10-03' });
    await aSession(app, project, { workItem: item, course, day: '2020-01-14' });
    await attend(app, project, came, left);
    await app.db.query(
      `UPDATE enrolment SET status = 'withdrawn', to_day = '2019-12-01' WHERE recipient_id = $1`,
      [left.id],
    );
    const month = async (name: string) => {
      const path = `/projects/${project.id}/courses/${course.id}/register.pdf?month=${name}`;
      return read((await app.as(coordinator).get(path)).bytes, '-layout');
    };
    expect(await month('2019-10')).toContain(left.code);
    expect(await month('2020-01')).not.toContain(left.code);
  });

  it('of those who follow it, since the day and as what the office says', async () => {
    const course = await aCourse(app, project, item);
    const ada = await aRecipient(app, project);
    const at = `/projects/${project.id}`;
    const listens = { recipientId: ada.id, status: 'listener', fromDay: '2019-10-01' };
    const { body: first } = await app
      .as(coordinator)
      .post(`${at}/courses/${course.id}/enrolments`, listens);
    const auditor = await aMember(app, project, 'auditor');
    let { version } = first;
    const become = (change: object, who = coordinator) =>
      app.as(who).patch(`${at}/enrolments/${first.id}`, change, ifMatch(version));
    const steps = [
      [{ status: 'regular', fromDay: '2019-09-16' }, 'regular', '2019-09-16', null],
      [{ status: 'withdrawn', toDay: '2019-10-15' }, 'withdrawn', '2019-09-16', '2019-10-15'],
      [{ status: 'withdrawn' }, 'withdrawn', '2019-09-16', '2019-10-15'],
      [{ status: 'listener' }, 'listener', '2019-09-16', null],
    ] as const;
    for (const [change, status, fromDay, toDay] of steps) {
      const { body } = await become(change);
      expect(body).toMatchObject({ status, fromDay, toDay });
      ({ version } = body);
    }
    const backwards = await become({ status: 'withdrawn', toDay: '2019-09-01' });
    expect([backwards.status, backwards.body.code]).toEqual([422, 'enrolment.dates']);
    expect((await become({ status: 'regular' }, auditor)).status).toBe(403);
  });

  it('but without a purpose, or by who may not read names, with none', async () => {
    const course = await aCourse(app, project, item);
    const path = `/projects/${project.id}/courses/${course.id}/register.pdf`;
    expect((await app.as(coordinator).post(path, { purpose: '' })).status).toBe(400);
    const administrator = await aMember(app, project, 'administrator');
    const refused = await app.as(administrator).post(path, { purpose: 'Controllo delle firme' });
    expect(refused.status).toBe(403);
  });
});
