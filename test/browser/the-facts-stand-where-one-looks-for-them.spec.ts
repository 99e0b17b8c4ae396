import type { Page } from 'playwright-core';
import { discorsi, fsc, interazioni, osservatorio, type Fact } from '../demo/facts.js';
import { becomes, openOffice, settled, type Office } from '../support/browser.js';
import { chromiumPath, describeWith } from '../support/tools.js';

const siteOf = (url: string): string => url.replace('http://', '');
const LANGUAGES = { it: 'italiano', fr: 'francese', es: 'spagnolo' };

/** Where a user looks for them, tab by tab. */
const TABS: [path: string, says: Fact[]][] = [
  [
    `/progetti/${discorsi.slug}`,
    [
      '15 mag 2017 – 31 mag 2018',
      `capofila ${discorsi.lead}`,
      'Fondo Asilo, Migrazione e Integrazione (FAMI)',
      '2. Integrazione / Migrazione legale',
      '3. Capacity building',
      'm) Scambio di buone pratiche',
      'Annualità 2016-2018',
      'Presentato nel 2016',
      'CUP non noto',
      'Che cosa facciamo noi non noto',
      'Provincia di Torino, Piemonte, Italia',
      'Auvergne-Rhône-Alpes, Francia',
      'Catalogna, Spagna',
      discorsi.communities.join(' '),
      discorsi.alias,
      ...discorsi.objectives.flatMap(([code, text]) => [code, text]),
    ],
  ],
  [
    `/progetti/${discorsi.slug}/partenariato`,
    [
      '1 capofila, 3 partner, 35 aderenti (di cui 6 esteri).',
      'CCM – Comitato Collaborazione Medica',
      'fa parte della rete',
      `${discorsi.lead} capofila`,
      ...discorsi.partners.map((name) => `${name} partner`),
      ...Object.entries(discorsi.adherents).flatMap(([category, names]) =>
        names.map((name) => `${name} aderente ${category}`),
      ),
      ...discorsi.abroad.map((name) => `${name} aderente estero Soggetti aderenti esteri`),
    ],
  ],
  [
    `/progetti/${discorsi.slug}/piano`,
    [
      ...discorsi.phases.flatMap(([code, text]) => [`Fase ${code.slice(1)}`, text]),
      ...discorsi.studyTours.map((place) => `Study tour a ${place}`),
      discorsi.seminar.title,
    ],
  ],
  [
    `/progetti/${discorsi.slug}/prodotti`,
    [
      `Pubblicazioni (${discorsi.publications.length})`,
      ...discorsi.publications.map(([file, language, territory, theme]) =>
        [theme, territory, LANGUAGES[language], file].filter(Boolean).join(' '),
      ),
      `Ricerche (${discorsi.researchThemes.length})`,
      ...discorsi.researchThemes.map((theme) => `${theme} Piemonte, Rhône-Alpes, Catalogna`),
      ...discorsi.studyTours.map((place) => `Study tour a ${place}`),
      new RegExp(`${discorsi.seminar.title}.*${discorsi.seminar.territory}`),
      siteOf(discorsi.playlist),
    ],
  ],
  [
    `/progetti/${interazioni.slug}`,
    [
      interazioni.title,
      'Periodo 2018 – 2022',
      'concluso',
      'capofila Regione Piemonte',
      'CUP non noto',
      interazioni.areas.join(' '),
      interazioni.partnership,
      'supporto al coordinamento gestione operativa gestione amministrativa',
      `${interazioni.manager} Responsabile di progetto Gruppo di lavoro`,
      ...interazioni.group
        .filter((name) => name !== interazioni.manager)
        .map((name) => `${name} Gruppo di lavoro`),
      ...interazioni.general,
      ...interazioni.specific,
      'non configurato',
      'portano il segno «demo»',
    ],
  ],
  ...['piano', 'prodotti'].map((tab): [string, Fact[]] => [
    `/progetti/${interazioni.slug}/${tab}`,
    interazioni.actions.flatMap(([, title, products]) => [title, ...products]),
  ]),
  [
    `/progetti/${osservatorio.slug}`,
    [
      'in corso',
      'Periodo non noto',
      osservatorio.title,
      osservatorio.area,
      osservatorio.site,
      osservatorio.person,
      'Riprende Mediato',
      ...osservatorio.feeds.map(([name, site]) => (site ? `${name} · ${site}` : name)),
      'ideazione progettazione supporto al coordinamento gestione amministrativa realizzazione di specifiche attività',
      ...osservatorio.purposes,
    ],
  ],
  [`/progetti/${osservatorio.slug}/piano`, osservatorio.lines],
  [
    `/progetti/${fsc.slug}`,
    [
      `${fsc.fund} (FSC)`,
      fsc.beside,
      'assistenza nella programmazione assistenza nella gestione assistenza nella valutazione',
    ],
  ],
  [
    `/progetti/${fsc.slug}/partenariato`,
    [
      new RegExp(`${fsc.office}.*organismo di programmazione e attuazione`),
      fsc.duty,
      fsc.direction,
      'IRES Piemonte assistenza tecnica',
    ],
  ],
];

