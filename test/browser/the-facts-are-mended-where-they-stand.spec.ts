import type { Locator, Page } from 'playwright-core';
import { becomes, type Office, openOffice, seriousFindings, settled } from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

const PROJECT = '/progetti/osservatorio-immigrazione';

describeWith(chromiumPath())('the facts are mended where they stand', () => {
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    office = await openOffice();
    page = await office.enter('coordinator');
  }, 120_000);
  afterAll(() => office?.close());

  async function open(path: string): Promise<void> {
    await page.goto(office.address + path);
    await settled(page);
  }
  const dialog = () => page.getByRole('dialog');
  const save = async (said: string) => {
    await dialog().getByRole('button', { name: 'Salva' }).click();
    await page.getByText(said).last().waitFor();
    await dialog().waitFor({ state: 'detached' });
  };
  const field = (name: string) => dialog().getByLabel(name, { exact: true });
  const refused = async (form: Locator) => {
    const send = form.getByRole('button', { name: 'Salva' });
    for (const _ of ['at first', 'and again, though the row was read again meanwhile']) {
      const answered = page.waitForResponse((answer) => answer.request().method() !== 'GET');
      await send.click();
      expect((await answered).status()).toBe(412);
      await form.getByText('Mentre scrivevi qualcuno ha cambiato questi dati.').waitFor();
    }
  };
  const says = (words: string, state?: 'detached') =>
    page.locator('main').getByText(words).first().waitFor({ state });

  it('a feed and a place are rows of a list, added with the keyboard', async () => {
    await open(PROJECT);
    await page.getByRole('button', { name: 'Modifica i collegamenti' }).focus();
    await page.keyboard.press('Enter');
    await dialog().getByRole('button', { name: 'Aggiungi sito' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Sito di prova');
    expect(await seriousFindings(page)).toEqual([]);
    await save('Scheda aggiornata.');
    await says('Sito di prova');
    await says('Sito del progetto Mediato');

    await page.getByRole('button', { name: 'Modifica luoghi, ambiti e comunità' }).click();
    await dialog().getByRole('button', { name: 'Aggiungi luogo' }).click();
    await dialog().getByLabel('Regione').last().fill('Valle d’Aosta');
    await save('Scheda aggiornata.');
    await says('Valle d’Aosta, Italia');
  });

  it('an objective is written, taken away, and given back by whoever did so by mistake', async () => {
    await page.getByRole('button', { name: 'Aggiungi un obiettivo' }).click();
    await dialog().getByLabel('Codice').fill('OS9');
    await dialog().getByLabel('Testo').fill('Leggere i fenomeni');
    await save('Obiettivo salvato.');
    await says('Leggere i fenomeni');
    await page.getByRole('button', { name: 'Modifica OS9' }).click();
    await dialog().getByRole('button', { name: 'Togli' }).click();
    await page.getByRole('button', { name: 'Togli l’obiettivo' }).click();
    await page.getByText('Obiettivo tolto.').waitFor();
    await says('Leggere i fenomeni', 'detached');
    await page.getByRole('status').getByRole('button', { name: 'Annulla' }).last().click();
    await says('Leggere i fenomeni');
  });

  it('somebody new joins the working group, and leaves it with a date', async () => {
    await page.getByRole('button', { name: 'Aggiungi una persona' }).click();
    await dialog().getByLabel('Oppure una persona che non c’è ancora').fill('Ada Prova');
    await dialog().getByLabel('Funzione').fill('Referente');
    await save('Aggiunta al gruppo di lavoro.');
    await page.getByRole('button', { name: 'Modifica Ada Prova, gruppo di lavoro' }).click();
    await dialog().getByLabel('Al', { exact: true }).fill('10/2019');
    await save('Gruppo di lavoro aggiornato.');
    await says('Referente · fino al ott 2019');
  });

  it('a product of the project, and a size that a network declares', async () => {
    await open(`${PROJECT}/prodotti`);
    await page.getByRole('button', { name: 'Aggiungi prodotto' }).click();
    await dialog().getByLabel('Titolo').fill('Rapporto di prova');
    await save('Prodotto aggiunto.');
    await says('Rapporto di prova');

    await open('/enti?cerca=resacoop');
    await page.getByRole('button', { name: /RESACOOP/ }).click();
    await page.getByRole('button', { name: 'Modifica', exact: true }).click();
    await dialog().getByRole('button', { name: 'Aggiungi un numero' }).click();
    await dialog().getByRole('textbox', { name: 'Aderenti' }).last().fill('73');
    await dialog().getByLabel('Contati il').last().fill('2019');
    await dialog().getByLabel('Fonte').last().fill('Sito di prova');
    await save('salvato.');
    await says('Sito di prova, 2019');
  });

  it('what a call asks is for an administrator to write, and for an auditor only to read', async () => {
    const write = await office.enter('administrator');
    await write.goto(`${office.address}/programmi`);
    await write.locator('summary').first().click();
    await write.getByRole('button', { name: 'Modifica avviso' }).click();
    const panel = write.getByRole('dialog');
    await panel.getByLabel('Titolo').fill('FAMI IMPACT di prova');
    await panel.getByRole('button', { name: 'Salva' }).click();
    await write.getByText('Avviso salvato.').waitFor();
    await write.locator('summary').getByText('FAMI IMPACT di prova').waitFor();
    const { rows, categories } = (
      await office.db.query(
        `SELECT (SELECT count(*)::int FROM call_rule) AS rows, (SELECT count(*)::int FROM cost_category WHERE cap_rate = 0.07) AS categories`,
      )
    )[0];
    expect([rows, categories]).toEqual([9, 2]);

    const read = await office.enter('auditor');
    const pages: [path: string, shows: string][] = [
      ['/programmi?apri=fondo', 'Fondo per lo Sviluppo e la Coesione (FSC)'],
      ['/progetti/interazioni-in-piemonte-2?apri=luoghi', 'Dove, su che cosa, per chi'],
    ];
    for (const [path, shows] of pages) {
      await read.goto(office.address + path);
      // Without what it may see, seeing no button would say nothing.
      await read.locator('main').getByRole('heading', { name: shows }).waitFor();
      await settled(read);
      expect(await read.getByRole('dialog').count()).toBe(0);
      expect(await read.getByRole('button', { name: /^Modifica|^Aggiungi/ }).count()).toBe(0);
    }
  });

  it('what somebody else wrote meanwhile is shown, and not overwritten', async () => {
    const [activity] = await office.db.query(
      `SELECT a.id, a.project_id, a.place FROM activity a JOIN project p ON p.id = a.project_id
       WHERE p.slug = 'interazioni-in-piemonte-2' AND a.state = 'done' AND a.report_id IS NULL
         AND a.shared_id IS NULL ORDER BY a.day DESC, a.id LIMIT 1`,
    );
    const stands = async () =>
      (await office.db.query(`SELECT place, note FROM activity WHERE id = $1`, [activity.id]))[0];
    await open(`/attivita?registra=${activity.project_id}.${activity.id}`);
    await field('Luogo').fill('Luogo di prova');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Ci sono modifiche non salvate' }).waitFor();
    await page.getByRole('button', { name: 'Torna indietro' }).click();
    await office.db.query(
      `UPDATE activity SET note = 'Scritta da un’altra', version = version + 1 WHERE id = $1`,
      [activity.id],
    );
    await refused(dialog());
    expect(await stands()).toEqual({ place: activity.place, note: 'Scritta da un’altra' });
    expect(await field('Luogo').inputValue()).toBe('Luogo di prova');
    await dialog().getByRole('button', { name: 'Vedi come sono adesso' }).click();
    await becomes(() => field('Nota').inputValue(), 'Scritta da un’altra');
    expect(await field('Luogo').inputValue()).toBe(activity.place ?? '');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Rimetti quello che avevo scritto' }).click();
    await becomes(() => field('Luogo').inputValue(), 'Luogo di prova');
    await save('Modifica salvata.');
    expect(await stands()).toEqual({ place: 'Luogo di prova', note: 'Scritta da un’altra' });
  });

  it('a colleague who was added to a training meanwhile stays in it', async () => {
    const [training] = await office.db.query(
      `SELECT t.id, t.field FROM training t JOIN project p ON p.id = t.project_id
       WHERE p.slug = 'interazioni-in-piemonte-2' ORDER BY t.from_day DESC LIMIT 1`,
    );
    const operators = async () =>
      (
        await office.db.query(`SELECT count(*)::int AS n FROM trainee WHERE training_id = $1`, [
          training.id,
        ])
      )[0].n;
    const before = await operators();
    await open(`/corsi/operatori?progetto=interazioni-in-piemonte-2&formazione=${training.id}`);
    const contents = dialog().getByRole('textbox', { name: 'Contenuti' });
    await contents.fill('Contenuti di prova');
    await office.db.query(
      `INSERT INTO trainee (project_id, training_id, person_id, demonstration, version)
       SELECT t.project_id, t.id, person.id, true, 1 FROM training t, person WHERE t.id = $1
         AND NOT EXISTS (SELECT FROM trainee x WHERE x.training_id = t.id AND x.person_id = person.id) LIMIT 1`,
      [training.id],
    );
    await office.db.query(`UPDATE training SET version = version + 1 WHERE id = $1`, [training.id]);
    await refused(dialog());
    expect(await operators()).toBe(before + 1);
    await dialog().getByRole('button', { name: 'Vedi come sono adesso' }).click();
    await dialog().getByRole('button', { name: 'Rimetti quello che avevo scritto' }).click();
    await becomes(() => contents.inputValue(), 'Contenuti di prova');
    await save('Formazione salvata.');
    expect(await operators()).toBe(before + 1);
  });

  it('and so do the texts of a sheet', async () => {
    const [report] = await office.db.query(
      `SELECT id FROM report WHERE state = 'draft' AND demonstration LIMIT 1`,
    );
    const texts = async () =>
      (
        await office.db.query(`SELECT strengths, problems FROM report WHERE id = $1`, [report.id])
      )[0];
    await open(`/rendicontazioni/interazioni-in-piemonte-2/${report.id}/testi`);
    const form = page.getByRole('form', { name: 'Testi della scheda' });
    const text = (name: string) => form.getByLabel(name, { exact: true });
    await text('Problemi, soluzioni e loro origine').fill('Problemi di prova');
    await office.db.query(
      `UPDATE report SET strengths = 'Scritti da un’altra', version = version + 1 WHERE id = $1`,
      [report.id],
    );
    await refused(form);
    expect(await texts()).toEqual({ strengths: 'Scritti da un’altra', problems: null });
    await form.getByRole('button', { name: 'Vedi come sono adesso' }).click();
    await becomes(() => text('Punti di forza').inputValue(), 'Scritti da un’altra');
    await form.getByRole('button', { name: 'Rimetti quello che avevo scritto' }).click();
    await form.getByRole('button', { name: 'Salva i testi' }).click();
    await page.getByText('Testi salvati.').last().waitFor();
    expect(await texts()).toEqual({
      strengths: 'Scritti da un’altra',
      problems: 'Problemi di prova',
    });
  });
});
