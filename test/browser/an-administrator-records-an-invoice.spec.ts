import type { Page } from 'playwright-core';
import {
  becomes,
  closePanel,
  type Office,
  openOffice,
  overflow,
  PHONE,
  seriousFindings,
  shortcut,
} from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

const PROJECT = 'progetto=interazioni-in-piemonte-2';

describeWith(chromiumPath())('an administrator records an invoice against a budget line', () => {
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    office = await openOffice();
    page = await office.enter('administrator');
  }, 120_000);
  afterAll(() => office?.close());

  const form = () => page.getByRole('dialog');
  const text = (name: string | RegExp) => form().getByRole('textbox', { name });
  const choose = async (name: string, words: string) => {
    await form().getByRole('combobox', { name, exact: true }).fill(words);
    await form().getByRole('option').filter({ hasText: words }).first().waitFor();
    await page.keyboard.press('Enter');
  };
  const spentCents = async () => {
    const figure = page.getByRole('link', { name: /^Speso, tutto il budget/ });
    return Number((await figure.innerText()).replace(/\D/g, ''));
  };

  it('with the keyboard: F, what is on the invoice, the line that pays it', async () => {
    await page.goto(`${office.address}/budget?${PROJECT}`);
    const before = await spentCents();
    await shortcut(page, 'f');
    await choose('Chi lo ha ricevuto', 'Regione Piemonte');
    await text('Data del documento').fill('lun');
    await text('Emittente').fill('Tipografia di prova');
    await text('Numero').fill('FT 0012/2019');
    await text(/^Totale/).fill('1.220,00');
    await text('di cui IVA').fill('220');
    await choose('Riga di budget 1', 'Stampa e diffusione');
    await form()
      .getByRole('button', { name: /Imputa qui 1\.220,00/ })
      .click();
    await form().getByText('Restano 0,00').waitFor();
    await text('Pagata il').fill('oggi');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Fattura FT 0012/2019 salvata: restano 0,00').waitFor();
    await form().waitFor({ state: 'detached' });
    await becomes(spentCents, before + 122_000);
  });

  it('is told that the same invoice is already there', async () => {
    await shortcut(page, 'f');
    await choose('Chi lo ha ricevuto', 'Regione Piemonte');
    await text('Data del documento').fill('lun');
    await text('Emittente').fill('TIPOGRAFIA DI PROVA');
    await text('Numero').fill('ft 12-2019');
    await text(/^Totale/).fill('10');
    await page.keyboard.press('Control+Enter');
    await form().getByRole('alert').getByText('Questo giustificativo è già registrato').waitFor();
    await page.keyboard.press('Escape');
  });

  it('sees why it cannot be claimed yet, and cures it', async () => {
    await page.goto(`${office.address}/budget/spese?${PROJECT}&testo=Tipografia+di+prova`);
    const row = page.getByRole('row').filter({ hasText: 'senza CUP' });
    await row.getByRole('button').first().click();
    await page.getByText('Il giustificativo non riporta il CUP').waitFor();
    await page.getByRole('link', { name: 'Fattura FT 0012/2019' }).click();
    await form().getByRole('heading', { name: 'Fattura FT 0012/2019' }).waitFor();
    await page.getByRole('button', { name: 'Modifica', exact: true }).click();
    await text('CUP sul documento').fill('X00X00000000000');
    await form().getByRole('button', { name: 'Salva' }).click();
    await page.getByText('Giustificativo modificato.').waitFor();
    await form().getByText('rendicontabile', { exact: true }).waitFor();
  });

  it('opens a figure to the rows that sum to it', async () => {
    await page.goto(`${office.address}/budget?${PROJECT}&vista=riga`);
    const line = page.getByRole('row').filter({ hasText: 'Stampa e diffusione' });
    const figure = line.getByRole('link', { name: /^Speso/ });
    const shown = await figure.innerText();
    await figure.click();
    await form().getByText('Somma di 9 righe').waitFor();
    await form().getByRole('strong').filter({ hasText: shown }).waitFor();
    await form().getByText('Tipografia di prova').waitFor();
    await closePanel(page);
  });

  it('opens one of more rows than are listed: its sum is of all of them, as the server says', async () => {
    const them = `issuer_name = 'Tipografia di prova'`;
    await office.db.query(
      `UPDATE cost_document SET total = total + 100, eligible_total = eligible_total + 100 WHERE ${them}`,
    );
    await office.db.query(
      `INSERT INTO expense (project_id, participation_id, cost_document_id, budget_line_id, amount, incurred_on, description)
       SELECT e.project_id, e.participation_id, e.cost_document_id, e.budget_line_id, 0.01, e.incurred_on, 'una di molte'
       FROM expense e JOIN cost_document d ON d.id = e.cost_document_id AND d.${them}, generate_series(1, 2001)`,
    );
    await page.reload();
    const line = page.getByRole('row').filter({ hasText: 'Stampa e diffusione' });
    const figure = line.getByRole('link', { name: /^Speso/ });
    const shown = await figure.innerText();
    await figure.click();
    await form().getByText('Qui le prime 2.000 di 2.010 righe').waitFor();
    await form().getByText('Somma di 2.010 righe').waitFor();
    await form().getByRole('strong').filter({ hasText: shown }).waitFor();
    await form().getByRole('link', { name: 'Apri nell’elenco' }).click();
    await page.getByText('2.010 spese').waitFor();
    await office.db.query(
      `UPDATE expense SET state = 'cancelled', cancel_reason = 'prova' WHERE description = 'una di molte'`,
    );
  });

  it('reads the same sums in the chart and in its table', async () => {
    await page.goto(`${office.address}/budget?${PROJECT}`);
    const spent = await spentCents();
    await page.getByRole('button', { name: 'Mostra i dati' }).click();
    const table = page.getByRole('table', { name: 'Speso nel tempo e previsto' });
    const cents = async (column: number) =>
      (await table.locator(`tr > :nth-child(${column})`).allInnerTexts())
        .slice(1)
        .map((text) => Number(text.replace(/\D/g, '')));
    const months = await cents(2);
    expect(months.at(-1)).toBe(spent);
    expect(months.slice(0, -1).reduce((sum, month) => sum + month, 0)).toBe(spent);
    expect((await cents(3)).at(-2)).toBe(spent);
    await page.getByRole('button', { name: 'Mostra il grafico' }).click();
    await page.getByRole('img', { name: /^Speso nel tempo e previsto/ }).waitFor();
  });

  it('opens a variation of the budget, which the manager puts in force by keys alone', async () => {
    await page.goto(`${office.address}/budget/versioni?${PROJECT}`);
    await page.getByRole('button', { name: 'Apri una variazione' }).press('Enter');
    await page.getByRole('heading', { name: 'Versione 2, in preparazione' }).waitFor();
    const manager = await office.enter('manager');
    await manager.goto(`${office.address}/budget/versioni?${PROJECT}`);
    await manager.getByRole('button', { name: 'Approva' }).press('Enter');
    await manager.getByRole('textbox', { name: 'Atto' }).pressSequentially('Determina di prova');
    await manager.keyboard.press('Enter');
    await manager.getByText('La versione 2 è in vigore.').waitFor();
    await manager.goto(`${office.address}/budget?${PROJECT}`);
    await manager.getByText(/Versione 2, approvata il .* con Determina di prova/).waitFor();
  });

  it.each([
    ['a desk', { width: 1280, height: 800 }],
    ['a phone', PHONE],
  ])(
    'on pages without serious findings, at %s',
    async (_, size) => {
      const visitor = await office.enter('administrator', size);
      const findings: string[] = [];
      for (const path of [
        '/budget',
        '/budget/spese',
        '/budget/giustificativi',
        '/budget/versioni',
      ]) {
        await visitor.goto(`${office.address}${path}?${PROJECT}`, { waitUntil: 'networkidle' });
        findings.push(...(await seriousFindings(visitor)));
        if ((await overflow(visitor)) > 0) findings.push(`${path} is wider than the window`);
      }
      await visitor.goto(`${office.address}/budget?${PROJECT}&fattura=nuova`, {
        waitUntil: 'networkidle',
      });
      findings.push(...(await seriousFindings(visitor)));
      expect(findings).toEqual([]);
    },
    90_000,
  );
});
