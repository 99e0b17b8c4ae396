import type { Page } from 'playwright-core';
import { csv } from '../imports/sheets.js';
import {
  DESK,
  type Office,
  openOffice,
  overflow,
  PHONE,
  seriousFindings,
  settled,
  shortcut,
} from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

const PROJECT = 'interazioni-in-piemonte-2';
const HEAD = ['Data', 'Tipo', 'Azione', 'Ore', 'Note'];
const good = (day: string) => [day, 'Seminario', 'A1', '1,5', 'importata'];

describeWith(chromiumPath())('a coordinator imports a sheet, in the browser', () => {
  let office: Office;
  let page: Page;
  beforeAll(async () => {
    office = await openOffice();
    page = await office.enter('coordinator', DESK);
  }, 120_000);
  afterAll(() => office?.close());

  const imported = async () => {
    const [{ n }] = (await office.db.query(
      `SELECT count(*)::int AS n FROM activity WHERE note = 'importata' AND state <> 'cancelled'`,
    )) as [{ n: number }];
    return n;
  };
  const send = async (name: string, content: Buffer, byKey = false): Promise<void> => {
    await page.goto(`${office.address}/attivita?progetto=${PROJECT}`);
    await settled(page);
    await page.getByRole('link', { name: 'Importa' }).click();
    const input = page.getByLabel(/Scegli il file/);
    await input.waitFor({ state: 'attached' });
    await settled(page);
    const files = { name, mimeType: 'text/csv', buffer: content };
    if (!byKey) return input.setInputFiles(files);
    const chooser = page.waitForEvent('filechooser');
    await shortcut(page, 'c');
    await (await chooser).setFiles(files);
  };

  it('by two keys: the file, then its rows; and takes all of them back', async () => {
    await send('marzo.csv', csv([HEAD, good('12/03/2019'), good('13/03/2019')]), true);
    await page.getByText('2 buone').first().waitFor();
    expect(await imported()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await shortcut(page, 's');
    await page.getByText('2 righe importate.').waitFor();
    expect(await imported()).toBe(2);
    await page.getByRole('button', { name: 'Annulla l’importazione' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Annulla l’importazione' }).click();
    await page.getByText('Importazione annullata.').waitFor();
    expect(await imported()).toBe(0);
  });

  it('sees what is wrong beside the cell, and imports the good rows alone', async () => {
    await send(
      'aprile.csv',
      csv([HEAD, good('12/04/2019'), ['30/02/2019', 'Ballo', 'A1', '1', '']]),
    );
    await page.getByText('«30/02/2019» non si capisce').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Importa solo 1 riga buona' }).click();
    await page.getByText('1 riga importata.').waitFor();
    expect(await imported()).toBe(1);
  });

  it('chooses the columns that the program does not know, once', async () => {
    const rows = [
      ['Quando', 'Cosa si è fatto', 'Punto', 'Tempo'],
      ['2/5/2019', 'Seminario', 'A1', '1'],
    ];
    await send('strano.csv', csv(rows));
    for (const [field, column] of [
      ['Giorno', 'Quando'],
      ['Tipo di attività', 'Cosa si è fatto'],
      ['Azione', 'Punto'],
      ['Durata', 'Tempo'],
    ])
      await page.getByLabel(field!, { exact: false }).first().selectOption({ label: column! });
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Controlla le righe' }).click();
    await page.getByText('1 buona').first().waitFor();
    await send('strano2.csv', csv(rows));
    // Its columns are known by now: it is checked at once.
    await page.getByText('1 buona').first().waitFor();
  });

  it('and on a phone nothing is wider than the screen', async () => {
    await page.setViewportSize(PHONE);
    await page.waitForLoadState();
    expect(await overflow(page)).toBe(0);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/import-375.png`, fullPage: true });
    await page.goto(`${office.address}/importa?progetto=${PROJECT}`);
    await settled(page);
    expect(await overflow(page)).toBe(0);
    if (!process.env.SHOTS) return;
    await page.screenshot({ path: `${process.env.SHOTS}/imports-375.png`, fullPage: true });
    await page.setViewportSize(DESK);
    await page.screenshot({ path: `${process.env.SHOTS}/imports-1280.png`, fullPage: true });
    await page.getByRole('button', { name: 'aprile.csv' }).click();
    await page.getByText('«30/02/2019» non si capisce').waitFor();
    await page.screenshot({ path: `${process.env.SHOTS}/import-1280.png`, fullPage: true });
  });
});
