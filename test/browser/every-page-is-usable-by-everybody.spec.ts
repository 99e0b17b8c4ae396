import type { Page } from 'playwright-core';
import {
  DESK,
  openOffice,
  overflow,
  PHONE,
  seriousFindings,
  settled,
  type Office,
} from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

const PROJECT = '/progetti/interazioni-in-piemonte-2';
const IN_PROJECT = '?progetto=interazioni-in-piemonte-2';
const PAGES = [
  '/',
  '/attivita',
  '/attivita?vista=ore',
  '/attivita?registra=nuova',
  `/attivita${IN_PROJECT}&vista=griglia`,
  `/attivita/pivot${IN_PROJECT}&colonne=mese`,
  `/settimana${IN_PROJECT}`,
  '/calendario?vista=mese',
  '/calendario?vista=settimana',
  '/calendario?vista=giorno',
  '/calendario?vista=agenda&apri=abbonati',
  '/calendario?apri=nuovo',
  '/calendario/incontri?progetto=interazioni-in-piemonte-2',
  '/calendario/compiti',
  '/progetti',
  PROJECT,
  `${PROJECT}/partenariato`,
  `${PROJECT}/piano`,
  `${PROJECT}/prodotti`,
  `${PROJECT}/cronoprogramma`,
  `${PROJECT}/pubblicazione`,
  `${PROJECT}/pubblicazione?apri=nuovo`,
  '/progetti/discorsi-migranti/partenariato',
  `/budget${IN_PROJECT}`,
  `/budget/spese${IN_PROJECT}`,
  `/budget/giustificativi${IN_PROJECT}`,
  '/rendicontazioni',
  '/rendicontazioni/indicatori?progetto=interazioni-in-piemonte-2',
  '/enti',
  `/corsi${IN_PROJECT}`,
  `/corsi/operatori${IN_PROJECT}`,
  `/corsi/operatori${IN_PROJECT}&formazione=nuova`,
  `/destinatari${IN_PROJECT}`,
  `/destinatari/conteggi${IN_PROJECT}&per=period`,
  `/destinatari/doppioni${IN_PROJECT}`,
  `/destinatari/conservazione${IN_PROJECT}`,
  `/destinatari/conservazione${IN_PROJECT}&apri=cambia`,
  `/destinatari${IN_PROJECT}&persona=per-codice`,
  '/presenze',
  `/contratti${IN_PROJECT}`,
  `/contratti${IN_PROJECT}&vista=body`,
  '/mediazione',
  '/mediazione/tutte',
  '/mediazione/andamento',
  '/mediazione/mediatori',
  `/mediazione/collegamenti${IN_PROJECT}`,
  '/mediazione?apri=nuova',
  '/programmi',
  `${PROJECT}?apri=luoghi`,
  '/amministrazione',
  '/amministrazione/tipi',
  '/amministrazione/territori',
  `/importa${IN_PROJECT}`,
  '/amministrazione/sessioni',
  '/amministrazione/chiavi',
  '/accessibilita',
];
const ROLES_AT_HOME = ['coordinator', 'administrator', 'partner', 'auditor'] as const;
const SYSTEM_PAGES = ['/', '/amministrazione/utenti', '/amministrazione/utenti?utente=nuovo'];

/** What stands in a user's way on a page: wrong states for axe, a page wider than the window, errors of the browser. */
async function barriers(page: Page, address: string): Promise<string[]> {
  const errors: string[] = [];
  const listen = (error: Error) => errors.push(error.message);
  page.on('pageerror', listen);
  await page.goto(address);
  await settled(page);
  const found = [...errors, ...(await seriousFindings(page))];
  page.off('pageerror', listen);
  const wider = await overflow(page);
  return wider > 0 ? [...found, `${wider} px wider than the window`] : found;
}

describeWith(chromiumPath())('every page is usable by everybody', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  }, 120_000);
  afterAll(() => office?.close());

  it.each([
    ['a desk', DESK],
    ['a phone', PHONE],
  ])(
    'at %s',
    async (_, size) => {
      const found: [string, string[]][] = [];
      const gate = await office.visit('/accesso', size);
      for (const path of ['/accesso', '/primo-accesso#prova'])
        found.push([path, await barriers(gate, office.address + path)]);
      for (const role of ROLES_AT_HOME)
        found.push([role, await barriers(await office.enter(role, size), `${office.address}/`)]);
      const manager = await office.enter('manager', size);
      const [{ id }] = await office.db.query('SELECT id FROM organisation ORDER BY id LIMIT 1');
      for (const path of [...PAGES, `/enti/${id}`])
        found.push([path, await barriers(manager, office.address + path)]);
      const system = await office.enter('system', size);
      for (const path of SYSTEM_PAGES)
        found.push([path, await barriers(system, office.address + path)]);
      expect(found.filter(([, words]) => words.length > 0)).toEqual([]);
    },
    300_000,
  );

  it('speaks Italian', async () => {
    const page = await office.visit('/accesso');
    expect(await page.locator('html').getAttribute('lang')).toBe('it');
  });

  it('keeps the address when the session is missing, and opens it after the sign-in', async () => {
    const page = await office.visit('/attivita?dal=2019-11-01');
    await page.waitForURL(/\/accesso\?torna=/);
    await page.getByLabel('Posta elettronica').fill(office.account('coordinator').email);
    await page.getByLabel('Password').fill('sbagliata-di-proposito');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Password').fill(office.account('coordinator').password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/attivita\?dal=2019-11-01$/);
  });
});
