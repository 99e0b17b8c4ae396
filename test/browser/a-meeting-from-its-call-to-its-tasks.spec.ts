import type { Page } from 'playwright-core';
import { becomes, openOffice, seriousFindings, settled, type Office } from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

const IN_PROJECT = 'progetto=interazioni-in-piemonte-2';

describeWith(chromiumPath())('a meeting, from its call to its tasks', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  }, 120_000);
  afterAll(() => office?.close());

  const choose = async (page: Page, label: string, text: string) => {
    await page.getByRole('dialog').getByRole('combobox', { name: label }).fill(text);
    await page.locator('li[role=option]').first().waitFor();
    await page.keyboard.press('Enter');
  };

  it('is called, minuted, and leaves a task that is done', async () => {
    const page = await office.enter('coordinator');
    await page.goto(`${office.address}/calendario?giorno=2020-02-10&apri=nuovo&${IN_PROJECT}`);
    await settled(page);
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Tipo').selectOption('working_group');
    await choose(page, 'Azione', 'A2');
    await panel.getByRole('textbox', { name: 'Dalle' }).fill('10');
    await panel.getByRole('textbox', { name: 'Alle', exact: true }).fill('12');
    await panel.getByLabel('Titolo dell’incontro').fill('Tavolo sulla mediazione');
    await panel.getByLabel('Ordine del giorno').fill('1. Ore rimaste');
    await panel.getByRole('button', { name: 'Metti in calendario' }).click();
    await page.getByText('In calendario: 1 incontro.').waitFor();

    await page.goto(`${office.address}/calendario/incontri?${IN_PROJECT}`);
    await page.getByRole('button', { name: 'Tavolo sulla mediazione' }).click();
    await panel.getByRole('button', { name: 'Aggiungi un invitato' }).click();
    await panel.getByLabel('Nome').fill('Referente della scuola');
    await panel.getByLabel('Posta elettronica').fill('referente@example.org');
    expect(await seriousFindings(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Salva l’incontro' }).click();
    await page.getByText('Incontro salvato.').waitFor();
    await panel.getByRole('button', { name: 'Convoca per posta' }).click();
    await panel.getByText(/^Convocato il/).waitFor();
    expect(
      await office.db.query(
        `SELECT payload->>'subject' AS subject FROM outbox WHERE topic = 'mail' AND payload->>'to' = 'referente@example.org'`,
      ),
    ).toEqual([{ subject: 'Convocazione: Tavolo sulla mediazione, 10 feb 2020' }]);

    // Who came is minuted guest by guest.
    await panel.getByLabel('Presenza').selectOption('presente');
    await panel.getByRole('button', { name: 'Salva l’incontro' }).click();
    await becomes(
      () =>
        office.db.query(
          `SELECT name, present FROM meeting_guest WHERE name = 'Referente della scuola'`,
        ),
      [{ name: 'Referente della scuola', present: true }],
    );

    await panel.getByRole('heading', { name: 'Nuova decisione' }).waitFor();
    await panel.getByLabel('Che cosa si è deciso').fill('Scrivere ai servizi');
    await choose(page, 'Chi se ne occupa', 'Mediatore dimostrativo 07');
    await panel.getByRole('textbox', { name: 'Entro quando' }).fill('20/02/2020');
    await panel.getByRole('button', { name: 'Registra la decisione' }).click();
    await page.getByText('Decisione e compito registrati.').waitFor();

    await page.goto(`${office.address}/calendario/compiti`);
    const task = page.getByRole('row').filter({ hasText: 'Scrivere ai servizi' });
    await task.getByRole('button', { name: 'Svolto' }).click();
    await page.getByText('Compito svolto.').waitFor();
    await task.waitFor({ state: 'detached' });
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('is one of the desks of two days a week, in a language and for a group', async () => {
    const page = await office.enter('coordinator');
    await page.goto(`${office.address}/calendario?giorno=2019-11-26&apri=nuovo&${IN_PROJECT}`);
    await settled(page);
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Tipo').selectOption('community_mediation');
    await choose(page, 'Azione', 'A2');
    await panel.getByRole('textbox', { name: 'Dalle' }).fill('7');
    await panel.getByRole('textbox', { name: 'Alle', exact: true }).fill('8');
    await panel.getByLabel('Si ripete').selectOption('WEEKLY');
    await panel.getByLabel('martedì').check();
    await panel.getByLabel('giovedì').check();
    await panel.getByLabel('oppure per quante volte').fill('4');
    await panel.getByLabel('Luogo o sala').fill('Sportello di prova');
    await choose(page, 'Chi ci sarà', 'Mediatore dimostrativo 01');
    await choose(page, 'Lingua', 'Arabo');
    await choose(page, 'Territorio', 'Torino');
    await panel.getByLabel('Gruppo').fill('Famiglie del quartiere');
    expect(await seriousFindings(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Metti in calendario 4 incontri' }).click();
    await page.getByText('In calendario: 4 incontri.').waitFor();
    const desks = await office.db.query(
      `SELECT day::text, language, target_group FROM activity WHERE place = 'Sportello di prova' ORDER BY day`,
    );
    const desk = { language: 'ar', target_group: 'Famiglie del quartiere' };
    expect(desks).toEqual(
      ['2019-11-26', '2019-11-28', '2019-12-03', '2019-12-05'].map((day) => ({ day, ...desk })),
    );
  });
});
