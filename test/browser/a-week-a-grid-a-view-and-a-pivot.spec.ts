import type { Page } from 'playwright-core';
import {
  becomes,
  DESK,
  openOffice,
  overflow,
  seriousFindings,
  settled,
  type Office,
} from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';
import { Hand } from './hand.js';
import { aProjectOfFour } from './projects-of-the-sheet.js';

const PHONE = { width: 360, height: 640 };
const IN = 'progetto=prova-del-foglio';
const SIZES = [
  ['a phone of 360 pixels', PHONE],
  ['a desk', DESK],
] as const;
const KIND = 'Laboratorio di italiano L2';

describeWith(chromiumPath())('a coordinator works in sheets', () => {
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    office = await openOffice();
    await aProjectOfFour(office);
    page = await office.enter('coordinator');
  }, 120_000);
  afterAll(() => office?.close());

  const open = async (path: string, on: Page = page) => {
    await on.goto(office.address + path);
    await settled(on);
  };
  const rows = (where = '') =>
    office.db.query(
      `SELECT a.day::text, a.kind, a.minutes, a.state, a.place FROM activity a JOIN project p ON p.id = a.project_id
       WHERE p.slug = 'prova-del-foglio' AND a.kind <> 'l2_workshop' AND a.state <> 'cancelled' ${where} ORDER BY a.day, a.kind`,
    ) as Promise<{ day: string; kind: string; minutes: number; state: string; place: string }[]>;

  it.each(SIZES)(
    'copies last week, changes two cells and saves, in seven actions at most, at %s',
    async (_, size) => {
      await page.setViewportSize(size);
      await open(`/settimana?${IN}&settimana=2019-11-18`);
      const hand = new Hand(page);
      await hand.click(page.getByRole('button', { name: 'Copia settimana precedente' }));
      const cells = page.getByRole('row').filter({ hasText: 'Seminario' }).getByRole('gridcell');
      await hand.click(cells.nth(2));
      await hand.press('3');
      await hand.click(cells.nth(3));
      await hand.press('4');
      await hand.click(page.getByRole('button', { name: 'Salva la settimana' }));
      await page.getByText('4 attività salvate.').waitFor();
      expect(hand.actions).toBeLessThanOrEqual(7);
      const minutes = (all: { minutes: number }[]) => all.map((one) => one.minutes);
      expect(minutes(await rows(`AND day BETWEEN '2019-11-11' AND '2019-11-17'`))).toEqual([
        60, 120, 90, 30,
      ]);
      // Monday's and Tuesday's seminars are the two that were changed.
      expect(minutes(await rows(`AND day BETWEEN '2019-11-18' AND '2019-11-24'`))).toEqual([
        180, 240, 90, 30,
      ]);
      await page.getByRole('button', { name: 'Annulla', exact: true }).click();
      await page.getByText('Annullato.').waitFor();
      expect(await rows(`AND day > '2019-11-17'`)).toEqual([]);
      await page.setViewportSize(DESK);
      expect(await seriousFindings(page)).toEqual([]);
    },
  );

  it('loses no hours by going to another week, nor those that are typed while others are being saved', async () => {
    await open(`/settimana?${IN}&settimana=2019-11-18`);
    const cells = page.getByRole('row').filter({ hasText: 'Seminario' }).getByRole('gridcell');
    const write = async (cell: number, text: string) => {
      await cells.nth(cell).click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    };
    await write(4, '2');
    await page.getByRole('button', { name: 'Settimana successiva' }).click();
    await page.getByRole('heading', { name: 'Ci sono modifiche non salvate' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Torna indietro' }).click();
    let arrive = (): void => undefined;
    const held = new Promise<void>((done) => (arrive = done));
    await page.route('**/activity-batches', async (route) => {
      await held;
      await route.continue();
    });
    const sent = page.waitForRequest('**/activity-batches');
    await page.getByRole('button', { name: 'Salva la settimana' }).click();
    await sent;
    await write(5, '1:30');
    arrive();
    await page.getByText('1 attività salvata.').waitFor();
    await page.getByText('1 cella cambiata').waitFor();
    await becomes(() => cells.nth(5).innerText(), '1:30');
    await page.unroute('**/activity-batches');
    await page.getByRole('button', { name: 'Annulla', exact: true }).click();
    await page.getByText('Annullato.').waitFor();
    await page.getByRole('button', { name: 'Settimana successiva' }).click();
    await page.getByRole('button', { name: 'Continua senza salvare' }).click();
    await page.waitForURL(/settimana=2019-11-25/);
    expect(await rows(`AND day > '2019-11-17'`)).toEqual([]);
  });

  it('writes over a cell, fills down, takes it back, saves and takes back the save', async () => {
    await open(`/attivita?${IN}&vista=griglia&stato=done`);
    const grid = page.getByRole('grid', { name: 'Attività' });
    const place = (row: number) => grid.getByRole('row').nth(row).getByRole('gridcell').nth(8);
    await place(1).click();
    await page.keyboard.type('Alba');
    await page.keyboard.press('Enter');
    for (const key of ['ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d'])
      await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Salva 3 modifiche' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Salva 1 modifica' }).waitFor();
    await page.keyboard.press('Control+d');
    await page.getByText('Selezione: 3 attività').waitFor();
    await page.getByRole('button', { name: 'Salva 3 modifiche' }).click();
    await page.getByText('3 attività salvate.').waitFor();
    expect((await rows()).filter((one) => one.place === 'Alba')).toHaveLength(3);
    await page.getByRole('button', { name: 'Annulla', exact: true }).click();
    await page.getByText('Annullato.').waitFor();
    expect((await rows()).filter((one) => one.place === 'Alba')).toHaveLength(0);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('corrects what the server refused and saves, beside an action that another is called like', async () => {
    await office.db.query(
      `INSERT INTO work_item (project_id, kind, code, title)
       SELECT project_id, kind, 'A2', title FROM work_item WHERE title = 'Azione di prova'`,
    );
    await open(`/attivita?${IN}&vista=griglia&stato=done`);
    const grid = page.getByRole('grid', { name: 'Attività' });
    const write = async (cell: number, text: string) => {
      await grid.getByRole('row').nth(1).getByRole('gridcell').nth(cell).click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    };
    await write(8, 'Canale');
    await write(0, '1/3/2031');
    const send = page.getByRole('button', { name: 'Salva 1 modifica' });
    await send.click();
    await grid.locator('[aria-invalid=true]').waitFor();
    await write(0, '14/11/2019');
    await grid.locator('[aria-invalid=true]').waitFor({ state: 'detached' });
    await send.click();
    await page.getByText('1 attività salvata.').waitFor();
    expect((await rows()).filter((one) => one.place === 'Canale')).toHaveLength(1);
    await page.getByRole('button', { name: 'Annulla', exact: true }).click();
    await page.getByText('Annullato.').waitFor();
    await office.db.query(`DELETE FROM work_item WHERE code = 'A2' AND title = 'Azione di prova'`);
  });

  it('changes many rows at once, cancels many, and has them back', async () => {
    await open(`/attivita?${IN}&vista=griglia&stato=done`);
    const grid = page.getByRole('grid', { name: 'Attività' });
    const choose = async () => {
      await grid.getByRole('row').nth(1).getByRole('gridcell').first().click();
      await page.keyboard.press('Shift+ArrowDown');
    };
    await choose();
    await page.getByLabel('Colonna da modificare').selectOption('place');
    await page.getByLabel('Nuovo valore').fill('Bra');
    await page.getByRole('button', { name: 'Cambia 2 righe' }).click();
    await page.getByText('2 attività salvate.').waitFor();
    expect((await rows()).filter((one) => one.place === 'Bra')).toHaveLength(2);
    await choose();
    await page.getByRole('button', { name: 'Annulla le righe' }).click();
    await page.getByLabel('Motivo').fill('Doppie');
    await page.getByRole('button', { name: 'Annulla le attività' }).click();
    await page.getByText('2 attività annullate.').waitFor();
    expect(await rows()).toHaveLength(2);
    await page
      .locator('.cf-toast')
      .filter({ hasText: 'annullate' })
      .getByRole('button', { name: 'Annulla', exact: true })
      .click();
    await page.getByText('Annullato.').waitFor();
    expect(await rows()).toHaveLength(4);
  });

  it.each(SIZES)(
    'finds the L2 workshops of Asti not yet reported and names the view, in ten actions at most, at %s',
    async (_, size) => {
      await office.db.query('DELETE FROM saved_view');
      await page.setViewportSize(size);
      await open('/attivita');
      const [hand, filters] = [new Hand(page), page.getByRole('region', { name: 'Filtri' })];
      const says = (words: string) => filters.getByTitle(`Togli il filtro: ${words}`).waitFor();
      if (size === PHONE) await hand.click(page.getByRole('button', { name: 'Filtri' }));
      const sought = { Tipo: KIND, Territorio: 'Asti di prova', Trimestre: 'gen–mar 2019' };
      for (const [label, words] of Object.entries(sought)) {
        await hand.choose(filters.getByLabel(label), words);
        await says(`${label}: ${words}`);
      }
      await hand.click(filters.getByRole('button', { name: 'Non ancora', exact: true }));
      await says('Rendicontate: Non ancora');
      await page.evaluate('scrollTo(0, 0)'); // What is half under the bar counts as cut.
      expect(await seriousFindings(page)).toEqual([]);
      await hand.click(page.getByRole('button', { name: 'Salva la vista' }));
      await hand.press('Enter');
      await page.getByText('salvata.').waitFor();
      expect(hand.actions).toBeLessThanOrEqual(10);
    },
  );

  it('gives a view to others by its address, each with what it may see', async () => {
    const words = '3 attività svolte, 3:00 ore';
    const { pathname, search } = new URL(page.url());
    for (const role of ['administrator', 'partner'] as const) {
      const other = await office.enter(role);
      await open(pathname + search, other);
      await other.getByText(role === 'partner' ? '0 attività svolte' : words).waitFor();
    }
    await open('/attivita');
    await page.getByText('Viste').click();
    await page.getByRole('button', { name: /Laboratorio di italiano L2, / }).click();
    await page.getByText(words).waitFor();
  });

  it('knows how many hours were done in Asti, by month, drawn and to be taken along', async () => {
    await open(`/attivita/pivot?${IN}&colonne=mese`);
    const row = page.getByRole('row').filter({ hasText: 'Asti di prova' });
    await row.getByText('3:00').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'ODS' }).click();
    expect((await file).suggestedFilename()).toBe('pivot.ods');
  });

  it('on a phone, each of them', async () => {
    const phone = await office.enter('coordinator', PHONE);
    for (const path of [
      `/settimana?${IN}&settimana=2019-11-11`,
      `/attivita?${IN}&vista=griglia`,
      `/attivita/pivot?${IN}`,
    ]) {
      await open(path, phone);
      expect([path, await overflow(phone)]).toEqual([path, 0]);
      expect([path, await seriousFindings(phone)]).toEqual([path, []]);
    }
  });
});
