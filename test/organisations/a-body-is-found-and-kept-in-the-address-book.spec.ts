import { aMember, anOrganisation, aPartner, aProject, aSystemAdmin } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch, type Body } from '../support/client.js';

let app: TestApp;
let project: { id: string };
let coordinator: { id: string };

beforeAll(async () => {
  app = await startApp();
  project = await aProject(app, { title: 'Uno' });
  coordinator = await aMember(app, project, 'coordinator');
});

afterAll(() => app.close());

const add = async (body: object): Promise<Body> =>
  app.as(coordinator).post('/organisations', { kind: 'association', ...body });
const find = async (query: string): Promise<string[]> =>
  (await app.as(coordinator).get(`/organisations?${query}`)).body.items.map(
    (one: Body) => one.name,
  );

describe('a body', () => {
  it('is entered with what is known of it, and the rest stays unknown', async () => {
    const { status, body } = await add({
      name: 'Consorzio Ong Piemontesi',
      shortName: 'COP',
      kind: 'consortium',
      aliases: ['CoP', 'COP'],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      aliases: ['CoP', 'COP'],
      country: null,
      website: null,
      declaredSize: null,
      participations: [],
      version: 1,
    });
  });

  it('is found by any of its names, without accents or case, and with a typo', async () => {
    await add({ name: 'Forum Réfugiés-COSI', aliases: ['Forum Refugié'] });
    expect(await find('search=cop')).toContain('Consorzio Ong Piemontesi');
    expect(await find('search=refugies')).toContain('Forum Réfugiés-COSI');
    expect(await find(`search=${encodeURIComponent('FORUM REFUGIÉ')}`)).toContain(
      'Forum Réfugiés-COSI',
    );
    expect(await find('search=piemontezi')).toContain('Consorzio Ong Piemontesi');
    expect(await find('search=%25')).toEqual([]);
    expect(await find('kind=consortium')).toEqual(['Consorzio Ong Piemontesi']);
    expect(await find('country=FR')).toEqual([]);
    expect((await app.as(coordinator).get('/organisations?kind=setta')).status).toBe(400);
  });

  it('stands under another, never under itself', async () => {
    const { body: region } = await add({ name: 'Regione', kind: 'region' });
    const { body: office } = await add({
      name: 'Direzione',
      kind: 'public_unit',
      parentId: region.id,
    });
    const { body: unit } = await add({ name: 'Settore', kind: 'public_unit', parentId: office.id });
    expect(unit.parentName).toBe('Direzione');
    expect((await app.as(coordinator).get(`/organisations/${region.id}`)).body.units).toMatchObject(
      [{ name: 'Direzione' }],
    );
    const loop = await app
      .as(coordinator)
      .patch(`/organisations/${region.id}`, { parentId: unit.id }, ifMatch(1));
    expect(loop).toMatchObject({ status: 422, body: { code: 'organisation.loop' } });
  });

  it('declares sizes, joins networks and works with others, each apart', async () => {
    const { body: network } = await add({
      name: 'Rete regionale',
      kind: 'network',
      declaredSizes: [
        { size: 20, countedOn: '2015', source: 'Statuto' },
        { size: 25, countedOn: '2018-05', source: 'Sito' },
      ],
    });
    expect(network.declaredSize).toEqual({ size: 25, countedOn: '2018-05', source: 'Sito' });
    const { body: member } = await add({ name: 'Membro', networks: [{ networkId: network.id }] });
    const { body: friend } = await add({
      name: 'Amico',
      collaborations: [{ organisationId: network.id, note: 'stabile' }],
    });
    const sheet = (await app.as(coordinator).get(`/organisations/${network.id}`)).body;
    expect(sheet.members).toEqual([{ organisationId: member.id, name: 'Membro', note: null }]);
    expect(sheet.collaborations).toEqual([
      { organisationId: friend.id, name: 'Amico', note: 'stabile' },
    ]);
    const left = await app
      .as(coordinator)
      .patch(`/organisations/${member.id}`, { networks: [] }, ifMatch(member.version));
    expect(left.body.networks).toEqual([]);
    expect(
      (await add({ name: 'Vuota', declaredSizes: [{ size: 0, countedOn: null, source: 'x' }] }))
        .status,
    ).toBe(400);
  });

  it('refuses an address that is not one and fields that nobody may write', async () => {
    expect((await add({ name: 'A', website: 'javascript:alert(1)' })).status).toBe(400);
    expect((await add({ name: 'A', demonstration: true })).status).toBe(400);
    expect((await add({ name: 'A', country: 'Italia' })).status).toBe(400);
    expect((await add({ name: '' })).status).toBe(400);
  });

  it('changes against the version that was read', async () => {
    const { body } = await add({ name: 'Versioni', place: 'Asti' });
    const path = `/organisations/${body.id}`;
    const changed = await app.as(coordinator).patch(path, { place: null }, ifMatch(1));
    expect(changed).toMatchObject({
      status: 200,
      body: { place: null, name: 'Versioni', version: 2 },
    });
    expect((await app.as(coordinator).patch(path, { place: 'Bra' }, ifMatch(1))).status).toBe(412);
    expect((await app.as(coordinator).patch(path, { place: 'Bra' })).status).toBe(428);
    const missing = await app.as(coordinator).patch(`/organisations/${project.id}`, {}, ifMatch(1));
    expect(missing.status).toBe(404);
  });
});

