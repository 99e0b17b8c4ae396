import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import {
  becomes,
  closePanel,
  DESK,
  type Office,
  openOffice,
  seriousFindings,
  settled,
  shortcut,
} from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';
import { Hand } from './hand.js';

const PROJECT = 'interazioni-in-piemonte-2';

/** From the register open on the screen to its printed sheet, in two actions at most. */
async function printsTheRegister(page: Page, size: typeof DESK): Promise<void> {
  await page.setViewportSize(size);
  const hand = new Hand(page);
  const file = page.waitForEvent('download');
  await hand.click(page.getByRole('link', { name: 'Stampa' }));
  const sheet = readFileSync(await (await file).path());
  expect(hand.actions).toBeLessThanOrEqual(2);
  expect(sheet.subarray(0, 5).toString()).toBe('%PDF-');
}

const dialogOf = (page: Page) => page.getByRole('dialog');

describeWith(chromiumPath())('a course, from enrolment to completed, in the browser', () => {
  let office: Office;
  let page: Page;
  beforeAll(async () => {
    office = await openOffice();
    page = await office.enter('coordinator', DESK);
  }, 120_000);
  afterAll(() => office?.close());

  const choose = async (label: string, text: string) => {
    await page.getByLabel(label, { exact: false }).first().fill(text);
    await page.keyboard.press('Enter');
  };

  const fillSessions = async (of: { first: string; days: string[]; times: string }) => {
    await dialogOf(page).getByRole('textbox', { name: 'Primo giorno' }).fill(of.first);
    for (const day of of.days) await dialogOf(page).getByLabel(day).check();
    await dialogOf(page).getByLabel('oppure per quante volte').fill(of.times);
    await dialogOf(page).getByRole('textbox', { name: 'Dalle' }).fill('20:00');
    await dialogOf(page).getByRole('textbox', { name: 'Alle', exact: true }).fill('22:00');
  };

  it('is opened, filled, attended by keyboard, and says who completed it', async () => {
    await page.goto(`${office.address}/corsi?progetto=${PROJECT}`);
    await settled(page);
    await shortcut(page, 'c');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Titolo').fill('L2 mamme');
    await choose('Azione', 'A1');
    await dialog.getByLabel('Ore previste').fill('4');
    await dialog.getByLabel('Soglia (%)').fill('75');
    await dialog.getByRole('button', { name: 'Salva il corso' }).click();
    await page.getByText('Corso «L2 mamme» salvato.').waitFor();
    await page.getByRole('button', { name: 'L2 mamme' }).click();
    await page.getByRole('link', { name: /Iscritti/ }).click();

    await page.getByRole('button', { name: /Iscrivi una persona/ }).click();
    for (const initials of ['A.A.', 'B.B.']) {
      await dialog.getByLabel('Iniziali').fill(initials);
      await dialog.getByLabel('Anno di nascita').fill('1985');
      await dialog.getByRole('button', { name: 'Iscrivi', exact: true }).click();
      await page.getByRole('row', { name: new RegExp(initials) }).waitFor({ state: 'attached' });
    }
    await closePanel(page);

    await page.getByRole('link', { name: 'Registro' }).click();
    await page.getByRole('button', { name: 'Aggiungi incontri' }).click();
    await fillSessions({ first: '11/11/2019', days: ['lunedì', 'mercoledì'], times: '2' });
    await choose('Chi ci sarà', 'dimostrativ');
    await dialog.getByRole('button', { name: 'Metti in calendario 2 incontri' }).click();
    await dialog.waitFor({ state: 'detached' });

    const grid = page.getByRole('grid', { name: 'Registro delle presenze' });
    await grid.getByRole('gridcell').nth(3).waitFor();
    await grid.locator('[data-at="0,0"]').focus();
    // Down the first column, then the second: one there for half the time, the other absent.
    await page.keyboard.press('p');
    await page.keyboard.press('p');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('a');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('1:00');
    await page.keyboard.press('Enter');
    await becomes(() => grid.locator('td').allInnerTexts(), ['', '1:00', '', 'A']);
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('s');
    await page.getByText('4 presenze salvate.').waitFor();
    await page.getByText('1 hanno completato (soglia 75 %)').waitFor();
    for (const size of [DESK, { width: 360, height: 640 }]) await printsTheRegister(page, size);
    await page.setViewportSize(DESK);
    await page.getByRole('button', { name: 'Allega la scansione' }).click();
    await dialog.getByLabel('Scansione').setInputFiles({
      name: 'registro.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
    });
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Allega a 2 incontri' }).click();
    await page.getByText('Registro allegato a 2 incontri.').waitFor();
    await becomes(() => grid.getByRole('img', { name: '1 allegati' }).count(), 2);

    await page.getByRole('link', { name: /Iscritti/ }).click();
    await page.getByRole('row', { name: /A\.A\..*3:00 di 4:00.*completato/ }).waitFor();
    await page.getByRole('row', { name: /B\.B\..*2:00 di 4:00/ }).waitFor();
  });

  it('says since when and as what somebody follows it, also after coming back', async () => {
    const becomesOf = async (fields: Record<string, string>, row: RegExp) => {
      await page.getByRole('row', { name: /B\.B\./ }).hover();
      await page
        .getByRole('row', { name: /B\.B\./ })
        .getByRole('button')
        .click();
      await dialogOf(page)
        .getByRole('heading', { name: /Iscrizione di/ })
        .waitFor();
      for (const [label, value] of Object.entries(fields)) {
        if (label === 'Segue come') await dialogOf(page).getByLabel(label).selectOption(value);
        else await dialogOf(page).getByRole('textbox', { name: label, exact: true }).fill(value);
      }
      await dialogOf(page).getByRole('button', { name: 'Salva' }).click();
      await page.getByRole('row', { name: row }).waitFor();
      await dialogOf(page).waitFor({ state: 'detached' });
    };
    await becomesOf({ 'Segue come': 'listener', Dal: '4/11/2019' }, /B\.B\. uditore 4 nov 2019/);
    const left = { 'Segue come': 'withdrawn', 'Ritirato il': '12/11/2019' };
    await becomesOf(left, /B\.B\. ritirato 4 nov 2019 – 12 nov 2019/);
    await becomesOf({ 'Segue come': 'listener' }, /B\.B\. uditore 4 nov 2019/);
  });

  it('shows who holds it, its classes and its levels to who only reads', async () => {
    await office.db.query(
      `WITH c AS (UPDATE course SET classes = '{1A,2B}', level_in = 'A1', level_out = 'A2' WHERE title = 'L2 mamme' RETURNING id, project_id)
       INSERT INTO course_teacher (project_id, course_id, person_id, internal)
       SELECT c.project_id, c.id, p.id, true FROM c, (SELECT id FROM person ORDER BY name LIMIT 1) p`,
    );
    const reader = await office.enter('auditor', DESK);
    await reader.goto(page.url());
    await reader
      .getByText(
        /docenti interni: .+ · classi: 1A, 2B · livello in ingresso A1 · livello in uscita A2/,
      )
      .waitFor();
    await reader.close();
  });

  it('goes on twice a week, without holidays, and says before it is saved who is taken', async () => {
    await page.reload();
    await page.getByRole('link', { name: 'Registro', exact: true }).click();
    await page.getByRole('button', { name: 'Aggiungi incontri' }).click();
    // Its teacher is proposed; some other work of the same hours stands in the way of the first day.
    const [{ teacher }] = (await office.db.query(
      `INSERT INTO activity (project_id, work_item_id, kind, state, day, start_time, end_time, minutes, staff_ids)
       SELECT c.project_id, c.work_item_id, 'l2_workshop', 'planned', '2019-12-17', '21:00', '23:00', 120, ARRAY[t.person_id]
       FROM course c JOIN course_teacher t ON t.course_id = c.id WHERE c.title = 'L2 mamme' RETURNING staff_ids[1] AS teacher`,
    )) as [{ teacher: string }];
    await fillSessions({ first: '17/12/2019', days: ['martedì', 'giovedì'], times: '4' });
    await dialogOf(page).getByText('Festivo: Santo Stefano').waitFor();
    await dialogOf(page).getByText('3 incontri, 1 giorno escluso').waitFor();
    await dialogOf(page)
      .getByText(/21:00–23:00/)
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await dialogOf(page).getByLabel('mar 17 dic 2019').uncheck();
    await dialogOf(page).getByRole('button', { name: 'Metti in calendario 2 incontri' }).click();
    await page.getByText('In calendario: 2 incontri.').waitFor();
    expect(
      await office.db.query(
        `SELECT array_agg(a.day::text ORDER BY a.day) AS days, s.rule, a.staff_ids AS staff FROM activity a JOIN activity_series s ON s.id = a.series_id
         JOIN course c ON c.id = a.course_id WHERE c.title = 'L2 mamme' AND a.day > '2019-12-01' GROUP BY s.rule, a.staff_ids`,
      ),
    ).toEqual([
      {
        days: ['2019-12-19', '2019-12-24'],
        rule: 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4',
        staff: [teacher],
      },
    ]);
  });

  it('takes twenty-five people by eight sessions in one page, by keyboard alone', async () => {
    const [{ id, project }] = (await office.db.query(
      `INSERT INTO course (project_id, work_item_id, title, school_year, planned_minutes, threshold_percent)
       SELECT project_id, id, 'Venticinque', '2019/20', 960, 70 FROM work_item
       WHERE code = 'A1' AND project_id = (SELECT id FROM project WHERE slug = $1) RETURNING id, project_id AS project`,
      [PROJECT],
    )) as [{ id: string; project: string }];
    await office.db.query(
      `INSERT INTO activity (project_id, work_item_id, course_id, kind, state, day, minutes)
       SELECT project_id, work_item_id, id, 'l2_workshop', 'done', date '2019-10-01' + n, 120 FROM course, generate_series(1, 8) n WHERE id = $1`,
      [id],
    );
    await office.db.query(
      `WITH new AS (SELECT uuidv7() AS id, n FROM generate_series(10, 34) n),
         r AS (INSERT INTO recipient (id, person_id, code, citizenship) SELECT id, id, '00' || n || '-00' || n, 'MA' FROM new RETURNING id),
         i AS (INSERT INTO intake (project_id, recipient_id, taken_on) SELECT $2, id, '2019-09-15' FROM r)
       INSERT INTO enrolment (project_id, course_id, recipient_id, from_day) SELECT $2, $1, id, '2019-09-15' FROM r`,
      [id, project],
    );
    await page.goto(`${office.address}/corsi/${PROJECT}/${id}`);
    const grid = page.getByRole('grid', { name: 'Registro delle presenze' });
    await grid.getByRole('gridcell').nth(199).waitFor();
    await grid.locator('[data-at="0,0"]').focus();
    for (let column = 0; column < 8; column++) {
      for (let row = 0; row < 25; row++) await page.keyboard.press(row === column ? 'a' : 'p');
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('s');
    await page.getByText('200 presenze salvate.').waitFor();
    const [counted] = await office.db.query(
      `SELECT count(*)::int AS marks, count(*) FILTER (WHERE present)::int AS present FROM attendance t
       JOIN activity a ON a.id = t.activity_id WHERE a.course_id = $1`,
      [id],
    );
    expect(counted).toEqual({ marks: 200, present: 192 });
  });

  it('keeps a duration that is left by Tab or by hand, and asks about one that cannot be read', async () => {
    const box = (place: string) => page.locator(`[data-at="${place}"]`);
    await box('1,0').focus();
    await page.keyboard.type('1:30');
    await page.keyboard.press('Tab');
    await becomes(() => box('1,0').innerText(), '1:30');
    await box('2,0').focus();
    await page.keyboard.type('0:45');
    await page.getByText('1 casella da salvare').click();
    await becomes(() => box('2,0').innerText(), '0:45');
    await box('3,0').focus();
    await page.keyboard.type('1 ora e un po');
    await page.keyboard.press('Tab');
    await page.getByRole('alert').getByText('«1 ora e un po» non è una durata').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await box('3,0').getByRole('textbox').focus();
    await page.keyboard.press('Escape');
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.getByText('2 caselle da salvare').waitFor();
  });
});
