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

/** Whole lists are too long for one story: what went wrong on one page would stand behind all the others. */
const inParts = (paths: string[], parts: number): string[][] =>
  Array.from({ length: parts }, (_, n) => paths.filter((_path, at) => at % parts === n));

const SIZES = { desk: DESK, phone: PHONE };

/** What stands in a user's way on a page, at a desk and on a phone: wrong states for axe, a page wider than the window, errors of the browser. */
async function barriers(page: Page, address: string): Promise<string[]> {
  const found: string[] = [];
  const listen = (error: Error) => found.push(error.message);
  page.on('pageerror', listen);
  await page.setViewportSize(DESK);
  await page.goto(address);
  for (const [name, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size);
    await settled(page);
    found.push(...(await seriousFindings(page)).map((words) => `${name}: ${words}`));
    const wider = await overflow(page);
    if (wider > 0) found.push(`${name}: ${wider} px wider than the window`);
  }
  page.off('pageerror', listen);
  return found;
}

describeWith(chromiumPath())('every page is usable by everybody', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  }, 120_000);
  afterAll(() => office?.close());

  const look = async (page: Page, paths: string[]) => {
    const found: [string, string[]][] = [];
    for (const path of paths) found.push([path, await barriers(page, office.address + path)]);
    return found.filter(([, words]) => words.length > 0);
  };

  it.each(inParts(PAGES, 4))(
    'to a manager: %s and what follows',
    async (...paths) => {
      expect(await look(await office.enter('manager'), paths)).toEqual([]);
    },
    300_000,
  );

  it('to a manager: a body', async () => {
    const [{ id }] = await office.db.query('SELECT id FROM organisation ORDER BY id LIMIT 1');
    expect(await look(await office.enter('manager'), [`/enti/${id}`])).toEqual([]);
  });

  it.each(ROLES_AT_HOME)('to the %s at home', async (role) => {
    expect(await look(await office.enter(role), ['/'])).toEqual([]);
  });

  it('to who administers the system', async () => {
    expect(await look(await office.enter('system'), SYSTEM_PAGES)).toEqual([]);
  });

  it('to who is not signed in', async () => {
    const gate = await office.visit('/accesso');
    expect(await look(gate, ['/accesso', '/primo-accesso#prova'])).toEqual([]);
  });

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
