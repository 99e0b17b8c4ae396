import type { Page } from 'playwright-core';
import { openOffice, PHONE, seriousFindings, settled, type Office } from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

const MAY = '/calendario?vista=mese&giorno=2020-05-01&progetto=interazioni-in-piemonte-2';

describeWith(chromiumPath())('a series is moved and cancelled', () => {
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    office = await openOffice();
  }, 120_000);
  afterAll(() => office?.close());

  const rows = (columns: string, series: string): Promise<object[]> =>
    office.db.query(
      `SELECT ${columns} FROM activity WHERE series_id = $1 AND state <> 'cancelled' ORDER BY day`,
      [series],
    );

  it('by its own period, when only the room of a later day is taken', async () => {
    const person = await aPerson(office);
    const series = await aSeries(office, person, ['2020-05-05', '2020-05-12', '2020-05-19']);
    await planned(office, { day: '2020-05-26' });
    page = await office.enter('coordinator');
    await page.goto(office.address + MAY);
    await settled(page);
    await page.locator('[data-day="2020-05-05"] .cf-event').focus();
    for (const key of ['s', 'ArrowDown']) await page.keyboard.press(key);
    await page.getByRole('status').filter({ hasText: 'Persona di serie è già' }).waitFor();
    await page.keyboard.press('Enter');

    const dialog = page.getByRole('dialog');
    await dialog.getByText('non può essere in due posti').waitFor();
    expect(await dialog.getByRole('button', { name: /^Sposta/ }).count()).toBe(0);
    await dialog.getByLabel('Tutti quelli ancora da svolgere').check();
    const met = dialog.getByRole('group', { name: 'Giorni con ostacoli' });
    await met.getByText('mar 26 mag 2020').waitFor();
    await met.getByText('Sala 2 è già occupato, 10:00–12:00').waitFor();
    expect(await met.getByRole('listitem').count()).toBe(1);
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Sposta comunque' }).click();
    await page.getByText('e altri 2 della serie: ora mar 12 mag.').waitFor();
    expect(await rows('day', series)).toEqual([
      { day: '2020-05-12' },
      { day: '2020-05-19' },
      { day: '2020-05-26' },
    ]);
  });

  it('changes its room from one meeting on, having seen where that is taken', async () => {
    const [{ series_id: series }] = (await office.db.query(
      `SELECT series_id FROM activity WHERE day = '2020-05-12' AND series_id IS NOT NULL`,
    )) as [{ series_id: string }];
    await planned(office, { day: '2020-05-26', place: 'Sala 5' });
    await page.locator('[data-day="2020-05-19"] .cf-event').click();
    await page.getByRole('button', { name: 'Persone e luogo della serie' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Luogo o sala').fill('Sala 5');
    await panel.getByText('Sala 5 è già occupato, 10:00–12:00').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Salva' }).click();
    await page.getByText('2 incontri cambiati.').waitFor();
    const people = { staff: 1 };
    expect(await rows('place, cardinality(staff_ids) AS staff', series)).toEqual([
      { place: 'Sala 2', ...people },
      { place: 'Sala 5', ...people },
      { place: 'Sala 5', ...people },
    ]);
  });

  it('is cancelled from one meeting on, with its reason, on a phone', async () => {
    const person = await aPerson(office);
    const series = await aSeries(office, person, ['2020-06-03', '2020-06-10', '2020-06-17']);
    const phone = await office.enter('coordinator', PHONE);
    await phone.goto(office.address + MAY.replace('05-01', '06-01').replace('mese', 'agenda'));
    await settled(phone);
    await phone.locator('.cf-event').nth(1).click();
    await phone.getByRole('button', { name: 'Annulla l’attività' }).click();
    const dialog = phone.getByRole('dialog', { name: 'Annullare questa attività?' });
    await dialog.getByLabel('Questo e i seguenti').check();
    await dialog.getByLabel('Motivo').fill('Il corso finisce a giugno');
    expect(await seriousFindings(phone)).toEqual([]);
    await dialog.getByRole('button', { name: 'Annulla gli incontri scelti' }).click();
    await phone.getByText('2 incontri annullati.').waitFor();
    expect(await rows('day', series)).toEqual([{ day: '2020-06-03' }]);
    await phone.getByRole('definition').getByText('Il corso finisce a giugno').waitFor();
  });

  it('is read under its days, which the patron saint of a city may close, and one of it is moved in its day', async () => {
    const person = await aPerson(office);
    const series = await aSeries(office, person, ['2020-06-23', '2020-06-24']);
    await page.goto(
      office.address + MAY.replace('05-01', '06-22').replace('vista=mese', 'vista=agenda'),
    );
    await settled(page);
    const under = (day: string) => page.getByRole('listitem').filter({ hasText: day });
    const meeting = /10:00–12:00: Gruppo di lavoro tematico · Sala 2 · Persona di serie/;
    await under('martedì 23 giugno 2020').getByRole('button', { name: meeting }).waitFor();
    const wednesday = under('mercoledì 24 giugno 2020');
    await wednesday.getByRole('button', { name: meeting }).waitFor();
    expect(await page.getByRole('button', { name: meeting }).count()).toBe(2);
    expect(await wednesday.getByText('patrono di Torino').count()).toBe(0);
    await page.getByLabel('Santo patrono di').selectOption({ label: 'Torino' });
    await wednesday.getByText('San Giovanni Battista, patrono di Torino').waitFor();
    expect(await under('patrono di Torino').count()).toBe(1);

    await page.goto(page.url().replace('agenda', 'giorno').replace('06-22', '06-24'));
    await settled(page);
    await page.getByText('San Giovanni Battista, patrono di Torino').waitFor();
    await page.locator('.cf-event').focus();
    for (const key of ['s', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    await page.getByRole('status').filter({ hasText: '24 giu 2020, 11:00–13:00' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Sposta' }).click();
    await page.getByText('ora mer 24 giu').waitFor();
    await page.locator('.cf-event').filter({ hasText: '11:00–13:00' }).waitFor();
    expect(await rows(`day, to_char(start_time, 'HH24:MI') AS from`, series)).toEqual([
      { day: '2020-06-23', from: '10:00' },
      { day: '2020-06-24', from: '11:00' },
    ]);
  });
});

const INTERAZIONI = `SELECT id FROM project WHERE slug = 'interazioni-in-piemonte-2'`;

/** A working group from ten to twelve. */
async function planned(
  { db }: Office,
  {
    day,
    place = 'Sala 2',
    staff = [],
    series = null,
  }: { day: string; place?: string; staff?: string[]; series?: string | null },
): Promise<void> {
  await db.query(
    `INSERT INTO activity (project_id, work_item_id, kind, state, day, start_time, end_time, minutes, staff_ids, place, series_id)
     SELECT w.project_id, w.id, 'working_group', 'planned', $1, '10:00', '12:00', 120, $2, $3, $4
     FROM work_item w WHERE w.project_id = (${INTERAZIONI}) AND w.code = 'A2'`,
    [day, staff, place, series],
  );
}

/** Planned week by week, of one person. */
async function aSeries(office: Office, person: string, days: string[]): Promise<string> {
  const [{ id }] = (await office.db.query(
    `INSERT INTO activity_series (project_id, rule, first_day)
     VALUES ((${INTERAZIONI}), 'FREQ=WEEKLY;COUNT=3', $1) RETURNING id`,
    [days[0]],
  )) as [{ id: string }];
  for (const day of days) await planned(office, { day, staff: [person], series: id });
  return id;
}

const aPerson = async ({ db }: Office): Promise<string> =>
  (
    (await db.query(`INSERT INTO person (name) VALUES ('Persona di serie') RETURNING id`)) as [
      { id: string },
    ]
  )[0].id;
