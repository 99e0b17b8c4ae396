import { startDemonstration, type DemonstrationApp } from '../support/demonstration.js';

describe('the demonstration', () => {
  let app: DemonstrationApp;
  beforeAll(async () => {
    app = await startDemonstration();
  }, 60_000);
  afterAll(() => app.close());

  const one = async (sql: string) => ((await app.db.query(sql)) as Record<string, unknown>[])[0];

  it('has meetings with bodies, held and to come, and tasks done, open and overdue, all marked', async () => {
    expect(
      await one(`SELECT bool_and(m.demonstration) AS marked, count(*) FILTER (WHERE a.state = 'planned') > 0 AS ahead,
        count(*) FILTER (WHERE m.minutes IS NOT NULL) > 0 AS held FROM meeting m JOIN activity a ON a.id = m.activity_id`),
    ).toEqual({ marked: true, ahead: true, held: true });
    expect(
      await one(
        'SELECT count(*) > 0 AS called FROM meeting_guest WHERE organisation_id IS NOT NULL',
      ),
    ).toEqual({ called: true });
    expect(
      await one(
        `SELECT count(*) FILTER (WHERE state = 'done') > 0 AS done, count(*) FILTER (WHERE state = 'open' AND due_day < '2019-11-20') > 0 AS overdue FROM task`,
      ),
    ).toEqual({ done: true, overdue: true });
  });

  it('has feeds that name the sites of the documents, and counts each published content once', async () => {
    const { text } = await app.as(null).get('/feeds/tutti-i-contenuti/rss.xml');
    expect(text).toContain(
      'Mediato, Prefettura di Torino, Prefettura di Alessandria, Lo Sapevi Che?',
    );
    expect(text).toContain('Contenuto dimostrativo.');
    expect(
      await one(
        `SELECT count(*) = count(DISTINCT activity_id) AS once FROM content WHERE state = 'published'`,
      ),
    ).toEqual({ once: true });
  });

  it('has an import that says what it is, whose rows are there, and which can be taken back', async () => {
    const client = app.as(app.user('coordinator'));
    const project = await one(`SELECT id FROM project WHERE slug = 'interazioni-in-piemonte-2'`);
    const path = `/projects/${String(project?.['id'])}/imports`;
    const [shown] = (await client.get(path)).body.items;
    expect(shown).toMatchObject({
      fileName: expect.stringContaining('(dimostrazione)'),
      state: 'applied',
      madeBy: 'Coordinamento demo',
      bad: 1,
    });
    expect(shown.good).toBeGreaterThan(5);
    const { body } = await client.get(`${path}/${shown.id}/rows?state=bad`);
    expect(body.items).toMatchObject([
      { cells: expect.arrayContaining(['31/11/2019']), errors: [{ field: 'day' }] },
    ]);
    const cancelled = `SELECT count(*)::int AS n FROM activity WHERE demonstration AND cancel_reason LIKE 'Importazione di %'`;
    expect((await client.post(`${path}/${shown.id}/undo`)).body.state).toBe('undone');
    expect(await one(cancelled)).toEqual({ n: shown.good });
  });

  it('shows the sheet of a real project with what its document says', async () => {
    const { text } = await app.as(null).get('/schede/interazioni-in-piemonte-2');
    for (const words of [
      '2018 – 2022',
      'Martino Grande',
      'Coesione sociale e immigrazione',
      'Attività conclusa',
    ])
      expect(text).toContain(words);
    expect((await app.as(null).get('/schede/discorsi-migranti')).status).toBe(404);
  });
});
