import type { Body } from '../support/client.js';
import { startDemonstration, type DemonstrationApp } from '../support/demonstration.js';

// Typed by hand from the five documents: nothing here comes from src/demo.
const DISCORSI = 'discorsi-migranti';
const INTERAZIONI = 'interazioni-in-piemonte-2';
const OSSERVATORIO = 'osservatorio-immigrazione';
const FSC = 'fsc-assistenza';

let app: DemonstrationApp;
let coordinator: { id: string };
const projects = new Map<string, Body>();

const get = async (path: string): Promise<Body> => {
  const { status, body } = await app.as(coordinator).get(path);
  expect(status).toBe(200);
  return body;
};
const part = (slug: string, what: string): Promise<Body> =>
  get(`/projects/${projects.get(slug).id}/${what}`);
const participationsOf = async (slug: string): Promise<Body[]> =>
  (await part(slug, 'participations?limit=200')).items;
const realOf = async (slug: string): Promise<Body[]> =>
  (await participationsOf(slug)).filter((one) => !one.demonstration);
const namesOf = (list: Body[]): string[] => list.map((one) => one.organisationName).sort();
const bodyNamed = async (name: string): Promise<Body> => {
  const found = await get(`/organisations?search=${encodeURIComponent(name)}`);
  const row = found.items.find(
    (one: Body) => one.name === name || one.shortName === name || one.aliases.includes(name),
  );
  if (!row) throw new Error(`No body called ${name}`);
  return get(`/organisations/${row.id}`);
};
const names = (list: Body[]): string[] => list.map((one) => one.name).sort();

beforeAll(async () => {
  app = await startDemonstration();
  coordinator = app.user('coordinator');
  const list = await get('/projects');
  for (const { id, slug } of list.items) projects.set(slug, await get(`/projects/${id}`));
});

afterAll(() => app.close());

