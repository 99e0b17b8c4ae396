import { aMember, aPartner, aProject, aSystemAdmin, aUser, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch, type Body } from '../support/client.js';

let app: TestApp;
let project: { id: string };
let coordinator: { id: string };

beforeAll(async () => {
  app = await startApp();
  project = await aProject(app, { title: 'Cittadinanza in corso', acronym: 'CIC' });
  coordinator = await aMember(app, project, 'coordinator');
});

afterAll(() => app.close());

const patch = async (user: { id: string }, change: object, version?: number): Promise<Body> => {
  const seen = version ?? (await app.as(coordinator).get(`/projects/${project.id}`)).body.version;
  return app.as(user).patch(`/projects/${project.id}`, change, ifMatch(seen));
};

describe('the list of projects', () => {
  it('holds the caller’s own projects only, for every role', async () => {
    const other = await aProject(app);
    const partnership = await aPartner(app, project);
    const members = [
      coordinator,
      await aMember(app, project, 'partner', { participation: partnership }),
      await aMember(app, project, 'staff'),
      await aMember(app, project, 'auditor'),
    ];
    for (const user of members) {
      const { status, body } = await app.as(user).get('/projects');
      expect(status).toBe(200);
      expect(body.items.map((one: Body) => one.id)).toEqual([project.id]);
    }
    expect((await app.as(coordinator).get(`/projects/${other.id}`)).status).toBe(404);
  });

  it('is refused without a session and without any role', async () => {
    expect((await app.as(null).get('/projects')).status).toBe(401);
    expect((await app.as(await aUser(app)).get('/projects')).status).toBe(403);
    expect((await app.as(await aSystemAdmin(app)).get('/projects')).status).toBe(403);
  });

  it('is read page by page in the order of titles, accents where an Italian looks for them', async () => {
    const reader = await aUser(app);
    const titles = ['Ægide', 'Zeta', 'Èrica', 'Alfa', 'erba'];
    for (const title of titles) {
      const one = await aProject(app, { title });
      await put(app, 'member', { user_id: reader.id, project_id: one.id, role: 'auditor' });
    }
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const after: string = next ? `&after=${next}` : '';
      const { body } = await app.as(reader).get(`/projects?limit=2${after}`);
      seen.push(...body.items.map((one: Body) => one.title));
      next = body.next;
    } while (next);
    expect(seen).toEqual(['Ægide', 'Alfa', 'erba', 'Èrica', 'Zeta']);
  });

  it('finds by title, acronym and other names, without accents', async () => {
    await patch(coordinator, { aliases: ['Cittadinanza è qui'] });
    const find = async (search: string) =>
      (await app.as(coordinator).get(`/projects?search=${encodeURIComponent(search)}`)).body.items
        .length;
    expect(await find('CITTADINANZA E QUI')).toBe(1);
    expect(await find('cic')).toBe(1);
    expect(await find('100%')).toBe(0);
    expect((await app.as(coordinator).get('/projects?state=concluded')).body.items).toEqual([]);
    expect((await app.as(coordinator).get('/projects?state=sospeso')).status).toBe(400);
  });
});

