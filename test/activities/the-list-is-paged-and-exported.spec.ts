import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { aMember, aPartner, aProject, aWorkItem } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';

type Row = { id: string };
type Sorted = Row & { day: string; minutes: number };

describe('the list of activities', () => {
  let app: TestApp;
  let project: Row, coordinator: Row;

  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    const item = await aWorkItem(app, project);
    coordinator = await aMember(app, project, 'coordinator');
    // Straight into the table, as an import would: the sums must follow all the same.
    await app.db.query(
      `INSERT INTO activity (project_id, work_item_id, kind, state, day, minutes, note)
       SELECT $1, $2, CASE WHEN i % 2 = 0 THEN 'seminar' ELSE 'research' END, 'done', date '2019-01-01' + (i % 60), i, 'riga ' || i
       FROM generate_series(1, 230) i`,
      [project.id, item.id],
    );
  });
  afterAll(() => app.close());

  it('comes in pages that miss nothing and repeat nothing, newest first', async () => {
    const seen: { id: string; day: string }[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: { body: { items: { id: string; day: string }[]; next: string | null } } =
        await app
          .as(coordinator)
          .get(`/activities?limit=50${next ? `&after=${encodeURIComponent(next)}` : ''}`);
      seen.push(...page.body.items);
      next = page.body.next;
    }
    expect(new Set(seen.map((row) => row.id)).size).toBe(230);
    expect(seen.map((row) => row.day)).toEqual(
      seen
        .map((row) => row.day)
        .toSorted()
        .toReversed(),
    );
  });

  it('refuses an order whose pages would not be sure, and a page mark of another order', async () => {
    for (const order of ['place', 'kind', 'minutes', 'toString'])
      expect((await app.as(coordinator).get(`/activities?order=${order}`)).status).toBe(400);
    const { body } = await app.as(coordinator).get('/activities?limit=5');
    expect(
      await app.as(coordinator).get(`/activities?order=longest&after=${body.next}`),
    ).toMatchObject({ status: 400, body: { code: 'page.cursor' } });
  });

  it('refuses a page mark that it never gave', async () => {
    expect(await app.as(coordinator).get('/activities?after=nonsense')).toMatchObject({
      status: 400,
      body: { code: 'page.cursor' },
    });
    const forged = Buffer.from(JSON.stringify(['not a day', 'not an id'])).toString('base64url');
    expect((await app.as(coordinator).get(`/activities?after=${forged}`)).status).toBe(400);
  });

  it.each([
    ['everything', '', 'sums', 230, (230 * 231) / 2],
    ['one kind in whole months', 'kind=seminar&from=2019-01-01&to=2019-01-31', 'sums', null, null],
    ['days inside a month', 'from=2019-01-10&to=2019-01-12', 'rows', null, null],
    ['everything up to today', 'to=2019-11-20', 'sums', 230, (230 * 231) / 2],
    ['everything up to a day gone by', 'to=2019-01-12', 'rows', null, null],
  ])('has totals for %s that are those of the rows', async (_, filter, source, count, minutes) => {
    const totals = (await app.as(coordinator).get(`/activities/totals?${filter}`)).body;
    const rows = (await app.as(coordinator).get(`/activities?limit=200&${filter}`)).body.items;
    expect(totals.source).toBe(source);
    if (count === null) {
      expect(totals).toMatchObject({
        activities: rows.length,
        minutes: rows.reduce((sum: number, row: { minutes: number }) => sum + row.minutes, 0),
      });
    } else {
      expect(totals).toMatchObject({ activities: count, minutes });
    }
  });

  it('is exported for Italian Excel, with nothing that a spreadsheet would run', async () => {
    await app.db.query(
      `UPDATE activity SET note = '=1+1', place = 'Alba; Bra "centro"' WHERE note = 'riga 7'`,
    );
    await app.db.query(
      `UPDATE activity_kind SET label = '=' || label WHERE code = (SELECT kind FROM activity WHERE note = '=1+1')`,
    );
    const { text, headers } = await app.as(coordinator).get('/activities/export.csv?text=Alba');
    expect(headers['content-disposition']).toContain('attachment');
    expect(text.startsWith('\ufeff')).toBe(true);
    const [head, row, ...rest] = text.trim().split('\n');
    expect(head).toContain(';Ore;');
    expect(row).toContain(`"Alba; Bra ""centro"""`);
    expect(row).toContain(`'=1+1`);
    expect(row).toMatch(/;'=[A-Z]/);
    expect(row).toContain(';0,12;');
    expect(rest).toEqual([]);
  });

  it('is summed by month for the days that are asked, also inside a month and for a partner', async () => {
    const other = await aProject(app);
    const item = await aWorkItem(app, other);
    const partner = await aPartner(app, other);
    const readers = [
      await aMember(app, other, 'auditor'),
      await aMember(app, other, 'partner', { participation: partner }),
    ];
    await app.db.query(
      `INSERT INTO activity (project_id, work_item_id, participation_id, kind, state, day, minutes)
       SELECT $1, $2, $3, 'research', 'done', day::date, minutes
       FROM (VALUES ('2019-10-03', 60), ('2019-10-20', 90), ('2019-11-04', 30), ('2019-11-19', 15)) v (day, minutes)`,
      [other.id, item.id, partner.id],
    );
    const months = async (reader: Row, query: string): Promise<[string, number][]> => {
      const { body } = await app.as(reader).get(`/hours?${query}`);
      return body.items[0].months.map((m: { month: string; minutes: number }) => [
        m.month,
        m.minutes,
      ]);
    };
    for (const reader of readers) {
      expect(await months(reader, 'from=2019-10-15&to=2019-11-04')).toEqual([
        ['2019-10', 90],
        ['2019-11', 30],
      ]);
      expect(await months(reader, 'from=2019-10-01&to=2019-11-30')).toEqual([
        ['2019-10', 150],
        ['2019-11', 45],
      ]);
    }
  });

  it('becomes a workbook of ten thousand rows while others are answered', async () => {
    const long = await aProject(app);
    const item = await aWorkItem(app, long);
    const reader = await aMember(app, long, 'auditor');
    await app.db.query(
      `INSERT INTO activity (project_id, work_item_id, kind, state, day, minutes, place, note)
       SELECT $1, $2, 'research', 'done', date '2019-01-01' + (i % 300), i % 600, 'Luogo ' || i % 90, 'riga ' || i
       FROM generate_series(1, 10000) i`,
      [long.id, item.id],
    );
    const delays = monitorEventLoopDelay({ resolution: 10 });
    delays.enable();
    const start = performance.now();
    const { status, bytes } = await app.as(reader).get('/activities/export?format=xlsx');
    const took = performance.now() - start;
    delays.disable();
    expect([status, bytes.length > 100_000]).toEqual([200, true]);
    expect(delays.max / 1e6).toBeLessThan(took / 2);
  });

  it('takes any text as a filter without meaning more than the text', async () => {
    for (const text of [`' OR 1=1 --`, '%', '_', '\\', `"; DROP TABLE activity; --`]) {
      const { status, body } = await app
        .as(coordinator)
        .get(`/activities?text=${encodeURIComponent(text)}`);
      expect([status, body.items]).toEqual([200, []]);
      expect(
        (
          await app.as(coordinator).get(`/activities/export.csv?text=${encodeURIComponent(text)}`)
        ).text
          .trim()
          .split('\n'),
      ).toHaveLength(1);
    }
  });

  it.each([
    ['shortest', 1],
    ['longest', -1],
  ])('comes %s first, in pages that miss nothing and repeat nothing', async (order, sign) => {
    // Hours that many rows share: within them the page mark goes on by day and row.
    const filter = `order=${order}&kind=research&from=2019-01-01`;
    await app.db.query(`UPDATE activity SET minutes = 60 WHERE minutes % 10 = 1`);
    const seen: Sorted[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: { body: { items: Sorted[]; next: string | null } } = await app
        .as(coordinator)
        .get(`/activities?limit=7&${filter}${next ? `&after=${encodeURIComponent(next)}` : ''}`);
      seen.push(...page.body.items);
      next = page.body.next;
    }
    expect(new Set(seen.map((row) => row.id)).size).toBe(115);
    const minutes = seen.map((row) => row.minutes);
    expect(minutes).toEqual(minutes.toSorted((a, b) => sign * (a - b)));
    const alike = seen.filter((row) => row.minutes === 60).map(({ day, id }) => `${day} ${id}`);
    expect(alike.length).toBeGreaterThan(14);
    expect(order === 'longest' ? alike.toReversed() : alike).toEqual(alike.toSorted());
  });
});
