import type { Page } from 'playwright-core';
import { openOffice, settled, type Office } from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

// Typed by hand from the documents: nothing here comes from src/demo.
const TABS: [path: string, says: string[]][] = [
  [
    '/progetti/discorsi-migranti',
    [
      '15 mag 2017 – 31 mag 2018',
      'capofila Consorzio Ong Piemontesi',
      'Fondo Asilo, Migrazione e Integrazione (FAMI)',
      '2. Integrazione / Migrazione legale',
      '3. Capacity building',
      'm) Scambio di buone pratiche',
      'Annualità 2016-2018',
      'Presentato nel 2016',
      'CUP non noto',
      'Che cosa facciamo noi non noto',
      'OS4',
      'Provincia di Torino, Piemonte, Italia',
      'Auvergne-Rhône-Alpes, Francia',
      'Catalogna, Spagna',
      'Marocco Albania Senegal Perù',
      'I.S.Co.R.S.I. Migranti',
    ],
  ],
  [
    '/progetti/discorsi-migranti/partenariato',
    [
      '1 capofila, 3 partner, 35 aderenti (di cui 6 esteri).',
      'CCM – Comitato Collaborazione Medica',
      'Forum del Terzo Settore Piemonte',
      'Forum Réfugiés-COSI',
      'COCOPA – Coordinamento Comuni per la Pace',
      'fa parte della rete',
    ],
  ],
  [
    '/progetti/discorsi-migranti/piano',
    ['Fase 1', 'tre ricerche', 'Study tour a Lione', 'Study tour a Barcellona', 'Fase 4'],
  ],
  [
    '/progetti/discorsi-migranti/prodotti',
    ['Pubblicazioni (10)', 'Ricerche (3)', 'discorsi-migranti_france_santc3a9ok', 'spagnolo'],
  ],
  [
    '/progetti/interazioni-in-piemonte-2',
    [
      'FAMI IMPACT - InterAzioni in Piemonte 2',
      'Periodo 2018 – 2022',
      'CUP non noto',
      'Istruzione e formazione',
      'supporto al coordinamento gestione operativa gestione amministrativa',
      'Martino Grande Responsabile di progetto Gruppo di lavoro',
      'Silvia Genetti',
      'Paola Versino',
      'non configurato',
      'portano il segno «demo»',
    ],
  ],
  [
    '/progetti/interazioni-in-piemonte-2/piano',
    ['Azione 1', 'Ore di mediazione a chiamata', 'www.piemonteimmigrazione.it', 'Azione 4'],
  ],
  [
    '/progetti/osservatorio-immigrazione',
    [
      'in corso',
      'Periodo non noto',
      'www.piemonteimmigrazione.it',
      'Riprende Mediato',
      'Sito del progetto Mediato',
      'www.nuovicittadini-prefto.it',
      'www.dastranieroacittadino-prefal.it',
      'www.losapeviche.eu',
      'ideazione progettazione supporto al coordinamento gestione amministrativa realizzazione di specifiche attività',
      'non discriminazione',
    ],
  ],
  [
    '/progetti/fsc-assistenza',
    [
      'Fondo per lo Sviluppo e la Coesione (FSC)',
      'Fondi strutturali europei',
      'assistenza nella programmazione assistenza nella gestione assistenza nella valutazione',
    ],
  ],
  [
    '/progetti/fsc-assistenza/partenariato',
    ['Settore Programmazione negoziata', 'organismo di programmazione e attuazione'],
  ],
];

const textOf = (): string =>
  // oxlint-disable-next-line no-explicit-any
  (globalThis as any).document.querySelector('main').innerText.replace(/\s+/g, ' ');

const saysAll = (says: string[]): boolean => {
  // oxlint-disable-next-line no-explicit-any
  const text = (globalThis as any).document.querySelector('main').innerText.replace(/\s+/g, ' ');
  return says.every((fact) => text.includes(fact));
};

describeWith(chromiumPath())('the facts stand where one looks for them', () => {
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    office = await openOffice();
    page = await office.enter('coordinator');
  }, 120_000);

  afterAll(() => office?.close());

  /** What the page says once it says all that it shall, with every run of white space as one blank. */
  async function words(path: string, says: string[] = []): Promise<string> {
    await page.goto(office.address + path);
    await settled(page);
    await page.waitForFunction(saysAll, says).catch(() => undefined);
    return page.evaluate(textOf);
  }

  it.each(TABS)('%s says what the documents say', async (path, says) => {
    const text = await words(path, says);
    for (const fact of says) expect(text).toContain(fact);
  });

  it('draws the network with the sizes that networks declare, and adds none of them up', async () => {
    await words('/progetti/discorsi-migranti/partenariato', ['35 aderenti']);
    const drawing = page.getByRole('group', { name: /La rete del progetto/ });
    await drawing.locator('a').nth(44).waitFor();
    const sizes = await drawing.locator('.cf-net-size').allTextContents();
    expect(sizes.map(Number).sort((a, b) => a - b)).toEqual([25, 71, 116]);
    expect(await drawing.locator('a').count()).toBe(45);
    expect(await drawing.locator('.cf-net-edge.is-member').count()).toBe(5);
    expect(await drawing.locator('.cf-net-edge.is-collaboration').count()).toBe(4);
    expect(await page.locator('main').innerText()).not.toMatch(/\b212\b/);
  });

  it('marks every invented body of InterAzioni', async () => {
    await words('/progetti/interazioni-in-piemonte-2/partenariato');
    const rows = page.getByRole('table', { name: 'Enti del partenariato' }).locator('tbody tr');
    await rows.nth(24).waitFor();
    expect(await rows.count()).toBe(25);
    expect(await rows.filter({ hasText: 'demo' }).count()).toBe(24);
  });

  it('lets a coordinator open a project and change its sheet with the keyboard alone', async () => {
    await words('/progetti');
    await page.getByRole('button', { name: 'Nuovo progetto' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Titolo').pressSequentially('Sportello è accoglienza');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Sportello è accoglienza' }).waitFor();
    await page.getByRole('button', { name: 'Modifica scheda' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Inizio').fill('5/2019');
    await page.getByLabel('Ambiti tematici').fill('Accoglienza; Lavoro');
    await page.keyboard.press('Enter');
    await page.getByText('Scheda aggiornata.').waitFor();
    expect(await words('/progetti/sportello-e-accoglienza', ['Accoglienza Lavoro'])).toMatch(
      /Periodo dal mag 2019.*Accoglienza Lavoro/,
    );
  });

  it('finds a body by another of its names', async () => {
    await words('/enti');
    await page.getByLabel('Cerca per nome o sigla').fill('forum refugié');
    await page.getByRole('button', { name: 'Forum Réfugiés-COSI' }).click();
    await page.getByRole('heading', { level: 1, name: 'Forum Réfugiés-COSI' }).waitFor();
    await page.locator('main').getByText('www.forumrefugies.org').first().waitFor();
  });
});
