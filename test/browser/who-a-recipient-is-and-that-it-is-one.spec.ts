import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import {
  becomes,
  closePanel,
  openOffice,
  seriousFindings,
  settled,
  type Office,
} from '../support/browser.js';
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

  it('is one of more people than a figure lists, and of none once that work is cancelled', async () => {
    await office.db.query(
      `WITH w AS (SELECT w.id, w.project_id FROM work_item w JOIN project p ON p.id = w.project_id
           WHERE p.slug = 'interazioni-in-piemonte-2' AND w.code = 'A1'),
         a AS (INSERT INTO activity (project_id, work_item_id, kind, state, day, minutes, place)
           SELECT project_id, id, 'seminar', 'done', '2019-11-11', 60, 'Piazza di prova' FROM w RETURNING id, project_id),
         new AS (SELECT uuidv7() AS id, n FROM generate_series(1000, 3000) n),
         r AS (INSERT INTO recipient (id, person_id, code, citizenship) SELECT id, id, n || '-0000', 'MA' FROM new RETURNING id),
         i AS (INSERT INTO intake (project_id, recipient_id, taken_on) SELECT w.project_id, r.id, '2019-09-15' FROM r, w)
       INSERT INTO attendance (project_id, activity_id, recipient_id, present, minutes) SELECT a.project_id, a.id, r.id, true, 60 FROM r, a`,
    );
    await open(`/destinatari/conteggi${IN_PROJECT}`);
    const figure = page.getByRole('link', { name: /^Persone: / });
    const people = await figure.innerText();
    const before = Number(people.replace(/\D/g, '')) - 2001;
    const panel = page.getByRole('dialog', { name: 'Persone' });
    await figure.click();
    await panel.getByText(`Qui le prime 2.000 di ${people} righe`).waitFor();
    await panel
      .getByRole('strong')
      .filter({ hasText: `${people} persone` })
      .waitFor();
    await closePanel(page);
    await office.db.query(
      `UPDATE activity SET state = 'cancelled', cancel_reason = 'prova' WHERE place = 'Piazza di prova'`,
    );
    await figure.click();
    await panel.getByText(`Somma di ${before} `).waitFor();
    await closePanel(page);
  });

  it('is counted by figures that say when they are still those of other filters', async () => {
    await open(`/destinatari/conteggi${IN_PROJECT}`);
    let answer = (): void => undefined;
    const held = new Promise<void>((done) => (answer = done));
    await page.route('**/people/counts*', async (route) => {
      await held;
      await route.continue();
    });
    await page.getByLabel('Ripartiti per').selectOption('age');
    const counts = page.getByLabel('Conteggi', { exact: true });
    await becomes(() => counts.getAttribute('aria-busy'), 'true');
    answer();
    await becomes(() => counts.getAttribute('aria-busy'), 'false');
  });

  it('is kept as a colleague said meanwhile, not as an open form remembers', async () => {
    await open(`/destinatari/conservazione${IN_PROJECT}&apri=cambia`);
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Anni di conservazione').fill('7');
    const hold = async () =>
      (await office.db.query(
        `SELECT years, legal_hold AS hold, version FROM retention`,
      )) as unknown;
    await office.db.query(`UPDATE retention SET legal_hold = true, version = version + 1`);
    await panel.getByRole('button', { name: 'Salva' }).click();
    await panel
      .getByText(/Nel frattempo/)
      .first()
      .waitFor();
    expect(await hold()).toMatchObject([{ years: 10, hold: true }]);
    expect(await panel.getByLabel('Anni di conservazione').inputValue()).toBe('7');
    expect(await seriousFindings(page)).toEqual([]);
  });
});
