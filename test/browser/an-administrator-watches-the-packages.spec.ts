import type { Page } from 'playwright-core';
import { closePanel, type Office, openOffice, seriousFindings } from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

async function choose(page: Page, name: string, words: string): Promise<void> {
  const box = page.getByRole('combobox', { name, exact: true });
  await box.fill(words);
  await page.getByRole('option', { name: words }).first().waitFor();
  await box.press('Enter');
}

describeWith(chromiumPath())('an administrator watches the packages', () => {
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    office = await openOffice();
    page = await office.enter('administrator');
  }, 120_000);
  afterAll(() => office?.close());

  const dialog = () => page.getByRole('dialog');

  it('is told which runs out, and opens a figure to the work behind it', async () => {
    await page.goto(`${office.address}/contratti?progetto=interazioni-in-piemonte-2`);
    const row = page.getByRole('row').filter({ hasText: 'lotto 1 · Mediazione a chiamata' });
    await row.getByText('oltre l’80 %').waitFor();
    await row.getByRole('link', { name: /^Residue/ }).click();
    await dialog().getByText('ciascuna col minimo e lo scatto').waitFor();
    const sum = await dialog().locator('.cf-drill-sum strong').innerText();
    expect(sum).toMatch(/^\d+:\d\d ore$/);
    expect(await seriousFindings(page)).toEqual([]);
    await dialog().getByRole('row').nth(1).getByRole('link').click();
    await page.waitForURL(/\/attivita\?attivita=/);
    await dialog().getByText('Mediazione a chiamata').first().waitFor();
    await page.goBack();
    await closePanel(page);
  });

  it('compares an invoice with the hours that were confirmed', async () => {
    await page.getByRole('button', { name: /Confronta una fattura di .*lotto 1/ }).click();
    await dialog().getByLabel('Imponibile').fill('1,00');
    await page.keyboard.press('Enter');
    const facts = dialog().getByRole('region', { name: 'Confronto' });
    await facts.getByText('Attività confermate').waitFor();
    const expected = await facts.locator('dd').nth(1).innerText();
    await dialog().getByLabel('Imponibile').fill(expected);
    await page.keyboard.press('Enter');
    await facts.getByText('La fattura corrisponde alle ore confermate.').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await closePanel(page);
  });

  it('writes down a contract and what it buys', async () => {
    await page.getByRole('button', { name: 'Nuovo contratto' }).click();
    await dialog().getByLabel('Oggetto').fill('Traduzioni 2020');
    await choose(page, 'Ente', 'Cooperativa dimostrativa 2');
    await dialog().getByRole('textbox', { name: 'Vale dal' }).fill('1/1/2020');
    await dialog().getByRole('textbox', { name: 'Vale al' }).fill('31/12/2020');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Traduzioni 2020: salvato.').waitFor();
    const card = page.getByRole('region', { name: 'Traduzioni 2020' });
    await card.getByRole('button', { name: 'Aggiungi una riga' }).click();
    await dialog().getByLabel('Tipo di attività').selectOption({ label: 'Mediazione a chiamata' });
    await dialog().getByLabel('Tariffa all’ora').fill('36,00');
    await dialog().getByLabel('Ore comprate').fill('100');
    await dialog().getByLabel('Minimo fatturato').fill('1h');
    await dialog().getByLabel('Scatto').fill('30m');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Riga salvata.').waitFor();
    await card.getByText('36,00 € l’ora · minimo 1:00 ore, a scatti di 30 minuti').waitFor();
    await card.getByRole('button', { name: /^Modifica la riga/ }).click();
    const ends = dialog().getByRole('textbox', { name: 'Vale al' });
    expect(await ends.inputValue()).toBe('31/12/2020');
    await ends.fill('30/6/2020');
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await card.getByText('a scatti di 30 minuti · vale 1 gen 2020 – 30 giu 2020').waitFor();
    await card.getByRole('button', { name: /^Assegna/ }).click();
    await dialog().getByRole('button', { name: 'Aggiungi un ente o un territorio' }).click();
    await choose(page, 'Ente o territorio', 'Asti');
    await dialog().getByLabel('Quanto').fill('40');
    await page.keyboard.press('Control+Enter');
    await card.getByText('Asti: 40:00 ore').waitFor();
  });
});