describe('the address book', () => {
  it('is read by everybody who works on a project and written by those who run one', async () => {
    const body = await anOrganisation(app);
    const participation = await aPartner(app, project);
    const readers = [
      await aMember(app, project, 'auditor'),
      await aMember(app, project, 'legal'),
      await aMember(app, project, 'staff'),
      await aMember(app, project, 'partner', { participation }),
    ];
    for (const user of readers) {
      expect((await app.as(user).get(`/organisations/${body.id}`)).status).toBe(200);
      expect((await app.as(user).get('/organisations')).status).toBe(200);
      const refused = await app.as(user).post('/organisations', { name: 'No', kind: 'other' });
      expect(refused.status).toBe(403);
      const edit = await app
        .as(user)
        .patch(`/organisations/${body.id}`, { place: 'x' }, ifMatch(1));
      expect(edit.status).toBe(403);
    }
    for (const role of ['administrator', 'manager'] as const) {
      const user = await aMember(app, project, role);
      expect(
        (await app.as(user).post('/organisations', { name: role, kind: 'other' })).status,
      ).toBe(201);
    }
    const admin = await aSystemAdmin(app);
    expect((await app.as(admin).get('/organisations')).status).toBe(403);
    expect((await app.as(null).get(`/organisations/${body.id}`)).status).toBe(401);
    expect((await app.as(coordinator).get(`/organisations/${project.id}`)).status).toBe(404);
  });

  it('shows of a body’s projects only those that the reader reaches', async () => {
    const other = await aProject(app, { title: 'Due' });
    const body = await anOrganisation(app, { name: 'Ovunque' });
    const [here, there] = await Promise.all(
      [project, other].map((one) => aPartner(app, one, { organisation_id: body.id })),
    );
    const operator = await aMember(app, other, 'partner', { participation: there ?? body });
    const twin = await aMember(app, project, 'partner', {
      participation: await aPartner(app, project),
    });
    const seen = async (user: { id: string }) =>
      (await app.as(user).get(`/organisations/${body.id}`)).body.participations.map(
        (one: Body) => one.participationId,
      );
    expect(await seen(coordinator)).toEqual([here?.id]);
    expect(await seen(operator)).toEqual([there?.id]);
    expect(await seen(twin)).toEqual([]);
    expect(await seen(await aMember(app, project, 'staff'))).toEqual([here?.id]);
  });

  it('is read page by page with every name once, in Italian order', async () => {
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const after: string = next ? `&after=${next}` : '';
      const { body } = await app.as(coordinator).get(`/organisations?limit=3${after}`);
      seen.push(...body.items.map((one: Body) => one.id));
      next = body.next;
    } while (next);
    const [{ count }] = await app.db.query('SELECT count(*)::int FROM organisation');
    expect(seen).toHaveLength(count);
    expect(new Set(seen).size).toBe(count);
    expect((await app.as(coordinator).get('/organisations?after=xyz')).status).toBe(400);
  });
});