describe('D.I.S.Co.R.S.I. Migranti', () => {
  it('has its name, its other spelling and its dates to the day', () => {
    expect(projects.get(DISCORSI)).toMatchObject({
      title:
        'D.I.S.Co.R.S.I. Migranti: Dialogo Interregionale sui Servizi in tema di COmpetenze, Residenza e Salute per l’Integrazione dei Migranti in Piemonte, Auvergne-Rhône-Alpes e Catalogna',
      state: 'concluded',
      starts: '2017-05-15',
      ends: '2018-05-31',
      executionYears: '2017-2018',
      submittedYear: 2016,
      annuality: '2016-2018',
      cup: null,
      demonstration: false,
    });
    expect(projects.get(DISCORSI).aliases).toContain('I.S.Co.R.S.I. Migranti');
  });

  it('stands in FAMI 2014-2020 down to letter m)', () => {
    const { fund } = projects.get(DISCORSI);
    expect(fund).toMatchObject({
      code: 'FAMI',
      name: 'Fondo Asilo, Migrazione e Integrazione',
      programmeYears: '2014-2020',
    });
    expect(fund.steps).toEqual([
      {
        kind: 'specific_objective',
        code: '2',
        label: 'Integrazione / Migrazione legale',
      },
      { kind: 'national_objective', code: '3', label: 'Capacity building' },
      { kind: 'letter', code: 'm)', label: 'Scambio di buone pratiche' },
    ]);
  });

  it('takes place in three countries and looks to four communities', () => {
    const { places, communities } = projects.get(DISCORSI);
    expect(places).toEqual([
      { country: 'IT', region: 'Piemonte', province: 'Provincia di Torino' },
      { country: 'FR', region: 'Auvergne-Rhône-Alpes', province: null },
      { country: 'ES', region: 'Catalogna', province: null },
    ]);
    expect(communities.map((one: Body) => one.label)).toEqual([
      'Marocco',
      'Albania',
      'Senegal',
      'Perù',
    ]);
  });

  it('has one lead, three partners and thirty-five adherents, category by category', async () => {
    const { counts } = await part(DISCORSI, 'participations');
    const count = (role: string, category: string | null) =>
      counts.find((one: Body) => one.role === role && one.category === category)?.participations;
    expect(count('lead', null)).toBe(1);
    expect(count('partner', null)).toBe(3);
    expect(count('adherent', 'Enti locali')).toBe(8);
    expect(count('adherent', 'Soci COP')).toBe(7);
    expect(count('adherent', 'Altre associazioni')).toBe(6);
    expect(count('adherent', 'Altri enti')).toBe(8);
    expect(count('foreign_adherent', 'Soggetti aderenti esteri')).toBe(6);
    const adherents = counts.filter((one: Body) => one.role.endsWith('adherent'));
    const total = adherents.reduce((sum: number, one: Body) => sum + one.participations, 0);
    expect(total).toBe(35);
  });

  it('names every one of them', async () => {
    const all = await participationsOf(DISCORSI);
    expect(all).toHaveLength(39);
    expect(all.every((one) => !one.demonstration)).toBe(true);
    const of = (role: string, category: string | null = null) =>
      namesOf(all.filter((one) => one.role === role && one.category === category));
    expect(of('lead')).toEqual(['Consorzio Ong Piemontesi']);
    expect(of('partner')).toEqual([
      'CICSENE – Cooperazione e Sviluppo Locale',
      'Comitato Collaborazione Medica',
      'ENAIP Piemonte',
    ]);
    expect(of('adherent', 'Enti locali')).toEqual([
      'COCOPA – Coordinamento Comuni per la Pace',
      'Città metropolitana di Torino',
      'Comune di Alessandria',
      'Comune di Asti',
      'Comune di Bra',
      'Comune di Novara',
      'Comune di Torino',
      'Regione Piemonte',
    ]);
    expect(of('adherent', 'Soci COP')).toEqual([
      'Associazione ANOLF Piemonte',
      'Associazione ENGIM Piemonte',
      'Associazione ISCOS-CISL Piemonte',
      'Associazione LVIA',
      'Associazione MAIS',
      'Associazione RENKEN',
      'Associazione RETE Ong',
    ]);
    expect(of('adherent', 'Altre associazioni')).toEqual([
      'Associazione AEPAC',
      'Associazione Culturale Filippini Piemonte',
      'Associazione Le Flambeau',
      'Associazione Non Solo Aiuto',
      'Associazioni ASAI',
      'Forum Italo Marocchino per le Relazioni Bilaterali',
    ]);
    expect(of('adherent', 'Altri enti')).toEqual([
      'ASL TO1',
      'ASL TO2',
      'ASL TO4',
      'Acli Piemonte',
      'Associazione La Strada',
      'Centro Piemontese Studi Africani',
      'Forum del Terzo Settore Piemonte',
      'Università di Torino',
    ]);
    expect(of('foreign_adherent', 'Soggetti aderenti esteri')).toEqual([
      'Centre International d’Etudes pour le Développement Local',
      'Collectif des organisations de solidarité internationale issues des migrations de Rhône-Alpes',
      'Forum Réfugiés-COSI',
      'LaFede.cat – Organitzacions per a la justícia global',
      'Réseau Rhône-Alpes d’appui à la coopération internationale',
      'SOS Racisme Catalunya',
    ]);
  });

  it('says through which network a body adheres', async () => {
    const all = await participationsOf(DISCORSI);
    const via = (name: string) => namesOf(all.filter((one) => one.viaNetworkName === name));
    expect(via('Réseau Rhône-Alpes d’appui à la coopération internationale')).toEqual([
      'Centre International d’Etudes pour le Développement Local',
      'Collectif des organisations de solidarité internationale issues des migrations de Rhône-Alpes',
      'Forum Réfugiés-COSI',
    ]);
    expect(via('Consorzio Ong Piemontesi')).toHaveLength(7);
  });

  it('has a general objective and under it OS1 to OS4', async () => {
    const { items } = await part(DISCORSI, 'objectives');
    const general = items.find((one: Body) => one.code === 'OG');
    expect(general).toMatchObject({ kind: 'general', parentId: null });
    expect(general.text).toMatch(/casa, salute, lavoro/);
    const under = items.filter((one: Body) => one.parentId === general.id);
    expect(under.map((one: Body) => one.code)).toEqual(['OS1', 'OS2', 'OS3', 'OS4']);
    expect(under[0].text).toMatch(/ricerca\/azione nelle tre regioni/);
    expect(under[1].text).toMatch(/associazioni di migranti.*loro famiglie/);
    expect(under[2].text).toMatch(/Francia e in Spagna.*COP, RESACOOP e LaFede\.cat/);
    expect(under[3].text).toMatch(
      /Marocco, Albania, Senegal e Perù.*flussi in arrivo e di rientro/,
    );
  });

  it('has four phases with three researches, two study tours and the Turin seminar', async () => {
    const phases = (await part(DISCORSI, 'work-items')).items;
    expect(phases.map((one: Body) => [one.kind, one.code])).toEqual([
      ['phase', 'F1'],
      ['phase', 'F2'],
      ['phase', 'F3'],
      ['phase', 'F4'],
    ]);
    const { items } = await part(DISCORSI, 'deliverables');
    const of = (code: string, kind: string) =>
      items.filter(
        (one: Body) =>
          one.kind === kind &&
          one.workItemId === phases.find((phase: Body) => phase.code === code).id,
      );
    expect(of('F1', 'study').map((one: Body) => one.theme)).toEqual([
      'abitare',
      'salute',
      'competenze',
    ]);
    expect(of('F2', 'study_tour').map((one: Body) => one.territory)).toEqual([
      'Lione',
      'Barcellona',
    ]);
    expect(of('F2', 'event')).toMatchObject([
      { territory: 'Torino', title: expect.stringMatching(/[Ss]eminario internazionale/) },
    ]);
    expect(of('F3', 'service')).toHaveLength(1);
    expect(of('F4', 'service')).toHaveLength(1);
    expect(of('F4', 'event')).toHaveLength(1);
  });

  it('lists ten publications by file and the playlist by address', async () => {
    const { items } = await part(DISCORSI, 'deliverables');
    const publications = items.filter((one: Body) => one.kind === 'publication');
    expect(
      publications.map((one: Body) => [one.fileName, one.language, one.territory, one.theme]),
    ).toEqual([
      ['discorsi-migranti_le-ricerche-in-piemonte1', 'it', 'Piemonte', null],
      ['discorsi-migranti_le-ricerche-in-piemonte_abstract1', 'it', 'Piemonte', null],
      [
        'discorsi-migranti_le-ricerche-in-auvergne-rhone-alpes_abstract-e-pratiche',
        'it',
        'Auvergne-Rhône-Alpes',
        null,
      ],
      ['discorsi-migranti_le-ricerche-in-catalogna_abstract-e-pratiche', 'it', 'Catalogna', null],
      ['discorsi-migranti_france_compc3a9tences', 'fr', 'Francia', 'competenze'],
      ['discorsi-migranti_cataluc3b1a_competencias-1', 'es', 'Catalogna', 'competenze'],
      ['discorsi-migranti_-france_-logement', 'fr', 'Francia', 'abitare'],
      ['discorsi-migranti_cataluc3b1a_vivienda', 'es', 'Catalogna', 'abitare'],
      ['discorsi-migranti_france_santc3a9ok', 'fr', 'Francia', 'salute'],
      ['discorsi-migranti_cataluc3b1a_salud', 'es', 'Catalogna', 'salute'],
    ]);
    expect(items.filter((one: Body) => one.kind === 'playlist')).toMatchObject([
      {
        url: 'http://www.youtube.com/playlist?list=PL0L5eYwguYaxYgSrhg0E3Di7yTusHcIdT',
      },
    ]);
  });

  it('does not know what IRES does there, and names it nowhere', async () => {
    const sheet = projects.get(DISCORSI);
    expect(sheet).toMatchObject({ functionsKnown: false, functions: [], team: [] });
    const everything = await Promise.all(
      [
        'participations?limit=200',
        'work-items',
        'objectives',
        'deliverables',
        'network',
        'team',
      ].map((what) => part(DISCORSI, what)),
    );
    expect(JSON.stringify([sheet, ...everything])).not.toMatch(/IRES/);
  });
});

