import { randomUUID } from 'node:crypto';
import { aMediatedProject, type Mediated } from '../factories/contracts.js';
import { anAskedMediation, lettersOf } from '../factories/requests.js';
import { put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';

let app: TestApp;
let project: Mediated;
let path: string;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  project = await aMediatedProject(app);
  path = `/projects/${project.id}/request-links`;
});

async function aLink(values: object = {}): Promise<{ id: string; token: string }> {
  const given = { organisationId: project.school.id, ...values };
  const made = await app.as(project.coordinator).post(path, given);
  expect(made.status).toBe(201);
  return { id: made.body.id, token: made.body.address.split('#')[1] };
}
const asked = (values: Record<string, unknown> = {}) => {
  const { organisationId: _, ...body } = anAskedMediation(project, values);
  return body;
};
const send = (token: string, values: Record<string, unknown> = {}, headers = {}) =>
  app.as(null).post('/request-form/requests', { token, ...asked(values) }, headers);
const requests = async () =>
  (await app.as(project.coordinator).get(`/mediation-requests?projectId=${project.id}`)).body.items;

describe('a body, by its own link and without an account', () => {
  it('asks for a mediator, and we read it at once', async () => {
    const { token } = await aLink();
    const form = await app.as(null).post('/request-form', { token });
    expect(form).toMatchObject({ status: 200, body: { today: '2019-11-20' } });
    const sent = await send(token);
    expect(sent).toMatchObject({ status: 201, body: { number: 1, wantedDay: '2019-11-25' } });
    expect(await requests()).toMatchObject([
      { origin: 'link', organisationId: project.school.id, state: 'received' },
    ]);
  });

  it('asks for the territory of its link, which the coordinator sees and may correct', async () => {
    const territoryId = project.territory.id;
    const { token } = await aLink({ territoryId });
    const links = await app.as(project.coordinator).get(path);
    const { name } = await app.db
      .query('SELECT name FROM territory WHERE id = $1', [territoryId])
      .then(([row]) => row);
    expect(links.body.items).toMatchObject([{ territoryId, territoryName: name }]);
    expect((await send(token, { territoryId: null })).status).toBe(201);
    const [wrong] = await requests();
    expect(wrong).toMatchObject({ origin: 'link', territoryId, territoryName: name });
    const other = await put(app, 'territory', { kind: 'municipality', name: 'Altrove' });
    const one = `/projects/${project.id}/mediation-requests/${wrong.id}`;
    const corrected = await app
      .as(project.coordinator)
      .patch(one, anAskedMediation(project, { territoryId: other.id }), ifMatch(wrong.version));
    expect(corrected.body).toMatchObject({ territoryId: other.id, territoryName: 'Altrove' });
    const lost = { organisationId: project.school.id, territoryId: project.school.id };
    expect((await app.as(project.coordinator).post(path, lost)).status).toBe(422);
  });

  it('reads that it was heard, and the coordinators that somebody waits', async () => {
    const { token } = await aLink();
    await app.db.query('DELETE FROM outbox');
    const key = { 'idempotency-key': randomUUID() };
    await send(token, {}, key);
    await send(token, {}, key);
    const letters = await lettersOf(app);
    const words = letters.map(({ to, subject }) => `${to}: ${subject.split(':')[0]}`);
    expect(words.sort()).toEqual(
      [
        `${project.coordinator.email}: Mediazione chiesta`,
        'segreteria@scuola.example.org: Richiesta di mediazione ricevuta',
      ].sort(),
    );
    expect(JSON.stringify(letters)).not.toContain('Colloquio di accoglienza');
  });

  it('whose answer got lost sends it again, and has asked once', async () => {
    const { token } = await aLink();
    const key = { 'idempotency-key': randomUUID() };
    const twice = [await send(token, {}, key), await send(token, {}, key)];
    expect(twice.map(({ body }) => body.number)).toEqual([1, 1]);
    expect(await requests()).toHaveLength(1);
  });

  it('is not let in by a guess, nor once the link is revoked', async () => {
    const { id, token } = await aLink();
    const revoked = await app.as(project.manager).post(`${path}/${id}/revoke`);
    expect(revoked.body.revokedAt).not.toBeNull();
    const answers = [await send('b'.repeat(43)), await send(token)];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(answers[0]?.body.detail).toBe(answers[1]?.body.detail);
    const form = await app.as(null).post('/request-form', { token });
    expect(form.status).toBe(404);
    expect(await requests()).toEqual([]);
  });

  it('is slowed down after twenty requests within an hour', async () => {
    const { token } = await aLink();
    for (let sent = 0; sent < 20; sent++) expect((await send(token)).status).toBe(201);
    const refused = await send(token);
    expect(refused).toMatchObject({ status: 429, body: { code: 'link.too_many' } });
    expect(refused.headers['retry-after']).toBe('3600');
    expect((await send((await aLink()).token)).status).toBe(201);
  });

  it('says who asks: a form without an address is refused at its field', async () => {
    const { token } = await aLink();
    const refused = await send(token, { askedByEmail: null });
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([{ path: 'askedByEmail' }]);
  });

  it('whose links are listed without their secret, and made by who may', async () => {
    const { token } = await aLink();
    const listed = await app.as(project.coordinator).get(path);
    expect(listed.body.items).toMatchObject([{ organisationId: project.school.id, requests: 0 }]);
    expect(listed.text).not.toContain(token);
    for (const role of ['administrator', 'auditor', 'operator', 'staff'] as const) {
      const refused = await app.as(project[role]).post(path, { organisationId: project.school.id });
      expect(refused.status).toBe(403);
    }
  });
});
