import type { Page } from 'playwright-core';
import { closePanel, type Office, openOffice, seriousFindings } from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

const digits = (text: string | null): string => (text ?? '').replace(/\D/g, '');

describeWith(chromiumPath())('a manager sends the quarterly sheet', () => {
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    office = await openOffice();
    page = await office.enter('manager');
  }, 180_000);
  afterAll(() => office?.close());

  it('finds on its home the quarter that has closed, and opens its sheet', async () => {
    await page.getByRole('heading', { name: 'Rendicontazioni' }).waitFor();
    await page.getByRole('link', { name: '3º trimestre 2019' }).click();
    await page.getByRole('heading', { level: 1, name: 'Scheda n.' }).waitFor();
  });

  it('may make the sheet of each quarter since the project began, however long ago', async () => {
    await office.db.query(
      `UPDATE project SET starts = '2014-05' WHERE slug = 'interazioni-in-piemonte-2'`,
    );
    const desk = await office.enter('coordinator');
    await desk.goto(
      `${office.address}/rendicontazioni?progetto=interazioni-in-piemonte-2&apri=scheda`,
    );
    const quarters = desk.getByRole('dialog').getByLabel('Trimestre');
    await quarters.getByText('2º trimestre 2014').waitFor({ state: 'attached' });
    expect(await quarters.getByText('1º trimestre 2014').count()).toBe(0);
    await quarters.getByText('4º trimestre 2019').waitFor({ state: 'attached' });
  });

  it('opens a figure to its rows, whose sum is the figure', async () => {
    const figure = page.getByRole('link', { name: 'apri le righe' }).first();
    await figure.waitFor();
    const shown = digits(await figure.textContent());
    await figure.click();
    const panel = page.getByRole('dialog');
    await panel.getByText('Somma di').waitFor();
    expect(digits(await panel.locator('.cf-drill-sum strong').textContent())).toBe(shown);
    expect(await seriousFindings(page)).toEqual([]);
    await closePanel(page);
    await panel.waitFor({ state: 'detached' });
  });

  it('writes the synthesis and sends it: figures are frozen and the files made', async () => {
    await page.getByRole('link', { name: 'Testi' }).click();
    await page
      .getByRole('textbox', { name: 'Sintesi delle attività' })
      .fill('Laboratori e mediazioni riprendono con la scuola: più ore di quelle previste.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Testi salvati.').waitFor();
    // By keys alone: what goes to the funder is asked for once more.
    await page.getByRole('button', { name: 'Invia', exact: true }).press('Enter');
    const question = page.getByRole('dialog');
    await question.getByRole('button', { name: 'Invia', exact: true }).press('Enter');
    await page.getByText('Scheda inviata').waitFor();
    await page.getByRole('link', { name: /\.pdf/ }).waitFor({ timeout: 60_000 });
    const sent = await office.db.query(
      `SELECT r.state, r.sha256 IS NOT NULL AS sealed FROM report r WHERE r.from_day = '2019-07-01'`,
    );
    expect(sent).toEqual([{ state: 'sent', sealed: true }]);
  }, 90_000);
});
