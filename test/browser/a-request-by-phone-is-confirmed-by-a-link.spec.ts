import type { Page } from 'playwright-core';
import {
  closePanel,
  type Office,
  openOffice,
  overflow,
  PHONE,
  seriousFindings,
  shortcut,
} from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

/** Types into a field that searches, and takes the first choice. */
async function choose(page: Page, name: string, words: string): Promise<void> {
  const box = page.getByRole('combobox', { name, exact: true });
  await box.fill(words);
  await page.getByRole('option', { name: words }).first().waitFor();
  await box.press('Enter');
}
const dialog = (page: Page) => page.getByRole('dialog');

describeWith(chromiumPath())('a request by phone is confirmed by a link', () => {
  let office: Office;
  let page: Page;
  let address: string;

  beforeAll(async () => {
    office = await openOffice();
    page = await office.enter('coordinator');
  }, 120_000);
  afterAll(() => office?.close());

  const label = async (words: RegExp): Promise<string> =>
    (await dialog(page).getByRole('option', { name: words }).first().textContent()) ?? '';
  const requests = (): Promise<Record<'state' | 'origin' | 'language' | 'territory', string>[]> =>
    office.db.query(
      `SELECT state, origin, language, (SELECT name FROM territory WHERE id = territory_id) AS territory
       FROM mediation_request WHERE NOT demonstration ORDER BY created_at`,
    );

  it('is written down in less than a minute, with the keyboard', async () => {
    await page.goto(`${office.address}/mediazione?progetto=interazioni-in-piemonte-2`);
    await page.getByRole('heading', { name: 'Mediazione a chiamata', level: 1 }).waitFor();
    await shortcut(page, 'r');
    await choose(page, 'Ente che chiede', 'Istituto comprensivo dimostrativo 03');
    await page.getByLabel('Referente dell’ente').fill('Segreteria');
    await choose(page, 'Lingua', 'arabo');
    await page.getByRole('textbox', { name: 'Giorno', exact: true }).fill('oggi');
    await page.getByRole('textbox', { name: 'Ora', exact: true }).fill('18');
    await page.getByLabel('Motivo').fill('Colloquio di accoglienza');
    await page.getByLabel('Posta del referente').fill('segreteria@example.org');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Richiesta n\. \d+ registrata/).waitFor();
    expect(await requests()).toMatchObject([
      { state: 'received', origin: 'phone', language: 'ar' },
    ]);
  });

  it('is corrected where it was misheard, before anybody is sent', async () => {
    const column = page.getByRole('region', { name: 'Ricevute' });
    await column
      .getByRole('button', { name: /Istituto comprensivo dimostrativo 03.*18:00/ })
      .click();
    await dialog(page).getByRole('button', { name: 'Correggi la richiesta' }).click();
    expect(await dialog(page).getByLabel('Posta del referente').inputValue()).toBe(
      'segreteria@example.org',
    );
    await dialog(page).getByRole('textbox', { name: 'Ora', exact: true }).fill('18:30');
    await dialog(page).getByLabel('Telefono').fill('0141 000000');
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Richiesta corretta.').waitFor();
    await dialog(page).getByText('Segreteria, 0141 000000, segreteria@example.org').waitFor();
    await closePanel(page);
  });

  it('is assigned to the mediator who is proposed, and takes hours of the package', async () => {
    const column = page.getByRole('region', { name: 'Ricevute' });
    await column
      .getByRole('button', { name: /Istituto comprensivo dimostrativo 03.*18:30/ })
      .click();
    await dialog(page).getByRole('button', { name: 'Assegna un mediatore' }).click();
    await dialog(page).getByText('senza altri impegni').first().waitFor();
    expect(await dialog(page).getByRole('radio').first().isChecked()).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    await choose(page, 'Azione', 'Azione 2');
    await dialog(page).getByRole('button', { name: 'Assegna e avvisa tutti' }).click();
    await page.getByText('la lettera parte per tutti').waitFor();
    expect(await requests()).toMatchObject([{ state: 'assigned' }]);
  });

  it('becomes hours, and the body is asked to confirm them', async () => {
    await dialog(page).getByRole('button', { name: 'Registra le ore svolte' }).click();
    await dialog(page).getByLabel('Durata').fill('1:30');
    await dialog(page).getByRole('button', { name: 'Salva le ore' }).click();
    await page.getByText('ora l’ente può confermarle').waitFor();
    await dialog(page).getByRole('button', { name: 'Chiedi la conferma all’ente' }).click();
    await dialog(page).getByRole('button', { name: 'Crea il collegamento' }).click();
    address = await dialog(page).getByLabel('Collegamento per confermare').inputValue();
    expect(address).toContain('/conferma#');
  });

  it('who does so on a phone, without an account, once', async () => {
    const phone = await office.visit(new URL(address).pathname + new URL(address).hash, PHONE);
    await phone.getByText('1:30 ore').waitFor();
    expect(await seriousFindings(phone)).toEqual([]);
    expect(await overflow(phone)).toBe(0);
    await phone.getByRole('button', { name: 'Confermo le ore' }).click();
    await phone.getByText('le ore sono confermate').waitFor();
    expect(await requests()).toMatchObject([{ state: 'confirmed' }]);
    await phone.reload();
    await phone.getByText('le ore sono confermate').waitFor();
    expect(await phone.getByRole('button', { name: 'Confermo le ore' }).count()).toBe(0);
  });

  it('a mediator who is new works for a cooperative, and goes on its hours without being proposed', async () => {
    await page.goto(`${office.address}/mediazione/mediatori?progetto=interazioni-in-piemonte-2`);
    await page.getByRole('button', { name: 'Aggiungi un mediatore' }).click();
    await dialog(page).getByLabel('Oppure una persona che non c’è ancora').fill('Semhar Nuova');
    await choose(page, 'Ente', 'Cooperativa dimostrativa 1');
    await choose(page, 'Lingue', 'tigrino');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Salva' }).click();
    await page.getByRole('row', { name: /Semhar Nuova.*Cooperativa dimostrativa 1/ }).waitFor();
    await page.getByRole('button', { name: 'Semhar Nuova', exact: true }).click();
    await choose(page, 'Ente', 'Cooperativa dimostrativa 2');
    await dialog(page).getByRole('button', { name: 'Salva' }).click();
    await page.getByRole('row', { name: /Semhar Nuova.*Cooperativa dimostrativa 2/ }).waitFor();

    await page.goto(`${office.address}/mediazione?progetto=interazioni-in-piemonte-2`);
    const column = page.getByRole('region', { name: 'Ricevute' });
    await column
      .getByRole('button', { name: /dimostrativ/ })
      .first()
      .click();
    await dialog(page).getByRole('button', { name: 'Assegna un mediatore' }).click();
    await choose(page, 'Oppure un’altra persona', 'Semhar Nuova');
    await dialog(page)
      .getByLabel('Pacchetto di ore')
      .selectOption({ label: await label(/lotto 2/) });
    await choose(page, 'Azione', 'Azione 2');
    await dialog(page).getByRole('button', { name: 'Assegna e avvisa tutti' }).click();
    await page.getByText('Assegnata a Semhar Nuova').waitFor();
    const paid = await office.db.query(
      `SELECT c.title FROM activity a JOIN person p ON p.id = ANY(a.staff_ids) JOIN contract_line l ON l.id = a.contract_line_id
       JOIN contract c ON c.id = l.contract_id WHERE p.name = 'Semhar Nuova'`,
    );
    expect(paid).toEqual([{ title: 'Mediazione a chiamata, lotto 2' }]);
    await closePanel(page);
  });

  it('while another body asks by itself, by its own link', async () => {
    await page.goto(`${office.address}/mediazione/collegamenti?progetto=interazioni-in-piemonte-2`);
    await choose(page, 'Ente', 'Consorzio servizi dimostrativo 2');
    await choose(page, 'Territorio', 'Asti');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Crea il collegamento' }).click();
    const link = new URL(await page.getByLabel('Collegamento dell’ente').inputValue());
    const phone = await office.visit(link.pathname + link.hash, PHONE);
    await phone.getByRole('heading', { name: 'Chiedi un mediatore' }).waitFor();
    await phone.getByLabel('Il tuo nome').fill('Assistente sociale');
    await phone.getByLabel('Posta elettronica').fill('servizi@example.org');
    await choose(phone, 'Lingua', 'cinese');
    await phone.getByLabel('Giorno').fill('28/11');
    await phone.getByRole('textbox', { name: 'Ora', exact: true }).fill('9:30');
    await phone.getByLabel('Motivo').fill('Primo colloquio');
    expect(await seriousFindings(phone)).toEqual([]);
    expect(await overflow(phone)).toBe(0);
    await phone.getByRole('button', { name: 'Invia la richiesta' }).click();
    await phone.getByText('è arrivata').waitFor();
    expect(await requests()).toMatchObject([
      {},
      { origin: 'link', language: 'zh', territory: expect.stringContaining('Asti') },
    ]);
  });

  it('and a link that is not whole says so', async () => {
    const lost = await office.visit('/conferma');
    await lost.getByRole('heading', { name: 'Collegamento incompleto' }).waitFor();
    const wrong = await office.visit('/richiesta#inventato');
    await wrong.getByRole('alert').getByText('chiedine uno nuovo').waitFor();
  });
});
