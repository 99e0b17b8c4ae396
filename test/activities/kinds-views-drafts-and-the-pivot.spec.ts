import * as sheets from '@e965/xlsx';
import { aMember, aPartner, aProject, aWorkItem, put } from '../factories/index.js';
import { ifMatch } from '../support/client.js';
import { startApp, type TestApp } from '../support/app.js';

type Row = { id: string };

describe('a coordinator has it its own way', () => {
  let app: TestApp;
  let project: Row, item: Row, coordinator: Row, other: Row, auditor: Row;

  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    item = await aWorkItem(app, project);
    coordinator = await aMember(app, project, 'coordinator');
    other = await aMember(app, project, 'manager');
    auditor = await aMember(app, project, 'auditor');
  });
  afterAll(() => app.close());

  const log = (values: object) =>
    app.as(coordinator).post(`/projects/${project.id}/activities`, {
      workItemId: item.id,
      day: '2019-11-06',
      minutes: 60,
      ...values,
    });

  describe('kinds', () => {
    it('are added and changed, and ask for what they need from then on', async () => {
      const { body: kind, status } = await app
        .as(coordinator)
        .post('/activity-kinds', { label: 'Sportello d’ascolto', unit: 'minutes' });
      expect([status, kind.code]).toEqual([201, 'sportello_d_ascolto']);
      expect((await log({ kind: kind.code })).status).toBe(201);
      const wants = { needsLanguage: true, needsTerritory: true, needsBodies: true };
      const path = `/activity-kinds/${kind.code}`;
      expect((await app.as(coordinator).patch(path, wants, ifMatch(1))).body).toMatchObject(wants);
      const refused = await log({ kind: kind.code });
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'language' }] } });
      expect((await app.as(other).patch(path, wants, ifMatch(1))).status).toBe(412);
    });

    it('are not made twice, nor by who only reads', async () => {
      const body = { label: 'seminario', unit: 'minutes' };
      expect(await app.as(coordinator).post('/activity-kinds', body)).toMatchObject({
        status: 409,
        body: { code: 'kind.exists' },
      });
      expect((await app.as(auditor).post('/activity-kinds', body)).status).toBe(403);
    });
  });

  describe('a view', () => {
    const view = (values: object = {}) => ({
      page: 'activities',
      name: 'Seminari',
      address: 'tipo=seminar',
      ...values,
    });
    const names = async (user: Row) =>
      (await app.as(user).get('/views?page=activities')).body.items.map(
        (one: { name: string }) => one.name,
      );

    it('is its maker’s until it is shared with a project, and then of its members alone', async () => {
      const stranger = await aMember(app, await aProject(app), 'coordinator');
      const { body } = await app.as(coordinator).post('/views', view({ projectId: project.id }));
      expect([await names(coordinator), await names(auditor)]).toEqual([['Seminari'], []]);
      await app.as(coordinator).patch(`/views/${body.id}`, { shared: true }, ifMatch(1));
      expect([await names(auditor), await names(stranger)]).toEqual([['Seminari'], []]);
      expect(
        (await app.as(auditor).patch(`/views/${body.id}`, { name: 'Mia' }, ifMatch(2))).status,
      ).toBe(404);
    });

    it('opens first alone, has one name, and is shared only in a project of its maker', async () => {
      const first = await app.as(other).post('/views', view({ opensFirst: true }));
      await app.as(other).post('/views', view({ name: 'Altra', opensFirst: true }));
      const { items } = (await app.as(other).get('/views')).body;
      expect(items.filter((one: { opensFirst: boolean }) => one.opensFirst)).toMatchObject([
        { name: 'Altra' },
      ]);
      expect((await app.as(other).post('/views', view())).body.code).toBe('view.name');
      expect((await app.as(other).post('/views', view({ name: 'x', shared: true }))).status).toBe(
        422,
      );
      const foreign = await aProject(app);
      expect(
        (await app.as(other).post('/views', view({ name: 'y', projectId: foreign.id }))).status,
      ).toBe(422);
      const gone = await app.as(other).delete(`/views/${first.body.id}`, ifMatch(1));
      expect(gone.status).toBe(204);
    });
  });

  it('finds its draft again until it drops it, and nobody else does', async () => {
    const path = '/me/drafts/activity';
    expect((await app.as(coordinator).get(path)).body).toEqual({ draft: null, keptAt: null });
    await app.as(coordinator).put(path, { day: 'ieri' });
    await app.as(coordinator).put(path, { day: 'ieri', duration: '1:4', note: '' });
    expect((await app.as(coordinator).get(path)).body.draft).toEqual({
      day: 'ieri',
      duration: '1:4',
      note: '',
    });
    expect((await app.as(other).get(path)).body.draft).toBeNull();
    await app.as(coordinator).delete(path);
    expect((await app.as(coordinator).get(path)).body.draft).toBeNull();
  });

  describe('the pivot', () => {
    let asti: Row, canelli: Row, partner: Row;

    beforeAll(async () => {
      await app.db.query(`UPDATE activity SET state = 'cancelled', cancel_reason = 'x'`);
      asti = await put(app, 'territory', { kind: 'province', name: 'Asti' });
      canelli = await put(app, 'territory', {
        kind: 'municipality',
        name: 'Canelli',
        province_id: asti.id,
      });
      partner = await aPartner(app, project);
      const seminar = { kind: 'seminar' };
      await log({ ...seminar, territoryId: asti.id, participants: 12, day: '2019-10-06' });
      await log({ ...seminar, territoryId: canelli.id, minutes: 30, participants: 8 });
      await log({ kind: 'research', minutes: 15, participationId: partner.id });
      // Work that lies ahead is not counted.
      await log({ ...seminar, territoryId: asti.id, day: '2019-12-06' });
    });

    const pivot = async (query: string, user: Row = coordinator) =>
      (await app.as(user).get(`/pivot?${query}`)).body;

    it('counts by two sides, and every breakdown sums to the whole', async () => {
      const table = await pivot('rows=territory&columns=month');
      expect(table.rows.map((one: { label: string }) => one.label)).toEqual([
        'Asti',
        'Canelli',
        'Non indicato',
      ]);
      expect(table).toMatchObject({ rowTotals: [60, 30, 15], columnTotals: [60, 45], total: 105 });
      for (const side of [
        'territory',
        'language',
        'kind',
        'partner',
        'month',
        'project',
        'workItem',
      ]) {
        const { rowTotals, total } = await pivot(`rows=${side}&measure=heads`);
        expect([side, rowTotals.reduce((a: number, b: number) => a + b, 0), total]).toEqual([
          side,
          20,
          20,
        ]);
      }
    });

    it('takes the municipalities of a province with it when it is filtered', async () => {
      expect((await pivot(`territoryId=${asti.id}`)).total).toBe(90);
      expect((await pivot(`territoryId=${canelli.id}`)).total).toBe(30);
    });

    it('counts persons once, in each cell and over all', async () => {
      const activities: { id: string }[] = await app.db.query(
        `SELECT id FROM activity WHERE kind = 'seminar' AND state = 'done' ORDER BY day`,
      );
      const recipient = '00000000-0000-4000-8000-0000000000aa';
      await app.db.query(
        `INSERT INTO recipient (id, person_id, code) VALUES ($1, $1, 'AAAA-BBBB')`,
        [recipient],
      );
      for (const { id } of activities)
        await put(app, 'attendance', {
          project_id: project.id,
          activity_id: id,
          recipient_id: recipient,
          present: true,
          minutes: 30,
        });
      expect(await pivot('rows=territory&measure=presences')).toMatchObject({
        rowTotals: [1, 1],
        total: 2,
      });
      expect(await pivot('rows=territory&measure=people')).toMatchObject({
        rowTotals: [1, 1],
        total: 1,
      });
    });

    it('shows a partner’s operator its own alone', async () => {
      const operator = await aMember(app, project, 'partner', { participation: partner });
      expect((await pivot('rows=kind', operator)).total).toBe(15);
    });

    it.each(['xlsx', 'ods'] as const)(
      'is taken along as %s, and so is the list',
      async (format) => {
        const cells = async (path: string) => {
          const { bytes, status } = await app.as(coordinator).get(path);
          expect(status).toBe(200);
          const book = sheets.read(bytes, { cellDates: false });
          return sheets.utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0]!]!, {
            header: 1,
          });
        };
        const [head, first] = await cells(`/pivot/export?rows=territory&format=${format}`);
        expect(head).toEqual(['Territorio', 'Totale ore']);
        expect(first![0]).toBe('Asti');
        expect(Number(first![1])).toBeCloseTo(format === 'ods' ? 1 : 60 / 1440, 8);
        const list = await cells(`/activities/export?format=${format}&kind=research`);
        expect(list).toHaveLength(2);
        expect(list[1]).toContain('Ricerca');
      },
    );
  });
});