/** What the open page says: every run of white space as one blank. */
const textOf = (): string =>
  // oxlint-disable-next-line no-explicit-any
  (globalThis as any).document.querySelector('main').innerText.replace(/\s+/g, ' ');

const missingIn = (text: string, says: Fact[]): Fact[] =>
  says.filter((fact) => (typeof fact === 'string' ? !text.includes(fact) : !fact.test(text)));

describeWith(chromiumPath())('the facts stand where one looks for them', () => {
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    office = await openOffice();
    page = await office.enter('coordinator');
  }, 120_000);

  afterAll(() => office?.close());

  async function open(path: string): Promise<void> {
    await page.goto(office.address + path);
    await settled(page);
  }

  /** All that the open page leaves out; a list may come a moment after the page. */
  const saysAll = (says: Fact[]): Promise<void> =>
    becomes(async () => missingIn(await page.evaluate(textOf), says), []);

  it.each(TABS)('%s says what the documents say', async (path, says) => {
    await open(path);
    await saysAll(says);
  });

  it('gives the address of each network on the page of that body', async () => {
    for (const [name, site] of discorsi.sites) {
      await open(`/progetti/${discorsi.slug}/partenariato`);
      const table = page.getByRole('table', { name: 'Enti del partenariato' });
      await table.getByRole('link', { name }).first().click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await saysAll([`Sito ${site}`]);
    }
  });

  it('climbs from the office to its direction and from that to the Region', async () => {
    await open(`/progetti/${fsc.slug}/partenariato`);
    for (const name of [fsc.office, fsc.direction, fsc.region]) {
      await page.locator('main').getByRole('link', { name, exact: true }).last().click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
    }
  });

  it('draws the network with the sizes that networks declare, and adds none of them up', async () => {
    await open(`/progetti/${discorsi.slug}/partenariato`);
    const drawing = page.getByRole('group', { name: /La rete del progetto/ });
    await drawing.locator('a').nth(44).waitFor();
    const sizes = await drawing.locator('.cf-net-size').allTextContents();
    expect(sizes.map(Number).sort((a, b) => a - b)).toEqual(discorsi.sizes.map(([, size]) => size));
    expect(await drawing.locator('a').count()).toBe(45);
    expect(await drawing.locator('.cf-net-edge.is-member').count()).toBe(5);
    expect(await drawing.locator('.cf-net-edge.is-collaboration').count()).toBe(4);
    expect(await page.locator('main').innerText()).not.toMatch(/\b212\b/);
  });

  it('marks every invented body of InterAzioni', async () => {
    await open(`/progetti/${interazioni.slug}/partenariato`);
    const rows = page.getByRole('table', { name: 'Enti del partenariato' }).locator('tbody tr');
    await rows.nth(24).waitFor();
    expect(await rows.count()).toBe(25);
    expect(await rows.filter({ hasText: 'demo' }).count()).toBe(24);
  });

  it('lets a coordinator open a project and change its sheet with the keyboard alone', async () => {
    await open('/progetti');
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
    await open('/progetti/sportello-e-accoglienza');
    await saysAll([/Periodo dal mag 2019.*Accoglienza Lavoro/]);
  });

  it('finds a body by another of its names', async () => {
    await open('/enti');
    await page.getByLabel('Cerca per nome o sigla').fill('forum refugié');
    await page.getByRole('button', { name: 'Forum Réfugiés-COSI' }).click();
    await page.getByRole('heading', { level: 1, name: 'Forum Réfugiés-COSI' }).waitFor();
    await page.locator('main').getByText('www.forumrefugies.org').first().waitFor();
  });
});
