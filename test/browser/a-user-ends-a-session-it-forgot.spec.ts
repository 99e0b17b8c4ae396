import { DESK, openOffice, PHONE, settled, type Office } from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

describeWith(chromiumPath())('a user ends a session that it forgot', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  }, 120_000);
  afterAll(() => office?.close());

  it('on the phone, from the desk: the phone asks for the password again', async () => {
    const phone = await office.enter('coordinator', PHONE);
    const desk = await office.enter('coordinator', DESK);
    await desk.locator('.cf-user > button').click();
    await desk.getByRole('link', { name: 'Le mie sessioni' }).first().click();
    const rows = desk
      .getByRole('table', { name: 'Dove hai effettuato l’accesso' })
      .getByRole('row');
    await rows.nth(2).waitFor();
    await rows.filter({ hasText: /Chrome su Linux.*questa/ }).waitFor();
    expect(await rows.count()).toBe(3);

    await rows
      .nth(2)
      .getByRole('button', { name: /Chiudi la sessione/ })
      .click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Chiudi la sessione' }).click();
    await desk.getByText('Sessione chiusa.').waitFor();
    await rows.nth(2).waitFor({ state: 'detached' });
    await phone.goto(`${office.address}/attivita`);
    await phone.waitForURL(/\/accesso/);
    expect(await desk.getByRole('button', { name: /Chiudi l.altra/ }).count()).toBe(0);
  });

  it('everywhere else at once', async () => {
    const left = [await office.enter('manager', PHONE), await office.enter('manager')];
    const desk = await office.enter('manager', DESK);
    await desk.goto(`${office.address}/amministrazione/sessioni`);
    await desk.getByRole('button', { name: 'Chiudi le altre 2 sessioni' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Chiudi' }).click();
    await desk.getByText('Resta soltanto questa sessione.').waitFor();
    for (const page of left) {
      await page.goto(`${office.address}/attivita`);
      await page.waitForURL(/\/accesso/);
    }
    await desk.goto(`${office.address}/attivita`);
    await settled(desk);
  });
});