describe('the networks of D.I.S.Co.R.S.I.', () => {
  it('declare 25, 71 and 116, each with its source', async () => {
    for (const [name, size] of [
      ['RESACOOP', 25],
      ['COSIM', 71],
      ['LaFede.cat', 116],
    ] as const) {
      const body = await bodyNamed(name);
      expect(body.kind).toBe('network');
      expect(body.declaredSizes).toEqual([
        { size, countedOn: null, source: expect.stringMatching(/D\.I\.S\.Co\.R\.S\.I\./) },
      ]);
    }
  });

  it('are never added up: 212 stands nowhere', async () => {
    const answers = await Promise.all([
      ...[DISCORSI, INTERAZIONI].flatMap((slug) => [
        part(slug, 'participations?limit=200'),
        part(slug, 'network'),
      ]),
      get('/organisations?limit=200'),
    ]);
    expect(JSON.stringify([...projects.values(), ...answers])).not.toMatch(/:\s*"?212\b/);
  });

  it('have the members that the documents give', async () => {
    expect(names((await bodyNamed('RESACOOP')).members)).toEqual([
      'Centre International d’Etudes pour le Développement Local',
      'Collectif des organisations de solidarité internationale issues des migrations de Rhône-Alpes',
      'Comune di Lione',
      'Forum Réfugiés-COSI',
      'Regione Rhône-Alpes',
    ]);
    expect(names((await bodyNamed('COP')).members)).toHaveLength(7);
    expect((await bodyNamed('CIEDEL')).parentName).toBe('Université Catholique de Lyon');
  });

  it('count four collaborations of LaFede.cat, which make nobody a member', async () => {
    const lafede = await bodyNamed('LaFede.cat');
    expect(names(lafede.collaborations)).toEqual([
      'Agenzia Catalana di Cooperazione per lo sviluppo',
      'Comune di Barcellona',
      'Regione Catalogna',
      'Università Autonoma di Barcellona',
    ]);
    expect(lafede.members).toEqual([]);
    expect((await bodyNamed('Comune di Barcellona')).participations).toEqual([]);
  });

  it.each([
    ['RESACOOP', 'www.resacoop.org'],
    ['COSIM', 'www.cosim-ra.org'],
    ['Forum Réfugiés-COSI', 'www.forumrefugies.org'],
    ['CIEDEL', 'www.ciedel.org'],
    ['LaFede.cat', 'www.lafede.cat'],
  ])('%s is found at %s', async (name, site) => {
    expect((await bodyNamed(name)).website).toBe(`http://${site}`);
  });

  it.each([
    ['CoP', 'Consorzio Ong Piemontesi'],
    ['COP', 'Consorzio Ong Piemontesi'],
    ['Cicsene', 'CICSENE – Cooperazione e Sviluppo Locale'],
    ['CCM', 'Comitato Collaborazione Medica'],
    ['Enaip', 'ENAIP Piemonte'],
    ['Forum Refugié', 'Forum Réfugiés-COSI'],
  ])('%s is %s', async (alias, name) => {
    expect((await bodyNamed(alias)).name).toBe(name);
  });
});

describe('InterAzioni in Piemonte 2', () => {
  it('has years without days, is concluded and has no CUP', () => {
    expect(projects.get(INTERAZIONI)).toMatchObject({
      title: 'FAMI IMPACT - InterAzioni in Piemonte 2',
      starts: '2018',
      ends: '2022',
      state: 'concluded',
      cup: null,
      codes: [],
      fund: { code: 'FAMI', call: { title: 'FAMI IMPACT', code: null } },
      functionsKnown: true,
      functions: ['coordination_support', 'operational_management', 'administrative_management'],
    });
  });

  it('has three thematic areas', () => {
    expect(projects.get(INTERAZIONI).areas).toEqual([
      'Coesione sociale e immigrazione',
      'Istruzione e formazione',
      'Popolazione',
    ]);
  });

  it('names one partner only, its lead', async () => {
    expect(await realOf(INTERAZIONI)).toMatchObject([
      { role: 'lead', organisationName: 'Regione Piemonte' },
    ]);
  });

  it('shows beside it twenty-four invented schools and services, marked', async () => {
    const { items, counts } = await part(INTERAZIONI, 'participations?limit=200');
    const invented = items.filter((one: Body) => one.demonstration);
    expect(invented).toHaveLength(24);
    expect(counts.reduce((sum: number, one: Body) => sum + one.demonstration, 0)).toBe(24);
    expect(projects.get(INTERAZIONI)).toMatchObject({
      demonstration: false,
      holdsDemonstration: true,
    });
  });

  it('has four actions with their products', async () => {
    const actions = (await part(INTERAZIONI, 'work-items')).items;
    expect(actions.map((one: Body) => [one.kind, one.code])).toEqual([
      ['action', 'A1'],
      ['action', 'A2'],
      ['action', 'A3'],
      ['action', 'A4'],
    ]);
    const { items } = await part(INTERAZIONI, 'deliverables');
    const products = (code: string) =>
      items
        .filter((one: Body) => one.workItemId === actions.find((a: Body) => a.code === code).id)
        .map((one: Body) => one.title);
    expect(products('A1')).toEqual([
      expect.stringMatching(/potenziamento linguistico L2/),
      expect.stringMatching(/inclusione multicultural/),
      expect.stringMatching(/famiglie/),
    ]);
    expect(products('A2')).toEqual([
      expect.stringMatching(/gruppi di lavoro tematici/),
      expect.stringMatching(/mediazione a chiamata/),
      expect.stringMatching(/mediazione di comunità/),
    ]);
    expect(products('A3')).toEqual([expect.stringMatching(/www\.piemonteimmigrazione\.it/)]);
    expect(products('A4')).toEqual([
      expect.stringMatching(/[Ii]ncontri informativi.*associazioni di migranti/),
    ]);
  });

  it('has its aims: a coordinated strategy, a unitary policy, and four things to do', async () => {
    const { items } = await part(INTERAZIONI, 'objectives');
    const texts = (kind: string) =>
      items.filter((one: Body) => one.kind === kind).map((one: Body) => one.text);
    expect(texts('general')).toEqual([
      expect.stringMatching(/organico e coerente.*strategia/),
      expect.stringMatching(/politica regionale unitaria.*multisettoriale/),
    ]);
    expect(texts('specific')).toEqual([
      expect.stringMatching(/lingua seconda.*alunni di Paesi terzi/),
      expect.stringMatching(/mediazione linguistica, culturale e di comunità/),
      expect.stringMatching(/strumenti.*servizi e opportunità/),
      expect.stringMatching(/associazionismo immigrato/),
    ]);
  });

  it('is led by Martino Grande in a group of eight', () => {
    const { team } = projects.get(INTERAZIONI);
    const named = (work: string) =>
      team.filter((one: Body) => one.function === work).map((one: Body) => one.name);
    expect(named('Responsabile di progetto')).toEqual(['Martino Grande']);
    expect(named('Gruppo di lavoro')).toEqual([
      'Silvia Genetti',
      'Martino Grande',
      'Irene Maina',
      'Serena Pecchio',
      'Martina Sabbadini',
      'Anda Tarbuna',
      'Roberta Valetti',
      'Paola Versino',
    ]);
    expect(new Set(team.map((one: Body) => one.personId)).size).toBe(8);
  });
});

describe('the Osservatorio', () => {
  it('is in progress, with no year, in the area of social cohesion', () => {
    expect(projects.get(OSSERVATORIO)).toMatchObject({
      title: 'Osservatorio regionale sull’immigrazione e sul diritto d’asilo',
      state: 'active',
      starts: null,
      ends: null,
      website: 'http://www.piemonteimmigrazione.it',
      areas: ['Coesione sociale e immigrazione'],
      places: [{ country: 'IT', region: 'Piemonte', province: null }],
    });
  });

  it('has five purposes', async () => {
    const { items } = await part(OSSERVATORIO, 'objectives');
    expect(items.map((one: Body) => one.kind)).toEqual(Array(5).fill('purpose'));
    expect(items.map((one: Body) => one.text)).toEqual([
      expect.stringMatching(/documentare.*migrazioni internazionali in Piemonte/),
      expect.stringMatching(/politiche di inclusione sociale.*non discriminazione/),
      expect.stringMatching(/politiche e progetti innovativi/),
      expect.stringMatching(/informazione e formazione/),
      expect.stringMatching(/rete.*privato sociale/),
    ]);
  });

  it('does five things through IRES', () => {
    expect(projects.get(OSSERVATORIO)).toMatchObject({
      functionsKnown: true,
      functions: [
        'ideation',
        'design',
        'coordination_support',
        'administrative_management',
        'activity_delivery',
      ],
    });
  });

  it('names Roberta Valetti and gives her no label', () => {
    expect(projects.get(OSSERVATORIO).team).toMatchObject([
      { name: 'Roberta Valetti', function: null },
    ]);
  });

  it('takes up Mediato from the province of Turin to the whole region', () => {
    const { relations } = projects.get(OSSERVATORIO);
    expect(relations).toContainEqual(
      expect.objectContaining({
        kind: 'continues',
        direction: 'out',
        title: 'Mediato',
        projectId: projects.get('mediato').id,
      }),
    );
    expect(projects.get('mediato')).toMatchObject({
      state: 'unknown',
      functionsKnown: false,
      places: [{ country: 'IT', region: 'Piemonte', province: 'Provincia di Torino' }],
    });
  });

  it('supplies four sites by feed', () => {
    expect(
      projects.get(OSSERVATORIO).feeds.map((one: Body) => [one.siteName, one.siteUrl]),
    ).toEqual([
      ['Sito del progetto Mediato', null],
      ['Prefettura di Torino', 'http://www.nuovicittadini-prefto.it'],
      ['Prefettura di Alessandria', 'http://www.dastranieroacittadino-prefal.it'],
      ['Progetto Lo Sapevi Che?', 'http://www.losapeviche.eu'],
    ]);
    expect(projects.get('lo-sapevi-che').website).toBe('http://www.losapeviche.eu');
  });

  it('does research, information, advice, monitoring and keeps a base of data', async () => {
    const { items } = await part(OSSERVATORIO, 'work-items');
    expect(items.map((one: Body) => one.description)).toEqual([
      expect.stringMatching(/ricerca partecipata/),
      expect.stringMatching(/[Ss]ervizio pubblico.*italiani e stranieri/),
      expect.stringMatching(/[Cc]onsulenza qualificata/),
      expect.stringMatching(/movimenti migratori.*iniziative locali/),
      expect.stringMatching(/informazioni pratiche/),
    ]);
  });
});

describe('the assistance on the FSC', () => {
  it('is given by IRES in programming, management and evaluation', async () => {
    expect(projects.get(FSC)).toMatchObject({
      fund: { code: 'FSC', name: 'Fondo per lo Sviluppo e la Coesione' },
      functionsKnown: true,
      functions: ['programming_assistance', 'management_assistance', 'evaluation_assistance'],
      state: 'unknown',
      starts: null,
      ends: null,
    });
    expect(await realOf(FSC)).toMatchObject([
      {
        role: 'programming_body',
        organisationName: 'Settore Programmazione negoziata',
        note: expect.stringMatching(/Organismo di Programmazione e Attuazione/),
      },
      { role: 'technical_assistance', organisationName: 'IRES Piemonte' },
    ]);
  });

  it('puts the office under its direction, and that under the Region', async () => {
    const office = await bodyNamed('Settore Programmazione negoziata');
    expect(office.parentName).toBe('Direzione Coordinamento politiche e fondi europei');
    const direction = await get(`/organisations/${office.parentId}`);
    expect(direction.parentName).toBe('Regione Piemonte');
  });

  it('sets the FSC beside the European structural funds', async () => {
    const { items } = await get('/programmes');
    const fund = (name: string) => items.find((one: Body) => one.name === name);
    expect(fund('Fondi strutturali europei')).toBeDefined();
    expect(fund('Fondo per lo Sviluppo e la Coesione').note).toMatch(
      /Fondi strutturali europei.*monitoraggio e valutazione/,
    );
  });
});

describe('the demonstration around the facts', () => {
  it('counts two thousand activities of 2018 and 2019, every one marked', async () => {
    const [found] = await app.db.query(
      `SELECT count(*)::int AS all, count(*) FILTER (WHERE demonstration)::int AS marked,
              min(day)::text AS first, max(day)::text AS last FROM activity`,
    );
    expect(found).toMatchObject({ all: 2000, marked: 2000 });
    expect(found.first >= '2018-01-01' && found.last <= '2019-12-31').toBe(true);
  });

  it('refuses to load itself over data that are there', async () => {
    await expect(app.loadAgain()).rejects.toMatchObject({ code: 'demonstration.data' });
  });

  it('leaves what nobody has configured unconfigured', async () => {
    const { items } = await get('/programmes');
    const calls = items.flatMap((fund: Body) =>
      fund.programmes.flatMap((programme: Body) => programme.calls),
    );
    expect(calls).toHaveLength(1);
    const value = (code: string) => calls[0].rules.find((rule: Body) => rule.code === code).value;
    expect(value('advance')).toBeNull();
    expect(value('budget_shift')).toBeNull();
    expect(value('eu_share')).toBe('50 %');
  });
});
