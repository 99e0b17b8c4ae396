import { openOffice, settled, type Office } from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

const CSV = { name: 'foglio firme.csv', mimeType: 'text/csv', buffer: Buffer.from('nome;firma\n') };

describeWith(chromiumPath())('a coordinator takes an attachment away', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  }, 120_000);
  afterAll(() => office?.close());

  it('while it is being sent, and later with a reason, and brings it back', async () => {
    const page = await office.enter('coordinator');
    const [row] = (await office.db.query(
      `SELECT concat_ws('.', p.id, a.id) AS id FROM activity a JOIN project p ON p.id = a.project_id
       WHERE p.slug = 'interazioni-in-piemonte-2' AND a.state = 'done' AND a.report_id IS NULL LIMIT 1`,
    )) as [{ id: string }];
    await page.goto(`${office.address}/attivita?attivita=${row.id}`);
    await settled(page);
    const file = page.getByRole('link', { name: CSV.name });
    const bytes = '**/documents';
    await page.route(bytes, () => {});
    await page.locator('input[type=file]').setInputFiles(CSV);
    await page.getByRole('progressbar', { name: `Invio ${CSV.name}` }).waitFor();
    await page.getByRole('button', { name: 'Interrompi' }).click();
    await page.getByText('Invio interrotto.').waitFor();
    expect(await file.count()).toBe(0);

    await page.unroute(bytes);
    await page.locator('input[type=file]').setInputFiles(CSV);
    await file.waitFor();

    await page.getByRole('button', { name: `Togli ${CSV.name}` }).click();
    const dialog = page.locator('dialog.cf-dialog');
    await dialog.getByLabel('Motivo').fill('Foglio di un altro giorno');
    await dialog.getByRole('button', { name: 'Togli' }).click();
    await page.getByText('Nessun allegato.').waitFor();

    await page.getByRole('button', { name: 'Annulla', exact: true }).click();
    await file.waitFor();
    const [{ reasons }] = await office.db.query(
      `SELECT count(*)::int AS reasons FROM audit_entry WHERE after ->> 'remove_reason' = 'Foglio di un altro giorno'`,
    );
    expect(reasons).toBe(1);
  });
});
