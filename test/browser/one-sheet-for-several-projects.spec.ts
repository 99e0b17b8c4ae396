import type { Page } from 'playwright-core';
import {
  becomes,
  DESK,
  type Office,
  openOffice,
  seriousFindings,
  settled,
  shortcut,
} from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';
import { aProjectOfFour, aSecondProject } from './projects-of-the-sheet.js';

const PHONE = { width: 360, height: 640 };
const IN = 'progetto=prova-del-foglio';

describeWith(chromiumPath())('a coordinator of several projects', () => {
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    office = await openOffice();
    await aProjectOfFour(office);
    await aSecondProject(office);
    page = await office.enter('coordinator');
  }, 120_000);
  afterAll(() => office?.close());

  const open = async (path: string, on: Page = page) => {
    await on.goto(office.address + path);
    await settled(on);
  };

  it('adds a row to the week of all its projects, and saves both projects at once', async () => {
    await open('/settimana?settimana=2019-11-25');
    await page.getByText('2019, tutti i miei progetti').waitFor();
    const add = async (project: string, item: string, typed: string) => {
      await page.getByRole('button', { name: 'Aggiungi riga' }).click();
      const panel = page.getByRole('dialog');
      await panel.getByLabel('Progetto').selectOption({ label: project });
      await panel.getByLabel('Tipo di attività').selectOption({ label: 'Ricerca' });
      await panel.getByRole('combobox', { name: 'Azione' }).fill(item);
      await page.locator('li[role=option]').first().waitFor();
      await page.keyboard.press('Enter');
      await panel.getByLabel('Luogo').fill('Asti');
      expect(await seriousFindings(page)).toEqual([]);
      await panel.getByRole('button', { name: 'Aggiungi la riga' }).click();
      const row = page.getByRole('row').filter({ hasText: `Asti · ${item}` });
      await row.getByRole('gridcell').nth(3).click();
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
    };
    await add('Seconda prova del foglio', 'Azione della seconda', '1:30');
    await add('Prova del foglio', 'Azione di prova', '2');
    await page.getByRole('button', { name: 'Salva la settimana' }).click();
    await page.getByText('2 attività salvate.').waitFor();
    const added = () =>
      office.db.query(
        `SELECT p.slug, a.minutes FROM activity a JOIN project p ON p.id = a.project_id
         WHERE p.slug LIKE '%prova-del-foglio' AND a.day = '2019-11-25' AND a.state <> 'cancelled' ORDER BY a.minutes`,
      );
    expect(await added()).toEqual([
      { slug: 'seconda-prova-del-foglio', minutes: 90 },
      { slug: 'prova-del-foglio', minutes: 120 },
    ]);
    await page.getByRole('button', { name: 'Annulla', exact: true }).click();
    await page.getByText('Annullato.').waitFor();
    expect(await added()).toEqual([]);
  });

  it('sorts by hours, chooses columns, and the address says both', async () => {
    await open(`/attivita?${IN}&stato=done`);
    const table = page.getByRole('table', { name: 'Attività' });
    await table.getByRole('button', { name: 'Ore' }).click();
    await table
      .getByRole('columnheader', { name: 'Ore' })
      .and(page.locator('[aria-sort=ascending]'))
      .waitFor();
    await table.getByRole('row').nth(1).getByText('0:30').waitFor();
    await page.getByText('Colonne', { exact: true }).click();
    for (const name of ['Azione', 'Partner', 'Territorio']) {
      await page.getByRole('checkbox', { name }).click();
      const checked = name === 'Territorio';
      await page.getByRole('checkbox', { name, checked }).waitFor();
    }
    await table.getByText('Asti di prova').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const address = new URL(page.url());
    expect(address.searchParams.get('ordine')).toBe('ore');
    expect(address.searchParams.get('colonne')).toBe('giorno,tipo,ore,stato,chi,luogo,territorio');
    const other = await office.enter('administrator');
    await open(address.pathname + address.search + '&vista=griglia', other);
    const grid = other.getByRole('grid', { name: 'Attività' });
    await becomes(
      () => grid.getByRole('columnheader').allInnerTexts(),
      ['N.', 'Giorno', 'Tipo', 'Ore', 'Chi', 'Luogo', 'Territorio'],
    );
    await grid.getByRole('button', { name: 'Ore' }).focus();
    await other.keyboard.press('Enter');
    await grid.locator('[aria-sort=descending]').waitFor();
    await grid.getByRole('row').nth(1).getByText('2:00').waitFor();
  });

  it('keeps both of two filters that change in one frame', async () => {
    await open(`/attivita?${IN}`);
    await page.getByLabel('Stato').waitFor();
    await page.evaluate(`for (const [label, value] of [['Tipo', 'seminar'], ['Stato', 'done']]) {
      const named = [...document.querySelectorAll('label')].find((one) => one.textContent === label);
      const field = document.getElementById(named.htmlFor);
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }`);
    await page.getByText('2 attività svolte, 3:00 ore').waitFor();
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('tipo'), searchParams.get('stato')]).toEqual(['seminar', 'done']);
  });

  it('writes over rows of two projects in one sheet', async () => {
    await open('/attivita?vista=griglia&stato=done&tipo=seminar&dal=2019-11-11&al=2019-11-12');
    const grid = page.getByRole('grid', { name: 'Attività' });
    await grid.getByRole('columnheader', { name: 'Progetto' }).waitFor();
    const place = (project: string) =>
      grid.getByRole('row').filter({ hasText: project }).first().getByRole('gridcell').nth(9);
    for (const project of ['Seconda prova', 'Prova del foglio']) {
      await place(project).click();
      await page.keyboard.type('Borgo di prova');
      await page.keyboard.press('Enter');
    }
    await page.getByRole('button', { name: 'Salva 2 modifiche' }).click();
    await page.getByText('2 attività salvate.').waitFor();
    const there = () =>
      office.db.query(`SELECT DISTINCT project_id FROM activity WHERE place = 'Borgo di prova'`);
    expect(await there()).toHaveLength(2);
    await page.getByRole('button', { name: 'Annulla', exact: true }).click();
    await page.getByText('Annullato.').waitFor();
    expect(await there()).toHaveLength(0);
  });

  it('sums all of a week, however much it holds', async () => {
    await office.db.query(
      `INSERT INTO activity (project_id, work_item_id, kind, state, day, minutes)
       SELECT p.id, (SELECT id FROM work_item WHERE project_id = p.id LIMIT 1), 'information_meeting', 'done', '2019-10-08', 1
       FROM project p, generate_series(1, 2100) WHERE p.slug = 'prova-del-foglio'`,
    );
    await open(`/settimana?${IN}&settimana=2019-10-07`);
    const row = page.getByRole('row').filter({ hasText: 'Incontro informativo' });
    await row.getByText('35:00').first().waitFor();
    await office.db.query(
      `DELETE FROM activity WHERE kind = 'information_meeting' AND minutes = 1`,
    );
  });

  it.each([
    ['a desk', DESK],
    ['a phone of 360 pixels', PHONE],
  ])(
    'loses nothing of a half-typed activity when the tab is killed, at %s or at another one',
    async (_, size) => {
      await office.db.query('DELETE FROM draft');
      const tab = await office.enter('coordinator', size);
      await open(`/?${IN}`, tab);
      await shortcut(tab, 'n');
      const typed = { Durata: '1:45', Luogo: 'Canelli', Nota: 'metà frase' };
      const form = tab.getByRole('dialog');
      for (const [label, words] of Object.entries(typed)) await form.getByLabel(label).fill(words);
      const kept = async () =>
        (await office.db.query(`SELECT body ->> 'note' AS note FROM draft`))[0]?.note as string;
      await becomes(kept, typed.Nota);
      const [address, context] = [tab.url(), tab.context()];
      await tab.close();
      const [again, desk] = [await context.newPage(), await office.enter('coordinator')];
      await again.goto(address);
      await open('/', desk);
      await shortcut(desk, 'n');
      for (const one of [again, desk]) {
        await settled(one);
        const offered = one.getByRole('dialog');
        await offered.getByText('Ripresa da dove avevi lasciato').waitFor();
        const read = () =>
          Promise.all(Object.keys(typed).map((label) => offered.getByLabel(label).inputValue()));
        await becomes(read, Object.values(typed));
      }
    },
  );

  it('registers what was planned, from its sheet and many at once, and confirms it', async () => {
    const [{ id, project_id: projectId }] = await office.db.query(
      `WITH p AS (SELECT w.id, w.project_id FROM work_item w JOIN project j ON j.id = w.project_id WHERE j.slug = 'prova-del-foglio')
       INSERT INTO activity (project_id, work_item_id, kind, state, day, minutes, place, language)
       SELECT project_id, id, 'seminar', 'planned', day::date, 60, 'Da registrare', 'ar' FROM p, (VALUES ('2019-11-04'), ('2019-11-05'), ('2019-11-06')) v(day)
       RETURNING id, project_id`,
    );
    const states = async (): Promise<string[]> =>
      (
        await office.db.query(
          `SELECT state FROM activity WHERE place = 'Da registrare' ORDER BY day`,
        )
      ).map(({ state }: { state: string }) => state);
    await open(`/attivita?attivita=${projectId}.${id}`);
    const sheet = page.getByRole('dialog');
    await sheet.getByText('arabo').waitFor();
    await sheet.getByRole('button', { name: 'Registra', exact: true }).click();
    await page.getByText(/Attività di .*: registrata/).waitFor();
    await becomes(states, ['done', 'planned', 'planned']);

    await open(`/attivita?${IN}&vista=griglia&testo=Da+registrare&periodo=tutte`);
    const grid = page.getByRole('grid', { name: 'Attività' });
    const choose = async () => {
      await grid.getByRole('row').nth(1).getByRole('gridcell').first().click();
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
    };
    await choose();
    await page.getByRole('button', { name: 'Registra 2 righe' }).click();
    await becomes(states, ['done', 'done', 'done']);
    await settled(page);
    await choose();
    await page.getByRole('button', { name: 'Conferma 3 righe' }).click();
    await page.getByText('3 attività confermate.').waitFor();
    await becomes(states, ['confirmed', 'confirmed', 'confirmed']);
    expect(await seriousFindings(page)).toEqual([]);
  });
});
