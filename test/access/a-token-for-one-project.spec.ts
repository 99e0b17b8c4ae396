import { formOf } from '../documents/upload.js';
import { csv } from '../imports/sheets.js';
import { put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { aLog, type Log } from './matrix/log.js';
import { rows } from './matrix/all.data.js';
import type { Letter, Relation } from './matrix/notation.js';
import { asked } from './matrix/requests.js';
import { aWorld, type World } from './matrix/world.js';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** Whatever names no project in its address (a new operation is added here, too), and what its user, who may do all of it, gets with a token for one project. */
const OUTSIDE: Record<string, number> = {
  'GET /me': 200,
  'GET /me/sessions': 403,
  'DELETE /me/sessions/{sessionId}': 403,
  'POST /me/sessions/end-others': 403,
  'GET /me/tokens': 403,
  'POST /me/tokens': 403,
  'DELETE /me/tokens/{tokenId}': 403,
  'GET /users': 403,
  'POST /users': 403,
  'PATCH /users/{userId}': 403,
  'POST /users/{userId}/memberships': 403,
  'DELETE /users/{userId}/memberships/{membershipId}': 403,
  'POST /users/{userId}/one-time-links': 403,
  'GET /programmes': 200,
  'POST /funds': 403,
  'PATCH /funds/{fundId}': 403,
  'POST /funds/{fundId}/programmes': 403,
  'PATCH /programmes/{programmeId}': 403,
  'POST /programmes/{programmeId}/nodes': 403,
  'PATCH /programme-nodes/{nodeId}': 403,
  'POST /programmes/{programmeId}/calls': 403,
  'PATCH /calls/{callId}': 403,
  'GET /territories': 200,
  'POST /territories': 403,
  'PATCH /territories/{territoryId}': 403,
  'GET /project-names': 403,
  'GET /projects': 200,
  'POST /projects': 403,
  'GET /organisations': 200,
  'POST /organisations': 403,
  'GET /organisations/{organisationId}': 200,
  'PATCH /organisations/{organisationId}': 403,
  'GET /persons': 200,
  'POST /persons': 403,
  'PATCH /persons/{personId}': 403,
  'GET /activity-kinds': 200,
  'POST /activity-kinds': 403,
  'PATCH /activity-kinds/{kindCode}': 403,
  'POST /shared-activities': 403,
  'POST /activity-batches': 403,
  'POST /activity-batches/{batchId}/undo': 403,
  'GET /mediation-requests': 200,
  'GET /mediation-requests/figures': 200,
  'GET /mediators': 200,
  'PUT /mediators/{personId}': 403,
  'GET /people/counts': 200,
  'GET /people/rows': 200,
  'GET /attendance/pocket': 200,
  'GET /calendar': 200,
  'GET /me/calendars': 403,
  'POST /me/calendars': 403,
  'DELETE /me/calendars/{calendarId}': 403,
  'GET /tasks': 200,
  'GET /me/drafts/activity': 403,
  'PUT /me/drafts/activity': 403,
  'DELETE /me/drafts/activity': 403,
  'GET /views': 200,
  'POST /views': 403,
  'PATCH /views/{viewId}': 403,
  'DELETE /views/{viewId}': 403,
  'GET /activities/export': 200,
  'GET /pivot': 200,
  'GET /pivot/export': 200,
  'GET /activities': 200,
  'GET /activities/totals': 200,
  'GET /activities/export.csv': 200,
  'GET /hours': 200,
  'GET /jobs/{jobId}': 200,
  'POST /jobs/{jobId}/cancel': 200,
};
const OF_NOBODY = [
  '/status',
  '/sign-in',
  '/first-access',
  '/sign-out',
  '/calendars/{calendarToken}',
  '/feeds/{feedSlug}',
  '/schede/{slug}',
  '/request-form',
  '/hours-confirmation',
];
const ROLES = ['coordinator', 'administrator', 'manager'];

describe('a token for one project, of a user who may do everything in two', () => {
  let app: TestApp;
  let world: World;
  let log: Log;
  let bearer: Record<string, string>;
  const letter: Letter = 'M';

  beforeAll(async () => {
    app = await startApp();
    const plain = await aWorld(app);
    const user = plain.users[letter];
    await app.db.query('UPDATE app_user SET system_admin = true WHERE id = $1', [user.id]);
    for (const project of [plain.home, plain.foreign])
      for (const role of ROLES)
        await app.db.query(
          'INSERT INTO member (user_id, project_id, role) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
          [user.id, project.id, role],
        );
    world = plain;
    log = await aLog(world);
    const wanted = { name: 'uno', readOnly: false, projectId: world.home.id, days: 1 };
    const { body } = await app.as(user).post('/me/tokens', wanted);
    bearer = { authorization: `Bearer ${body.token}` };
  });
  afterAll(() => app.close());

  const operations = rows.map(({ operation }) => operation);
  const namesProject = (operation: string) => operation.includes('{projectId}');

  async function send(operation: string, relation: Relation, headersOf = bearer) {
    const request = await asked(world, { operation, letter, relation, home: world.home });
    const method = operation.split(' ')[0] as Method;
    const headers = { ...request.headers, ...headersOf };
    return app.as(null).send(method, request.path, request.body, headers);
  }

  it('has its answers written down for all that names no project', () => {
    const ofUsers = operations.filter(
      (operation) =>
        !namesProject(operation) && !OF_NOBODY.some((path) => operation.includes(path)),
    );
    expect(Object.keys(OUTSIDE).sort()).toEqual(ofUsers.sort());
  });

  it.each(Object.entries(OUTSIDE))('gets for %s: %i', async (operation, status) => {
    const answer = await send(operation, 'own');
    expect([operation, answer.status, answer.text.slice(0, 200)]).toMatchObject([
      operation,
      status,
      expect.anything(),
    ]);
  });

  it.each(operations.filter(namesProject))(
    'finds nothing at %s of the other project',
    async (operation) => {
      expect((await send(operation, 'otherProject')).status).toBe(404);
    },
  );

  it('reads its own project as its user does', async () => {
    const reads = operations.filter((o) => namesProject(o) && o.startsWith('GET'));
    for (const operation of reads) {
      const { status } = await send(operation, 'own');
      expect([operation, status]).toEqual([operation, 200]);
    }
  });

  it('sees nothing of the other project in what lists, counts and exports', async () => {
    const foreign = Object.values(log).flatMap((signs) =>
      [...signs].filter(([sign]) => sign.startsWith('f')).map(([, id]) => id),
    );
    for (const path of ['/me', '/projects', '/activities', '/activities/export.csv', '/hours']) {
      const { text } = await app.as(null).get(path, bearer);
      expect([path, foreign.filter((id) => text.includes(id))]).toEqual([path, []]);
      expect(text).toMatch(/\w/);
    }
    const bound = await app.as(null).get('/activities/totals', bearer);
    const whole = await app
      .as(world.users[letter])
      .get(`/activities/totals?projectId=${world.home.id}`);
    expect(bound.body).toEqual(whole.body);
    expect(bound.body.activities).toBeGreaterThan(0);
    const both = await app.as(world.users[letter]).get('/activities/totals');
    expect(both.body.activities).toBeGreaterThan(bound.body.activities);
  });

  it('nor imports what belongs to the whole institute, nor sees its user’s views of other projects', async () => {
    const user = world.users[letter];
    for (const { id } of [world.home, world.foreign])
      await put(app, 'saved_view', {
        user_id: user.id,
        project_id: id,
        page: 'activities',
        name: `di ${id}`,
        address: '?',
      });
    const { body } = await app.as(null).get('/views', bearer);
    expect(body.items.map((view: { projectId: string }) => view.projectId)).toEqual([
      world.home.id,
    ]);
    const path = `/projects/${world.home.id}/imports`;
    const file = { name: 'enti.csv', content: csv([['Nome'], ['Scuola']]) };
    const { body: form, type } = formOf(file, { target: 'organisations' });
    const sent = await app.as(null).post(path, form, { 'content-type': type, ...bearer });
    expect(sent).toMatchObject({ status: 403, body: { code: 'token.one-project' } });
  });

  it('is told why, and what to do instead', async () => {
    const refused = await send('POST /projects', 'own');
    expect(refused).toMatchObject({ status: 403, body: { code: 'token.one-project' } });
    expect(await app.db.query(`SELECT 1 FROM project WHERE title = 'Mai'`)).toEqual([]);
  });

  it('and the same user without that bound may: project, person, users', async () => {
    const { body } = await app
      .as(world.users[letter])
      .post('/me/tokens', { name: 'tutti', readOnly: false, days: 1 });
    const unbound = { authorization: `Bearer ${body.token}` };
    for (const operation of [
      'POST /projects',
      'POST /persons',
      'POST /users',
      'GET /users',
      'GET /me/tokens',
    ]) {
      const { status } = await send(operation, 'own', unbound);
      expect([operation, status < 300]).toEqual([operation, true]);
    }
  });

  it('does not reach its user’s work that belongs to no project', async () => {
    const job = await put(app, 'job', {
      id: (await put(app, 'outbox', { topic: 'nothing', payload: '{}' })).id,
      kind: 'nothing',
      subject_id: world.home.id,
      requested_by: world.users[letter].id,
      total: 1,
    });
    expect((await app.as(world.users[letter]).get(`/jobs/${job.id}`)).status).toBe(200);
    expect((await app.as(null).get(`/jobs/${job.id}`, bearer)).status).toBe(404);
  });
});
