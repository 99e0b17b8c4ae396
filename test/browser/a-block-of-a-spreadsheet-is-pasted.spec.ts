import type { Page } from 'playwright-core';
import {
  DESK,
  type Office,
  openOffice,
  overflow,
  seriousFindings,
  settled,
} from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';
import { Hand } from './hand.js';

const PHONE = { width: 360, height: 640 };
const SIZES = [
  ['a desk', DESK],
  ['a phone of 360 pixels', PHONE],
] as const;
const PAGE = '/attivita?progetto=interazioni-in-piemonte-2';

const HEADS = ['Data', 'Tipologia', 'Azione', 'Ore', 'Luogo', 'Presenti', 'Note'];
/** As Italian Excel copies it: 12/03/2019, 1,5, 1:30, 90m. */
const row = (i: number, action: string): string[] => [
  `${String((i % 28) + 1).padStart(2, '0')}/10/2019`,
  'Seminario',
  action,
  ['1,5', '1:30', '90m', '2', '0,25'][i % 5]!,
  'Asti',
  String(i),
  `riga ${i}`,
];
const MINUTES = [90, 90, 90, 120, 15];

describeWith(chromiumPath())('a block of a spreadsheet is pasted', () => {
  let office: Office;
  let page: Page;
  let action: string;

  beforeAll(async () => {
    office = await openOffice();
    page = await office.enter('coordinator');
    [{ title: action }] = await office.db.query(
      `SELECT w.title FROM work_item w JOIN project p ON p.id = w.project_id
       WHERE p.slug = 'interazioni-in-piemonte-2' GROUP BY w.title HAVING count(*) = 1 ORDER BY min(w.code) LIMIT 1`,
    );
  }, 120_000);
  afterAll(() => office?.close());

  const block = (rows: string[][]) =>
    [HEADS, ...rows].map((cells) => cells.join('\t')).join('\r\n') + '\r\n';
  const fifty = () => Array.from({ length: 50 }, (_, i) => row(i, action));
  const live = async () =>
    (
      await office.db.query(
        `SELECT count(*)::int AS n, coalesce(sum(minutes), 0)::int AS minutes FROM activity
         WHERE NOT demonstration AND state <> 'cancelled'`,
      )
    )[0];
  const open = async (on: Page) => {
    await on.goto(office.address + PAGE);
    await settled(on);
  };

  it.each(SIZES)(
    'fifty rows in four actions at most, and one undo takes all of them back, at %s',
    async (_, size) => {
      await page.setViewportSize(size);
      await open(page);
      const hand = new Hand(page);
      await hand.copied(block(fifty()));
      await hand.press('Control+v');
      await page.getByText('Nessun errore.').waitFor();
      await hand.click(page.getByRole('button', { name: 'Salva 50 attività' }));
      await page.getByText('50 attività salvate, 67:30 ore.').waitFor();
      expect(hand.actions).toBeLessThanOrEqual(4);
      const minutes = fifty().reduce((sum, _, i) => sum + MINUTES[i % 5]!, 0);
      expect(await live()).toEqual({ n: 50, minutes });
      await hand.click(page.getByRole('button', { name: 'Annulla', exact: true }));
      await page.getByText('Annullato.').waitFor();
      expect(await live()).toEqual({ n: 0, minutes: 0 });
    },
  );

  it.each(SIZES)(
    'with three bad cells: each is found in words, and nothing is saved, at %s',
    async (_, size) => {
      await page.setViewportSize(size);
      await open(page);
      const rows = fifty();
      rows[3]![0] = '31/02/2019';
      rows[20]![3] = 'due ore';
      rows[41]![1] = 'Semminario';
      const hand = new Hand(page);
      await hand.copied(block(rows));
      await hand.press('Control+v');
      const note = page.locator('.cf-grid-note');
      await note.getByText('Riga 4, Giorno: «31/02/2019» non è una data').waitFor();
      await hand.press('F8');
      await note.getByText('Riga 21, Ore: «due ore» non è una durata').waitFor();
      await hand.press('F8');
      await note.getByText('Riga 42, Tipo: «Semminario» non è tra i tipi di attività').waitFor();
      expect(hand.actions).toBeLessThanOrEqual(6);
      expect(await page.getByRole('button', { name: 'Salva 50 attività' }).isDisabled()).toBe(true);
      expect(await live()).toMatchObject({ n: 0 });
      expect(await seriousFindings(page)).toEqual([]);
      // Typed over where they stand, they pass.
      for (const [keys, next] of [
        ['Seminario', 'Riga 4'],
        ['28/02/2019', 'Riga 21'],
      ] as const) {
        await page.keyboard.type(keys);
        await page.keyboard.press('Enter');
        await page.keyboard.press('F8');
        await note.getByText(next).waitFor();
      }
      await page.keyboard.type('2h');
      await page.keyboard.press('Enter');
      await page.getByText('Nessun errore.').waitFor();
      await page.keyboard.press('Escape');
    },
  );

  it('what only the server knows is told at its cell before anything is saved', async () => {
    await open(page);
    const rows = [row(1, action), row(2, action)];
    rows[1]![0] = '12/03/2031';
    const hand = new Hand(page);
    await hand.copied(block(rows));
    await hand.press('Control+v');
    await page.getByText('1 cella da correggere').waitFor();
    await hand.press('F8');
    await page.locator('.cf-grid-note').getByText('Riga 2, Giorno').waitFor();
    expect(await live()).toMatchObject({ n: 0 });
  });

  it('on a phone, where one pastes into the field', async () => {
    const phone = await office.enter('coordinator', PHONE);
    await open(phone);
    await phone.getByRole('button', { name: 'Incolla da Excel' }).click();
    await phone.getByLabel(/Incolla qui/).fill(block([row(1, action), row(2, action)]));
    await phone.getByText('Nessun errore.').waitFor();
    expect(await overflow(phone)).toBe(0);
    expect(await seriousFindings(phone)).toEqual([]);
    await phone.getByRole('button', { name: 'Salva 2 attività' }).click();
    await phone.getByText('2 attività salvate').waitFor();
    expect(await live()).toMatchObject({ n: 2 });
  });
});
