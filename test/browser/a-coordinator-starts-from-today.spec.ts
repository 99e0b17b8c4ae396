import type { Page } from 'playwright-core';
import {
  becomes,
  closePanel,
  type Office,
  openOffice,
  overflow,
  PHONE,
  seriousFindings,
  settled,
} from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

const TODAY = '2019-11-20';

describeWith(chromiumPath())('a coordinator starts from today', () => {
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    office = await openOffice();
    await office.db.query(
      `INSERT INTO activity (project_id, work_item_id, participation_id, kind, state, day, start_time, end_time, minutes, place)
       SELECT project_id, work_item_id, participation_id, kind, 'planned', d::date, '18:00', '19:30', 90, 'Sede di ' || d
       FROM activity, unnest('{2019-11-18,2019-11-20,2019-11-21}'::text[]) d
       WHERE id = (SELECT id FROM activity WHERE state = 'done' AND kind = 'family_meeting' LIMIT 1)`,
    );
    page = await office.enter('coordinator');
  }, 120_000);
  afterAll(() => office?.close());

  const planned = async () =>
    office.db.query(
      `SELECT day::text, state FROM activity WHERE place LIKE 'Sede di %' ORDER BY day`,
    );

  it('sees what waits first, and writes it down with one press', async () => {
    await settled(page);
    await page.getByText('Sede di 2019-11-18').waitFor();
    await page.getByText('Sede di 2019-11-21').waitFor();
    const waiting = page.getByRole('button', { name: /^Registra: .* di mer 20 nov/ });
    await waiting.focus();
    await page.keyboard.press('Enter');
    await page.getByText('di mer 20 nov: registrata.').waitFor();
    expect(await planned()).toEqual([
      { day: '2019-11-18', state: 'planned' },
      { day: TODAY, state: 'done' },
      { day: '2019-11-21', state: 'planned' },
    ]);
    await page.getByRole('button', { name: 'Correggi' }).click();
    await page.getByRole('heading', { name: 'Modifica attività' }).waitFor();
    await closePanel(page);
    expect(await page.getByRole('button', { name: /^Registra: .* di gio 21 nov/ }).count()).toBe(0);
  });

  it('opens what lacks evidence', async () => {
    await page.getByRole('link', { name: /attività senza allegati/ }).click();
    await page.waitForURL(/prova=manca/);
    await settled(page);
    await page.getByRole('button', { name: /Prove: Senza allegati/ }).waitFor();
  });

  it('reads the list up to today, and takes the limit away', async () => {
    await page.goto(`${office.address}/attivita`);
    await settled(page);
    const first = page.locator('tbody tr').first();
    await first.getByText('20 nov 2019').waitFor();
    const done = await page.locator('.cf-page-state').innerText();
    await page.getByRole('button', { name: 'Fino a oggi' }).click();
    await page.waitForURL(/periodo=tutte/);
    await page
      .locator('tbody tr')
      .first()
      .getByText(/dic 2019|gen 2020/)
      .waitFor();
    // What lies ahead is not done: the totals are the same.
    await page.locator('.cf-page-state').filter({ hasText: done }).waitFor();
    await page.getByRole('link', { name: 'Prossime' }).click();
    await page.getByText(/attività in programma/).waitFor();
    await page.locator('tbody tr').first().getByText('21 nov 2019').waitFor();
    await page.goBack();
  });

  it('shows all of the list on a desk, and gives a thumb what it can hit', async () => {
    await page.goto(`${office.address}/attivita`);
    await settled(page);
    const wider = `(() => { const box = document.querySelector('.cf-table-scroll'); return box.scrollWidth - box.clientWidth; })()`;
    await becomes(() => page.evaluate(wider), 0);
    const top = async (name: string, role: 'button' | 'heading') =>
      (await page.getByRole(role, { name }).first().boundingBox())?.y ?? 0;
    expect(await top('Registra attività', 'button')).toBeLessThan(
      (await top('Attività', 'heading')) + 44,
    );
    const phone = await office.enter('coordinator', PHONE);
    await phone.goto(`${office.address}/attivita`);
    await settled(phone);
    const box = await phone
      .getByRole('button', { name: /^Duplica/ })
      .first()
      .boundingBox();
    expect([box?.width, box?.height]).toEqual([44, 44]);
  });

  it('finds the project of the last time on the home', async () => {
    await page
      .getByRole('combobox', { name: 'Progetto' })
      .first()
      .selectOption({ label: 'FAMI IMPACT - InterAzioni in Piemonte 2' });
    await page.waitForURL(/progetto=interazioni/);
    await page.goto(office.address);
    await page.waitForURL(/\/\?progetto=interazioni-in-piemonte-2$/);
  });

  it('reads the same hours in the chart and in its table', async () => {
    await page.goto(`${office.address}/attivita?vista=ore`);
    const minutes = (text: string) => {
      const [hours = '', rest = ''] = text.replaceAll('.', '').split(':');
      return Number(hours) * 60 + Number(rest);
    };
    const chart = page.getByRole('img', { name: /^Ore per mese e tipo/ });
    const said =
      /([\d.]+:\d\d) ore/.exec((await chart.getAttribute('aria-label')) ?? '')?.[1] ?? '';
    await page.getByRole('button', { name: 'Mostra i dati' }).click();
    const table = page.getByRole('table', { name: 'Ore per mese e tipo' });
    const rows = await table.locator('tr > :last-child').allInnerTexts();
    const [total, ...months] = rows.slice(1).map(minutes).reverse();
    expect(total).toBe(minutes(said));
    expect(months.reduce((sum, month) => sum + month, 0)).toBe(total);
    expect(months.length).toBeGreaterThan(3);
  });

  it('with a keyboard or a reader, lands in the page that was opened', async () => {
    await page.getByRole('link', { name: 'Enti' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Enti' }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('contenuto');
    expect(await page.title()).toBe('Enti · Capofila');
  });

  it('is told so at an address where there is nothing', async () => {
    for (const part of ['mediazione', 'budget', 'progetti/interazioni-in-piemonte-2']) {
      await page.goto(`${office.address}/${part}/altrove?progetto=interazioni-in-piemonte-2`);
      await page.getByText('Questa parte non c’è').waitFor();
    }
    await page.goto(`${office.address}/altrove`);
    await page.getByRole('heading', { name: 'Pagina non trovata' }).waitFor();
  });

  it('on a phone', async () => {
    const phone = await office.enter('coordinator', PHONE);
    await settled(phone);
    await phone.getByText('Sede di 2019-11-18').waitFor();
    expect(await overflow(phone)).toBe(0);
    expect(await seriousFindings(phone)).toEqual([]);
  });

  it('and on a phone sorts the list, by hours and back by day', async () => {
    const phone = await office.enter('coordinator', PHONE);
    await phone.goto(`${office.address}/attivita`);
    await phone.getByRole('button', { name: 'Ore', exact: true }).click();
    await phone.waitForURL(/ordine=ore/);
    await phone.getByRole('button', { name: 'Ore', exact: true }).click();
    await phone.waitForURL(/ordine=-ore/);
    const hours = phone.getByRole('columnheader').filter({ hasText: 'Ore' });
    await becomes(() => hours.getAttribute('aria-sort'), 'descending');
    await phone.getByRole('button', { name: 'Giorno' }).click();
    await phone.waitForURL(/ordine=giorno/);
    await settled(phone);
    expect(await overflow(phone)).toBe(0);
    expect(await seriousFindings(phone)).toEqual([]);
  });
});
