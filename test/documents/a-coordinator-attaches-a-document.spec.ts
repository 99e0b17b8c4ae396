import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { hashOf, newToken } from '../../src/access/sessions.js';
import { aMember, aProject, aWorkItem, put } from '../factories/index.js';
import { until } from '../outbox/worker.js';
import { startApp, type TestApp } from '../support/app.js';
import { formOf, PDF, PNG, storedFiles, upload } from './upload.js';

let app: TestApp;
let project: { id: string };
let coordinator: { id: string };

beforeAll(async () => {
  app = await startApp({ DOCUMENT_MAX_MB: '1' });
  project = await aProject(app);
  coordinator = await aMember(app, project, 'coordinator');
});
afterAll(() => app.close());

const rows = async (): Promise<number> => {
  const [row] = (await app.db.query('SELECT count(*)::int AS n FROM document')) as [{ n: number }];
  return row.n;
};

describe('a coordinator who attaches a document', () => {
  it('finds it stored by the hash of its content, and downloads the same bytes', async () => {
    const sent = await upload(
      app,
      coordinator,
      project.id,
      { name: 'foglio perché.pdf', content: PDF },
      { fields: { kind: 'register' } },
    );
    expect(sent.status).toBe(201);
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    expect(sent.body).toMatchObject({
      name: 'foglio perché.pdf',
      kind: 'register',
      sha256,
      mediaType: 'application/pdf',
      sizeBytes: PDF.length,
      confidential: false,
    });
    expect(storedFiles(app)).toEqual([
      `documents/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`,
    ]);
    const content = await app
      .as(coordinator)
      .get(`/projects/${project.id}/documents/${sent.body.id}/content`);
    expect(content.status).toBe(200);
    expect(content.text).toBe(PDF.toString());
    expect(content.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="foglio perche.pdf"; filename*=UTF-8''foglio%20perch%C3%A9.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': `default-src 'none'; sandbox`,
    });
  });

  it('stores the same content once, however often it is attached', async () => {
    const before = storedFiles(app).length;
    const again = await upload(app, coordinator, project.id, { name: 'copia.pdf', content: PDF });
    expect(again.status).toBe(201);
    expect(storedFiles(app)).toHaveLength(before);
  });

  it('lists what belongs to an activity', async () => {
    const item = await aWorkItem(app, project);
    const activity = await put(app, 'activity', {
      project_id: project.id,
      work_item_id: item.id,
      kind: 'seminar',
      state: 'done',
      day: '2019-05-02',
    });
    const fields = { kind: 'evidence', subjectTable: 'activity', subjectId: activity.id };
    const sent = await upload(
      app,
      coordinator,
      project.id,
      { name: 'foto.png', content: PNG },
      { fields },
    );
    const listed = await app
      .as(coordinator)
      .get(`/projects/${project.id}/documents?subjectTable=activity&subjectId=${activity.id}`);
    expect(listed.body).toEqual({ items: [sent.body], next: null });
  });

  it('cannot attach to something of another project', async () => {
    const other = await aProject(app);
    const item = await aWorkItem(app, other);
    const fields = { kind: 'evidence', subjectTable: 'work_item', subjectId: item.id };
    const sent = await upload(
      app,
      coordinator,
      project.id,
      { name: 'foto.png', content: PNG },
      { fields },
    );
    expect(sent.status).toBe(404);
  });

  it.each([
    [
      'a program that calls itself PDF',
      { name: 'fattura.pdf', content: Buffer.from('4d5a90000300000004000000ffff0000', 'hex') },
      415,
    ],
    [
      'a page of HTML',
      { name: 'pagina.html', content: Buffer.from('<!doctype html><script>alert(1)</script>') },
      415,
    ],
    [
      'a text with control characters',
      { name: 'nota.txt', content: Buffer.from([65, 0, 66]) },
      415,
    ],
    [
      'a megabyte and one byte',
      {
        name: 'grande.pdf',
        content: Buffer.concat([PDF, Buffer.alloc(1024 * 1024 + 1 - PDF.length)]),
      },
      413,
    ],
  ])('is refused %s, and nothing is left', async (_, file, status) => {
    const before = [await rows(), storedFiles(app).length];
    expect((await upload(app, coordinator, project.id, file)).status).toBe(status);
    expect([await rows(), storedFiles(app).length]).toEqual(before);
  });

  it('is told which field is wrong, and nothing is left', async () => {
    const before = [await rows(), storedFiles(app).length];
    const sent = await upload(
      app,
      coordinator,
      project.id,
      { name: 'a.png', content: PNG },
      { fields: { kind: 'holiday', surprise: 'x' } },
    );
    expect(sent.status).toBe(400);
    expect(sent.body.errors.map((error: { path: string }) => error.path).sort()).toEqual([
      'kind',
      'surprise',
    ]);
    expect((await upload(app, coordinator, project.id, null)).status).toBe(400);
    expect([await rows(), storedFiles(app).length]).toEqual(before);
  });

  it('who repeats a request with its key gets the first answer; another content is refused', async () => {
    const headers = { 'idempotency-key': 'upload-0001' };
    const first = await upload(
      app,
      coordinator,
      project.id,
      { name: 'chiave.png', content: PNG },
      { headers },
    );
    const again = await upload(
      app,
      coordinator,
      project.id,
      { name: 'chiave.png', content: PNG },
      { headers },
    );
    const other = await upload(
      app,
      coordinator,
      project.id,
      { name: 'chiave.png', content: PDF },
      { headers },
    );
    expect([first.status, again.status, other.status]).toEqual([201, 201, 409]);
    expect(again.body).toEqual(first.body);
    expect(other.body.code).toBe('idempotency.body');
  });

  it('whose connection breaks half way leaves neither file nor row', async () => {
    const before = [await rows(), storedFiles(app).length];
    await app.nest.listen(0, '127.0.0.1');
    const { port } = app.nest.getHttpServer().address() as AddressInfo;
    const { body, type } = formOf(
      { name: 'meta.pdf', content: Buffer.alloc(500_000, 65) },
      { kind: 'other' },
    );
    const token = newToken();
    await app.db.query(
      `INSERT INTO session (user_id, token_hash, kind, expires_at) VALUES ($1, $2, 'api', now() + interval '1 hour')`,
      [coordinator.id, hashOf(token)],
    );
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `POST /api/v1/projects/${project.id}/documents HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    socket.write(body.subarray(0, 200_000));
    await until(() => storedFiles(app).some((file) => file.includes('arriving')));
    socket.destroy();
    await until(() => !storedFiles(app).some((file) => file.includes('arriving')));
    expect([await rows(), storedFiles(app).length]).toEqual(before);
  });
});

describe('a signed register', () => {
  const scan = { name: 'registro.pdf', content: Buffer.concat([PDF, Buffer.from('% registro')]) };
  const attach = (subjectId: string[]) =>
    upload(app, coordinator, project.id, scan, {
      fields: { kind: 'register', subjectTable: 'activity', subjectId },
    });
  const attached = async (ids: string[]): Promise<string[]> => {
    const rows: { subject_id: string }[] = await app.db.query(
      'SELECT subject_id FROM document WHERE subject_id = ANY($1) ORDER BY subject_id',
      [ids],
    );
    return rows.map((row) => row.subject_id);
  };
  const aSessionOf = async (of: { id: string }): Promise<string> =>
    (
      await put(app, 'activity', {
        project_id: of.id,
        work_item_id: (await aWorkItem(app, of)).id,
        kind: 'l2_workshop',
        state: 'done',
        day: '2019-11-04',
        minutes: 120,
      })
    ).id;

  it('is attached to all its sessions in one call, stored once', async () => {
    const sessions = [await aSessionOf(project), await aSessionOf(project)];
    const files = storedFiles(app).length;
    expect((await attach([...sessions, sessions[0]!])).status).toBe(201);
    expect(await attached(sessions)).toEqual(sessions.toSorted());
    expect(storedFiles(app)).toHaveLength(files + 1);
  });

  it('to none of them when one is out of reach', async () => {
    const own = await aSessionOf(project);
    const foreign = await aSessionOf(await aProject(app));
    expect((await attach([own, foreign])).status).toBe(404);
    expect(await attached([own, foreign])).toEqual([]);
  });
});
