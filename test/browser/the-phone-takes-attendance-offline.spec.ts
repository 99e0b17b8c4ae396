import type { Page } from 'playwright-core';
import { becomes, openOffice, seriousFindings, overflow, type Office } from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

const SMALL = { width: 360, height: 640 };

describeWith(chromiumPath())('the phone takes attendance without the network', () => {
  let office: Office;
  let page: Page;
  let activity: string;
  beforeAll(async () => {
    office = await openOffice();
    activity = await aClassToday();
    page = await office.enter('coordinator', SMALL);
  }, 120_000);
  afterAll(() => office?.close());

  /** Fifteen people enrolled in a course that has a session today. */
  async function aClassToday(): Promise<string> {
    const [{ id, project }] = (await office.db.query(
      `INSERT INTO course (project_id, work_item_id, title, school_year, planned_minutes)
       SELECT project_id, id, 'Quindici', '2019/20', 960 FROM work_item WHERE code = 'A1'
         AND project_id = (SELECT id FROM project WHERE slug = 'interazioni-in-piemonte-2') RETURNING id, project_id AS project`,
    )) as [{ id: string; project: string }];
    await office.db.query(
      `WITH new AS (SELECT uuidv7() AS id, n FROM generate_series(10, 24) n),
         r AS (INSERT INTO recipient (id, person_id, code, initials, citizenship) SELECT id, id, '00' || n || '-00' || n, 'P.' || n, 'MA' FROM new RETURNING id),
         i AS (INSERT INTO intake (project_id, recipient_id, taken_on) SELECT $2, id, '2019-09-15' FROM r)
       INSERT INTO enrolment (project_id, course_id, recipient_id, from_day) SELECT $2, $1, id, '2019-09-15' FROM r`,
      [id, project],
    );
    const [session] = (await office.db.query(
      `INSERT INTO activity (project_id, work_item_id, course_id, kind, state, day, start_time, end_time, minutes)
       SELECT project_id, work_item_id, id, 'l2_workshop', 'planned', '2019-11-20', '14:00', '16:00', 120 FROM course WHERE id = $1 RETURNING id`,
      [id],
    )) as [{ id: string }];
    return session.id;
  }
  const marks = async () => {
    const [row] = await office.db.query(
      `SELECT count(*)::int AS all, count(*) FILTER (WHERE present)::int AS present,
         count(DISTINCT recipient_id)::int AS people FROM attendance WHERE activity_id = $1`,
      [activity],
    );
    return row;
  };
  const offline = (off: boolean) => page.context().setOffline(off);
  const sent = () => page.getByText('Tutto inviato').waitFor();

  it('fifteen people in sixteen taps, kept while the tab is closed, sent once', async () => {
    await page.goto(`${office.address}/presenze`);
    await page.locator('main[aria-busy=false]').waitFor();
    await page.getByRole('button', { name: /P\.10/ }).waitFor();
    expect([await seriousFindings(page), await overflow(page)]).toEqual([[], 0]);
    await offline(true);
    await page.reload();
    await page.getByRole('button', { name: /P\.10/ }).waitFor();

    let taps = 0;
    for (const button of await page.locator('.cf-phone-people button').all()) {
      const box = await button.boundingBox();
      expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(24);
      await button.click();
      taps += 1;
    }
    await page.getByRole('button', { name: 'Conferma 15 presenti su 15' }).click();
    taps += 1;
    expect(taps).toBeLessThanOrEqual(17);
    await page.getByText('1 foglio da inviare').waitFor();
    expect(await marks()).toMatchObject({ all: 0 });

    const context = page.context();
    await page.close();
    page = await context.newPage();
    await page.goto(`${office.address}/presenze`);
    await page.getByText('1 foglio da inviare').waitFor();
    await offline(false);
    await sent();
    expect(await marks()).toEqual({ all: 15, present: 15, people: 15 });
    const [{ state }] = await office.db.query('SELECT state FROM activity WHERE id = $1', [
      activity,
    ]);
    expect(state).toBe('done');
  });

  it('an answer that gets lost makes nothing twice, an expired session loses nothing', async () => {
    await page.locator('.cf-phone-people button').first().click();
    let lost = 0;
    await page.route('**/attendance', async (route) => {
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Conferma 14 presenti su 15' }).click();
    await page.getByText('1 foglio da inviare').waitFor();
    expect(lost).toBeGreaterThan(0);
    await page.unroute('**/attendance');
    const before = await office.db.query(
      'SELECT max(version)::int AS version FROM attendance WHERE activity_id = $1',
      [activity],
    );
    await office.db.query(`UPDATE session SET expires_at = now() - interval '1 minute'`);
    await page.reload();
    await page.getByRole('link', { name: 'accedi di nuovo' }).click();
    await page.getByLabel('Posta elettronica').fill(office.account('coordinator').email);
    await page.getByLabel('Password').fill(office.account('coordinator').password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/presenze$/);
    await sent();
    expect(await marks()).toEqual({ all: 15, present: 14, people: 15 });
    const after = await office.db.query(
      'SELECT max(version)::int AS version FROM attendance WHERE activity_id = $1',
      [activity],
    );
    expect(after).toEqual(before);
  });

  it('sends no mark that stands already, so a partial presence stays partial', async () => {
    await office.db.query(
      `UPDATE attendance SET minutes = 60 WHERE activity_id = $1 AND present AND recipient_id = (SELECT id FROM recipient WHERE initials = 'P.20')`,
      [activity],
    );
    await page.reload();
    await page.locator('main[aria-busy=false]').waitFor();
    await page.evaluate(keepMarks);
    await page.getByRole('button', { name: /P\.10/ }).click();
    await page.getByRole('button', { name: 'Conferma 15 presenti su 15' }).click();
    await becomes(async () => (await marks()).present, 15);
    expect(await page.evaluate('window.sentMarks.length')).toBe(1);
    const [{ partial }] = await office.db.query(
      'SELECT count(*)::int AS partial FROM attendance WHERE activity_id = $1 AND minutes = 60',
      [activity],
    );
    expect(partial).toBe(1);
  });

  it('opens without the network although the server answered with an error in between', async () => {
    await page.route('**/presenze', (route) => route.fulfill({ status: 503, body: 'Occupato' }));
    const context = page.context();
    await context.route('**/presenze', (route) => route.fulfill({ status: 503, body: 'Occupato' }));
    await page.reload();
    await context.unroute('**/presenze');
    await page.unroute('**/presenze');
    await offline(true);
    await page.reload();
    await page.getByRole('button', { name: /P\.10/ }).waitFor();
    await offline(false);
  });

  it('belongs to a user: another one neither sees nor sends what one left on the device', async () => {
    await page.route('**/attendance', (route) => route.abort());
    await page.getByRole('button', { name: /P\.10/ }).click();
    await page.getByRole('button', { name: 'Conferma 14 presenti su 15' }).click();
    await page.getByText('1 foglio da inviare').waitFor();
    await page.goto(office.address);
    await page.locator('.cf-user > button').click();
    await page.getByRole('button', { name: 'Esci' }).click();
    await page.waitForURL(/accesso/);
    await page.unroute('**/attendance');
    let sent = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/attendance')) sent += 1;
    });
    const enter = async (role: 'manager' | 'coordinator') => {
      const { email, password } = office.account(role);
      await page.context().clearCookies();
      await page.request.post(`${office.address}/api/v1/sign-in`, { data: { email, password } });
      await page.goto(`${office.address}/presenze`);
      await page.locator('main[aria-busy=false]').waitFor();
    };
    await enter('manager');
    await page.getByText('Ci sono presenze di').waitFor();
    expect(sent).toBe(0);
    expect(await marks()).toMatchObject({ present: 15 });
    expect([await seriousFindings(page), await overflow(page)]).toEqual([[], 0]);
    await enter('coordinator');
    await becomes(async () => (await marks()).present, 14);
  });

  it('and the device holds codes and initials only', async () => {
    const held = await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          // oxlint-disable-next-line no-explicit-any
          const request = (globalThis as any).indexedDB.open('capofila-presenze');
          request.onerror = () => reject(new Error('IndexedDB'));
          request.onsuccess = () => {
            const read = request.result.transaction('pocket').objectStore('pocket').get('held');
            read.onsuccess = () => resolve(read.result);
          };
        }),
    );
    const { sessions } = held as { sessions: { people: object[] }[] };
    expect(Object.keys(sessions[0]!.people[0]!).sort()).toEqual(
      ['code', 'initials', 'presence', 'recipientId'].sort(),
    );
  });
});

/** Keeps the marks that the page sends: a browser tells no listener the body of a prepared request. */
function keepMarks(): void {
  // oxlint-disable-next-line no-explicit-any
  const window = globalThis as any;
  const { fetch } = window;
  window.fetch = async (request: Request) => {
    if (request.method === 'POST') window.sentMarks = (await request.clone().json()).marks;
    return fetch(request);
  };
}
