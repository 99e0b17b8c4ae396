import {
  DESK,
  openOffice,
  PHONE,
  seriousFindings,
  settled,
  type Office,
} from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

describeWith(chromiumPath())('a user', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  }, 120_000);
  afterAll(() => office?.close());

  it('is invited by keys alone, and chooses a password by the link that it is given', async () => {
    const system = await office.enter('system', DESK);
    await system.goto(`${office.address}/amministrazione`);
    await system.getByRole('button', { name: 'Invita utente' }).press('Enter');
    const panel = system.getByRole('dialog');
    await panel.getByLabel('Nome e cognome').pressSequentially('Utente Di Prova');
    await system.keyboard.press('Tab');
    await system.keyboard.type('prova@esempio.it');
    await system.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Crea un collegamento' }).press('Enter');
    const link = await panel.getByLabel('Collegamento per Utente Di Prova').inputValue();
    const visitor = await office.visit(link.replace(/^https?:\/\/[^/]+/, ''));
    await visitor.getByLabel('Nuova password').pressSequentially('una frase lunga e mia');
    await visitor.getByLabel('Ripeti la password').pressSequentially('una frase lunga e mia');
    await visitor.keyboard.press('Enter');
    await visitor.getByText('Non hai ancora un ruolo in nessun progetto').waitFor();
    expect(await seriousFindings(visitor)).toEqual([]);
    await visitor.locator('.cf-user > button').click();
    await visitor.getByRole('button', { name: 'Esci' }).click();
    await visitor.waitForURL(/\/accesso/);
  });

  it('ends a session that it forgot on the phone, from the desk: the phone asks for the password again', async () => {
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

  it('ends its sessions everywhere else at once', async () => {
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