describe('the sheet', () => {
  it('keeps dates as far as they are known, lists, and what our institute does', async () => {
    const { status, body } = await patch(coordinator, {
      starts: '2018',
      ends: '2019-06',
      places: [
        { country: 'IT', region: 'Piemonte', province: 'Torino' },
        { country: 'FR', region: null, province: null },
      ],
      areas: ['Coesione sociale', 'Istruzione'],
      communities: [{ label: 'Marocco', country: 'MA' }],
      codes: [{ scheme: 'PROG', code: 'PROG-2415' }],
      functions: ['coordination_support'],
      summary: 'Corsi di italiano e sportelli.',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      starts: '2018',
      ends: '2019-06',
      functionsKnown: true,
      functions: ['coordination_support'],
      areas: ['Coesione sociale', 'Istruzione'],
      codes: [{ scheme: 'PROG', code: 'PROG-2415' }],
    });
    expect(body.places).toHaveLength(2);
    const again = await patch(coordinator, { areas: ['Istruzione'], functions: null });
    expect(again.body).toMatchObject({
      areas: ['Istruzione'],
      functionsKnown: false,
      functions: [],
      codes: [{ scheme: 'PROG', code: 'PROG-2415' }],
      summary: 'Corsi di italiano e sportelli.',
    });
  });

  it('tells "nothing" from "nobody knows"', async () => {
    const { body } = await patch(coordinator, { functions: [] });
    expect(body).toMatchObject({ functionsKnown: true, functions: [] });
  });

  it('says what the caller may do', async () => {
    const seen = (await app.as(coordinator).get(`/projects/${project.id}`)).body;
    expect(seen.roles).toEqual(['coordinator']);
    expect(seen.permissions).toContain('project.edit');
    const auditor = await aMember(app, project, 'auditor');
    const read = (await app.as(auditor).get(`/projects/${project.id}`)).body;
    expect(read.permissions).not.toContain('project.edit');
  });

  it('is changed by coordinators and managers, by nobody else', async () => {
    expect(
      (await patch(await aMember(app, project, 'manager'), { annuality: '2018' })).status,
    ).toBe(200);
    for (const role of ['administrator', 'auditor', 'legal', 'staff'] as const) {
      expect((await patch(await aMember(app, project, role), { annuality: '2019' })).status).toBe(
        403,
      );
    }
    const participation = await aPartner(app, project);
    const partner = await aMember(app, project, 'partner', { participation });
    expect((await patch(partner, { annuality: '2019' })).status).toBe(403);
    const stranger = await aMember(app, await aProject(app), 'coordinator');
    expect((await patch(stranger, { annuality: '2019' })).status).toBe(404);
    expect((await patch({ id: (await aSystemAdmin(app)).id }, { annuality: '2019' })).status).toBe(
      404,
    );
  });

  it('needs the version that was read, and tells a late writer', async () => {
    const path = `/projects/${project.id}`;
    expect((await app.as(coordinator).patch(path, { annuality: '2018' })).status).toBe(428);
    const { body, headers } = await app.as(coordinator).get(path);
    expect(headers['etag']).toBe(`"${body.version}"`);
    expect((await patch(coordinator, { annuality: '2018' }, body.version)).status).toBe(200);
    expect((await patch(coordinator, { annuality: '2020' }, body.version)).status).toBe(412);
  });

  it('refuses an end before the start, a fund that is not the call’s, and a CUP that is none', async () => {
    const wrong = await patch(coordinator, { starts: '2019-05', ends: '2018' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'period.order' } });
    const [fund, other] = [
      await put(app, 'fund', { code: 'F1', name: 'Fondo uno' }),
      await put(app, 'fund', { code: 'F2', name: 'Fondo due' }),
    ];
    const programme = await put(app, 'programme', {
      fund_id: fund.id,
      code: 'P1',
      name: 'Programma',
    });
    const call = await put(app, 'call', { programme_id: programme.id, title: 'Avviso' });
    expect(await patch(coordinator, { fundId: other.id, callId: call.id })).toMatchObject({
      status: 422,
      body: { code: 'project.fund', errors: [{ path: 'callId' }] },
    });
    expect((await patch(coordinator, { fundId: fund.id, callId: call.id })).status).toBe(200);
    expect((await patch(coordinator, { cup: '123' })).status).toBe(400);
    expect((await patch(coordinator, { demonstration: true })).status).toBe(400);
    expect((await patch(coordinator, { slug: 'altro' })).status).toBe(400);
  });

  it('keeps its history, and an archived project changes only its state', async () => {
    const title = `Nuovo titolo ${Date.now()}`;
    await patch(coordinator, { title });
    const { body } = await app.as(coordinator).get(`/projects/${project.id}/history`);
    expect(body.items.at(-1).changes).toContainEqual(
      expect.objectContaining({ field: 'title', after: title }),
    );
    expect((await patch(coordinator, { state: 'archived' })).status).toBe(200);
    expect(await patch(coordinator, { summary: 'Altro' })).toMatchObject({
      status: 409,
      body: { code: 'project.archived' },
    });
    expect((await patch(coordinator, { state: 'active' })).status).toBe(200);
  });
});
