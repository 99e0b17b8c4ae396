import type { Page } from 'playwright-core';
import { hashOf, newToken } from '../../src/access/sessions.js';
import { DESK, openOffice, seriousFindings, settled, type Office } from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';
import { Hand } from './hand.js';

const WEEK = '/calendario?vista=settimana&giorno=2020-01-14&progetto=interazioni-in-piemonte-2';
const MOST_ACTIONS = 6;

describeWith(chromiumPath())('a coordinator moves a meeting', () => {
  let office: Office;
  let address: string;

  beforeAll(async () => {
    office = await openOffice();
    address = await calendarOf(office);
  }, 120_000);
  afterAll(() => office?.close());

  const eventOf = async (id: string) => {
    const text = await (await fetch(address)).text();
    const event = text.split('BEGIN:VEVENT').find((one) => one.includes(id.replaceAll('-', '')));
    return {
      uid: /UID:(.+)/.exec(event ?? '')?.[1]?.trim(),
      sequence: Number(/SEQUENCE:(\d+)/.exec(event ?? '')?.[1]),
      start: /DTSTART;TZID=Europe\/Rome:(\w+)/.exec(event ?? '')?.[1],
    };
  };

  const times = async (id: string) =>
    (
      await office.db.query(
        `SELECT to_char(start_time, 'HH24:MI') AS from, to_char(end_time, 'HH24:MI') AS to, minutes FROM activity WHERE id = $1`,
        [id],
      )
    )[0];

  it.each([
    ['a desk', DESK],
    ['a phone of 360 pixels', { width: 360, height: 640 }],
  ])(
    'from Tuesday to Thursday by keys alone, then back by hand, each in six actions, at %s',
    async (_, size) => {
      const id = await meeting(office);
      const before = await eventOf(id);
      const page = await office.enter('coordinator', size);
      await page.goto(office.address + WEEK);
      await settled(page);
      await page.locator('.cf-event').first().waitFor();

      const keys = new Hand(page);
      await keys.press('e', 's', 'ArrowRight', 'ArrowRight');
      const said = page.getByRole('status').filter({ hasText: 'Sposti a 16 gen 2020, 10:00' });
      await said.filter({ hasText: 'Nulla lo impedisce' }).waitFor();
      await keys.press('Enter');
      await page.getByText('ora gio 16 gen').waitFor();
      expect(keys.actions).toBeLessThanOrEqual(MOST_ACTIONS);
      const moved = await eventOf(id);
      expect(moved).toEqual({
        uid: before.uid,
        sequence: before.sequence + 1,
        start: '20200116T100000',
      });

      const hand = new Hand(page);
      await hand.drag(
        page.locator('[data-day="2020-01-16"] .cf-event'),
        page.locator('[data-day="2020-01-14"]'),
        { targetPosition: { x: 20, y: 130 }, sourcePosition: { x: 20, y: 10 } },
      );
      await page.getByText('ora mar 14 gen').waitFor();
      expect(hand.actions).toBeLessThanOrEqual(MOST_ACTIONS);
      expect(await eventOf(id)).toMatchObject({ uid: before.uid, sequence: before.sequence + 2 });

      await page.getByRole('button', { name: 'Annulla' }).last().click();
      await page.locator('[data-day="2020-01-16"] .cf-event').waitFor();
      await office.db.query(
        `UPDATE activity SET state = 'cancelled', cancel_reason = 'prova' WHERE id = $1`,
        [id],
      );
    },
  );

  it('lasts longer by keys, and as long as before when that is taken back', async () => {
    const id = await meeting(office);
    const page = await office.enter('coordinator');
    await page.goto(office.address + WEEK);
    await settled(page);
    await page.locator('.cf-event').first().waitFor();
    for (const key of ['e', 's', 'Shift+ArrowDown', 'Shift+ArrowDown'])
      await page.keyboard.press(key);
    await page.getByRole('status').filter({ hasText: '10:00–12:30' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('ora mar 14 gen, 10:00–12:30.').waitFor();
    expect(await times(id)).toEqual({ from: '10:00', to: '12:30', minutes: 150 });
    await page.getByRole('button', { name: 'Annulla' }).last().click();
    await page.getByText('Annullato.').waitFor();
    expect(await times(id)).toMatchObject({ to: '12:00', minutes: 120 });
    await office.db.query(
      `UPDATE activity SET state = 'cancelled', cancel_reason = 'prova' WHERE id = $1`,
      [id],
    );
  });

  it('lasts longer by its lower edge, when nobody and no room is taken', async () => {
    const person = await aMediator(office);
    const id = await meeting(office, { staff: [person] });
    await meeting(office, { staff: [person], from: '14:00', to: '15:00' });
    const page = await office.enter('coordinator');
    await page.goto(office.address + WEEK);
    await settled(page);
    const pull = async (by: number) => {
      const edge = await page.locator('.cf-event-edge').first().boundingBox();
      const [x, y] = [edge!.x + edge!.width / 2, edge!.y + edge!.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x, y + by, { steps: 4 });
    };
    const HOUR = 44;

    await pull(HOUR);
    await page.getByRole('status').filter({ hasText: '10:00–13:00' }).waitFor();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await page.getByRole('status').filter({ hasText: '10:00' }).waitFor({ state: 'hidden' });
    expect(await times(id)).toMatchObject({ to: '12:00' });

    await pull(HOUR / 2);
    await page.mouse.up();
    await page.getByText('ora mar 14 gen, 10:00–12:30.').waitFor();
    expect(await times(id)).toEqual({ from: '10:00', to: '12:30', minutes: 150 });
    await page.getByRole('button', { name: 'Annulla' }).last().click();
    await page.getByText('Annullato.').waitFor();
    await settled(page);

    await pull(2.5 * HOUR);
    await page.mouse.up();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Cambiare l’orario di').waitFor();
    await dialog.getByText('è già impegnata o impegnato, 14:00–15:00').waitFor();
    await dialog.getByRole('button', { name: 'Torna indietro' }).click();
    expect(await times(id)).toMatchObject({ to: '12:00', minutes: 120 });
    await office.db.query(
      `UPDATE activity SET state = 'cancelled', cancel_reason = 'prova' WHERE $1 = ANY (staff_ids)`,
      [person],
    );
  });

  it('is shown who is taken before anything is saved', async () => {
    const person = await aMediator(office);
    await meeting(office, { day: '2020-01-15', staff: [person], place: 'Sala 1' });
    const id = await meeting(office, { staff: [person], place: 'Sala 1' });
    const page = await office.enter('coordinator');
    await page.goto(office.address + WEEK);
    await settled(page);
    await page.locator('.cf-event').first().waitFor();
    for (const key of ['e', 's', 'ArrowRight']) await page.keyboard.press(key);
    await page.getByRole('status').filter({ hasText: 'è già' }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('è già impegnata o impegnato').waitFor();
    await dialog.getByText('Sala 1 è già occupato').waitFor();
    expect(await dialog.getByRole('button', { name: /^Sposta/ }).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Torna indietro' }).click();
    expect((await eventOf(id)).start).toBe('20200114T100000');
  });

  it('plans a series with its holidays left out, and moves all of it', async () => {
    const page = await office.enter('coordinator');
    await page.goto(
      `${office.address}/calendario?giorno=2020-04-07&apri=nuovo&progetto=interazioni-in-piemonte-2`,
    );
    await settled(page);
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Tipo', { exact: false }).first().selectOption('working_group');
    await choose(page, 'Azione', 'A2');
    await panel.getByRole('textbox', { name: 'Giorno', exact: true }).fill('13/04/2020');
    await panel.getByRole('textbox', { name: 'Dalle' }).fill('9');
    await panel.getByRole('textbox', { name: 'Alle', exact: true }).fill('11');
    await panel.getByLabel('Si ripete').selectOption('WEEKLY');
    await panel.getByRole('textbox', { name: 'Fino al' }).fill('04/05/2020');
    await panel.getByText('Festivo: Lunedì dell’Angelo').waitFor();
    await panel.getByText('3 incontri, 1 giorno escluso').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Metti in calendario 3 incontri' }).click();
    await page.getByText('In calendario: 3 incontri.').waitFor();

    await page.goto(
      `${office.address}/calendario?vista=mese&giorno=2020-04-01&progetto=interazioni-in-piemonte-2`,
    );
    await page.locator('[data-day="2020-04-20"] .cf-event').focus();
    for (const key of ['s', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tutti quelli ancora da svolgere').check();
    await dialog.getByRole('button', { name: 'Sposta' }).click();
    await page.getByText('e altri 2 della serie: ora mar 21 apr.').waitFor();
    await page.locator('[data-day="2020-04-28"] .cf-event').waitFor();
  });
});

const INTERAZIONI = `SELECT id FROM project WHERE slug = 'interazioni-in-piemonte-2'`;

/** A working group on a Tuesday of a week in which nothing else stands. */
async function meeting(
  { db }: Office,
  {
    day = '2020-01-14',
    staff = [] as string[],
    place = null as string | null,
    from = '10:00',
    to = '12:00',
  } = {},
): Promise<string> {
  const [{ id }] = (await db.query(
    `INSERT INTO activity (project_id, work_item_id, kind, state, day, start_time, end_time, minutes, staff_ids, place)
     SELECT w.project_id, w.id, 'working_group', 'planned', $1, $4, $5, extract(epoch FROM $5::time - $4::time) / 60, $2, $3
     FROM work_item w WHERE w.project_id = (${INTERAZIONI}) AND w.code = 'A2' RETURNING id`,
    [day, staff, place, from, to],
  )) as [{ id: string }];
  return id;
}

const aMediator = async ({ db }: Office): Promise<string> =>
  (
    (await db.query(`INSERT INTO person (name) VALUES ('Persona di prova') RETURNING id`)) as [
      { id: string },
    ]
  )[0].id;

/** The coordinator's calendar of the project, as a phone reads it. */
async function calendarOf({ db, address, account }: Office): Promise<string> {
  const token = newToken();
  await db.query(
    `INSERT INTO calendar_address (user_id, token_hash, name, project_id)
     SELECT id, $2, 'telefono', (${INTERAZIONI}) FROM app_user WHERE email = $1`,
    [account('coordinator').email, hashOf(token)],
  );
  return `${address}/api/v1/calendars/${token}/calendario.ics`;
}

async function choose(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByRole('dialog').getByRole('combobox', { name: label });
  await box.fill(text);
  await page.locator('li[role=option]').first().waitFor();
  await page.keyboard.press('Enter');
}
