import {
  openOffice,
  overflow,
  PHONE,
  seriousFindings,
  settled,
  type Office,
} from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

const PUBLISHING = '/progetti/interazioni-in-piemonte-2/pubblicazione';

describeWith(chromiumPath())('a content reaches other sites', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  }, 120_000);
  afterAll(() => office?.close());

  const feed = async () =>
    (await fetch(`${office.address}/api/v1/feeds/tutti-i-contenuti/rss.xml`)).text();

  it('from the form to the feed, and out of it with a reason', async () => {
    const page = await office.enter('coordinator');
    await page.goto(office.address + PUBLISHING);
    await settled(page);
    await page.getByRole('button', { name: 'Aggiungi contenuto' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Titolo').fill('Orari degli sportelli');
    await panel.getByLabel('Indirizzo').fill('https://www.example.org/sportelli');
    await panel.getByRole('combobox', { name: 'Azione in cui conta' }).fill('A3');
    await page.locator('li[role=option]').first().waitFor();
    await page.keyboard.press('Enter');
    await panel.getByLabel('Temi').fill('servizi, scuola');
    await panel.getByRole('button', { name: 'Salva' }).click();
    await page.getByText('Contenuto in bozza.').waitFor();
    expect(await feed()).not.toContain('Orari degli sportelli');

    const row = page.getByRole('row').filter({ hasText: 'Orari degli sportelli' });
    await row.getByRole('button', { name: 'Pubblica: Orari degli sportelli' }).click();
    const day = panel.getByRole('textbox', { name: 'Uscito il' });
    await day.fill('25/12/2019');
    await panel.getByRole('button', { name: 'Pubblica', exact: true }).click();
    await panel.getByText('Indica oggi o un giorno passato.').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await day.fill('lun');
    await panel.getByRole('button', { name: 'Pubblica', exact: true }).click();
    await page.getByText('Pubblicato in: Scuola, Tutti i contenuti.').waitFor();
    expect(await feed()).toContain('Orari degli sportelli');
    await row.getByText('18 nov 2019').waitFor();

    await row.getByRole('button', { name: 'Ritira: Orari degli sportelli' }).click();
    const asked = page.getByRole('dialog');
    await asked.getByRole('button', { name: 'Ritira' }).click();
    await asked.getByText('Scrivi il motivo').waitFor();
    await asked.getByLabel('Motivo').fill('Orari cambiati');
    await asked.getByRole('button', { name: 'Ritira' }).click();
    await page.getByText('Contenuto ritirato.').waitFor();
    expect(await feed()).not.toContain('Orari degli sportelli');
  });

  it('of one language, where a feed is for that one', async () => {
    const page = await office.enter('coordinator');
    await page.goto(office.address + PUBLISHING);
    await page.getByRole('button', { name: 'Aggiungi feed' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Titolo').fill('In arabo');
    await panel.getByRole('combobox', { name: 'Solo la lingua' }).fill('arabo');
    await page.getByRole('option', { name: 'arabo' }).first().waitFor();
    await page.keyboard.press('Enter');
    expect(await seriousFindings(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Apri il feed' }).click();
    await page.getByText('Feed aperto.').waitFor();
    await page.getByText(/^lingua ar; /).waitFor();
    const xml = await (await fetch(`${office.address}/api/v1/feeds/in-arabo/rss.xml`)).text();
    expect(xml).toContain('<language>ar</language>');
  });

  it('and everybody reads the public sheet, on a phone too, without a script', async () => {
    const page = await office.visit('/schede/interazioni-in-piemonte-2', PHONE);
    await page.getByRole('heading', { name: 'Gruppo di lavoro' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0);
    const data = JSON.parse(await page.locator('script').innerText());
    expect(data).toMatchObject({ '@type': 'Project', knowsAbout: expect.any(Array) });
  });
});
