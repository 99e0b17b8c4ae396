import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openOffice, seriousFindings, settled, type Office } from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

const IN_PROJECT = '?progetto=interazioni-in-piemonte-2';

describeWith(chromiumPath())('who a recipient is, and that two codes are one person', () => {
  let office: Office;
  let page: Page;
  beforeAll(async () => {
    office = await openOffice();
    page = await office.enter('manager');
  }, 120_000);
  afterAll(() => office?.close());

  const open = async (path: string) => {
    await page.goto(`${office.address}${path}`);
    await settled(page);
  };
  /** Answers the dialog that asks why. */
  const why = async (title: RegExp, reason: string, action: string) => {
    const asked = page.getByRole('dialog', { name: title });
    await asked.getByRole('textbox').fill(reason);
    await asked.getByRole('button', { name: action, exact: true }).click();
    await asked.waitFor({ state: 'detached' });
  };
  const codes = async (count: number): Promise<string[]> => {
    const rows: { code: string }[] = await office.db.query(
      'SELECT code FROM recipient ORDER BY code LIMIT $1',
      [count],
    );
    return rows.map(({ code }) => code);
  };
  const card = async (code: string) => {
    await open(`/destinatari${IN_PROJECT}`);
    await page.getByRole('button', { name: code }).click();
    const panel = page.getByRole('dialog', { name: code });
    await panel.getByRole('heading', { name: 'Identità' }).waitFor();
    return panel;
  };
  const writeDown = async (code: string, surname: string, name: string) => {
    const panel = await card(code);
    await panel.getByRole('button', { name: 'Scrivi l’identità' }).click();
    await panel.getByLabel('Cognome').fill(surname);
    await panel.getByRole('textbox', { name: 'Nome', exact: true }).fill(name);
    await panel.getByRole('textbox', { name: 'Nata o nato il' }).fill('07/03/2009');
    await panel.getByRole('button', { name: 'Conserva l’identità' }).click();
    await panel.getByText('Conservata a parte, cifrata.').waitFor();
    return panel;
  };

  it('is read with a purpose that stays written, restricted, freed, and handed over as a file', async () => {
    const [code = ''] = await codes(1);
    const panel = await writeDown(code, 'Prova-Zorza', 'Quirina');
    await panel.getByRole('button', { name: 'Leggi chi è' }).click();
    await why(/Leggere chi è/, 'Attestato da consegnare', 'Leggi');
    await panel.getByText('Prova-Zorza Quirina').waitFor();
    await panel.getByText(/letta da .*: Attestato da consegnare/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);

    await panel.getByRole('button', { name: 'Limita il trattamento' }).click();
    await why(/Limitare il trattamento/, 'Lo ha chiesto', 'Limita il trattamento');
    await panel.getByText(/Trattamento limitato dal .* \(Lo ha chiesto\)/).waitFor();
    expect(await panel.getByText('Prova-Zorza').count()).toBe(0);
    await panel.getByRole('button', { name: 'Togli la limitazione' }).click();
    await why(/Togliere la limitazione/, 'Chiarito', 'Togli la limitazione');
    await panel.getByText('Conservata a parte, cifrata.').waitFor();

    const file = page.waitForEvent('download');
    await panel.getByRole('button', { name: 'Esporta i suoi dati in JSON' }).click();
    await why(/Esportare i dati/, 'Chiesto dalla famiglia', 'Scarica il JSON');
    const download = await file;
    expect(download.suggestedFilename()).toBe(`persona-${code}.json`);
    const data = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
      code: string;
      identity: { surname: string }[];
    };
    expect([data.code, data.identity[0]?.surname]).toEqual([code, 'Prova-Zorza']);
  });

  it('is proposed when two codes look like one person, merged, and taken apart again', async () => {
    const [one = '', other = ''] = await codes(2);
    await writeDown(other, 'QUIRINA', 'prova zorza');
    await open(`/destinatari/doppioni${IN_PROJECT}`);
    const pair = page.getByText(new RegExp(`${one} · ${other}|${other} · ${one}`));
    await pair.waitFor();
    await page.getByRole('button', { name: /^Unisci / }).click();
    await why(/Unire/, 'Stessa famiglia, stessa scuola', 'Unisci');
    await page.getByRole('button', { name: /^Sciogli l’unione/ }).waitFor();
    await pair.waitFor({ state: 'detached' });
    await open(`/destinatari${IN_PROJECT}`);
    await page.getByText(/ora [0-9A-Z]{4}-[0-9A-Z]{4}/).waitFor();

    await open(`/destinatari/doppioni${IN_PROJECT}`);
    await page.getByRole('button', { name: /^Sciogli l’unione/ }).click();
    await why(/Sciogliere l’unione/, 'Sono due cugine', 'Sciogli');
    await page.getByText(/20 nov 2019: Sono due cugine/).waitFor();
    await pair.waitFor();
  });

  it('is kept as long as the manager says, and taken in charge elsewhere by the code it has', async () => {
    await open(`/destinatari/conservazione${IN_PROJECT}&apri=cambia`);
    const panel = page.getByRole('dialog');
    await panel.getByRole('textbox', { name: 'Giorno dell’ultimo pagamento' }).fill('12/03/2008');
    await panel.getByRole('button', { name: 'Salva' }).click();
    await page.getByText('31 dic 2018').waitFor();
    await page.getByText('2 identità sono oltre il termine').waitFor();

    const [code = ''] = await codes(1);
    await open('/destinatari?progetto=discorsi-migranti&persona=per-codice');
    await panel.getByRole('textbox', { name: 'Codice' }).fill('0000-0000');
    await panel.getByRole('button', { name: 'Salva' }).click();
    await panel.getByText(/persona con questo codice/).waitFor();
    await panel.getByRole('textbox', { name: 'Codice' }).fill(code.toLowerCase());
    await panel.getByRole('button', { name: 'Salva' }).click();
    await page.getByText('Persona presa in carico.').waitFor();
    await page.getByRole('button', { name: code }).waitFor();
  });
});
