/**
 * What the five documents say, typed by hand: nothing here comes from src/demo. The stories of the
 * API and those of the pages read these facts, so that each stands once.
 */
export type Fact = string | RegExp;

const CIEDEL = 'Centre International d’Etudes pour le Développement Local';
const COSIM =
  'Collectif des organisations de solidarité internationale issues des migrations de Rhône-Alpes';
const RESACOOP = 'Réseau Rhône-Alpes d’appui à la coopération internationale';
const LAFEDE = 'LaFede.cat – Organitzacions per a la justícia global';
const FORUM = 'Forum Réfugiés-COSI';

/** Names in the order of their letters. */
export const discorsi = {
  slug: 'discorsi-migranti',
  alias: 'I.S.Co.R.S.I. Migranti',
  communities: ['Marocco', 'Albania', 'Senegal', 'Perù'],
  lead: 'Consorzio Ong Piemontesi',
  partners: [
    'CICSENE – Cooperazione e Sviluppo Locale',
    'Comitato Collaborazione Medica',
    'ENAIP Piemonte',
  ],
  adherents: {
    'Enti locali': [
      'COCOPA – Coordinamento Comuni per la Pace',
      'Città metropolitana di Torino',
      'Comune di Alessandria',
      'Comune di Asti',
      'Comune di Bra',
      'Comune di Novara',
      'Comune di Torino',
      'Regione Piemonte',
    ],
    'Soci COP': [
      'Associazione ANOLF Piemonte',
      'Associazione ENGIM Piemonte',
      'Associazione ISCOS-CISL Piemonte',
      'Associazione LVIA',
      'Associazione MAIS',
      'Associazione RENKEN',
      'Associazione RETE Ong',
    ],
    'Altre associazioni': [
      'Associazione AEPAC',
      'Associazione Culturale Filippini Piemonte',
      'Associazione Le Flambeau',
      'Associazione Non Solo Aiuto',
      'Associazioni ASAI',
      'Forum Italo Marocchino per le Relazioni Bilaterali',
    ],
    'Altri enti': [
      'ASL TO1',
      'ASL TO2',
      'ASL TO4',
      'Acli Piemonte',
      'Associazione La Strada',
      'Centro Piemontese Studi Africani',
      'Forum del Terzo Settore Piemonte',
      'Università di Torino',
    ],
  },
  abroad: [CIEDEL, COSIM, FORUM, LAFEDE, RESACOOP, 'SOS Racisme Catalunya'],
  objectives: [
    ['OG', /casa, salute, lavoro/],
    ['OS1', /ricerca\/azione nelle tre regioni/],
    ['OS2', /associazioni di migranti[^.]*loro famiglie/],
    ['OS3', /Francia e in Spagna[^.]*COP, RESACOOP e LaFede\.cat/],
    ['OS4', /Marocco, Albania, Senegal e Perù[^.]*flussi in arrivo e di rientro/],
  ] as [code: string, text: RegExp][],
  phases: [
    ['F1', 'tre ricerche sulle pratiche e sui servizi di accoglienza e integrazione'],
    ['F2', 'a Torino un seminario internazionale'],
    [
      'F3',
      'percorsi di inclusione abitativa, sanitaria e professionale per cittadini di Paesi terzi',
    ],
    ['F4', 'rafforzare le associazioni etniche e di migranti presenti in Piemonte'],
  ] as [code: string, text: string][],
  researchThemes: ['abitare', 'salute', 'competenze'],
  studyTours: ['Lione', 'Barcellona'],
  seminar: { territory: 'Torino', title: 'Seminario internazionale' },
  publications: [
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
  ] as [file: string, language: 'it' | 'fr' | 'es', territory: string, theme: string | null][],
  playlist: 'http://www.youtube.com/playlist?list=PL0L5eYwguYaxYgSrhg0E3Di7yTusHcIdT',
  sizes: [
    [RESACOOP, 25],
    [COSIM, 71],
    [LAFEDE, 116],
  ] as [name: string, size: number][],
  sites: [
    [RESACOOP, 'www.resacoop.org'],
    [COSIM, 'www.cosim-ra.org'],
    [FORUM, 'www.forumrefugies.org'],
    [CIEDEL, 'www.ciedel.org'],
    [LAFEDE, 'www.lafede.cat'],
  ] as [name: string, site: string][],
  throughResacoop: [CIEDEL, COSIM, FORUM],
};

export const interazioni = {
  slug: 'interazioni-in-piemonte-2',
  title: 'FAMI IMPACT - InterAzioni in Piemonte 2',
  areas: ['Coesione sociale e immigrazione', 'Istruzione e formazione', 'Popolazione'],
  partnership: 'partenariato di scuole, servizi sociali, agenzie formative e associazioni',
  manager: 'Martino Grande',
  group: [
    'Silvia Genetti',
    'Martino Grande',
    'Irene Maina',
    'Serena Pecchio',
    'Martina Sabbadini',
    'Anda Tarbuna',
    'Roberta Valetti',
    'Paola Versino',
  ],
  general: [/organico e coerente[^.]*strategia/, /politica regionale unitaria[^.]*multisettoriale/],
  specific: [
    /lingua seconda[^.]*alunni di Paesi terzi/,
    /mediazione linguistica, culturale e di comunità/,
    /strumenti[^.]*servizi e opportunità/,
    /associazionismo immigrato/,
  ],
  actions: [
    ['A1', 'Azione 1', [/potenziamento linguistico L2/, /inclusione multicultural/, /famiglie/]],
    [
      'A2',
      'Azione 2',
      [/gruppi di lavoro tematici/, /mediazione a chiamata/, /mediazione di comunità/],
    ],
    ['A3', 'Azione 3', [/www\.piemonteimmigrazione\.it/]],
    ['A4', 'Azione 4', [/[Ii]ncontri informativi[^.]*associazioni di migranti/]],
  ] as [code: string, title: string, products: RegExp[]][],
};

export const osservatorio = {
  slug: 'osservatorio-immigrazione',
  title: 'Osservatorio regionale sull’immigrazione e sul diritto d’asilo',
  area: 'Coesione sociale e immigrazione',
  person: 'Roberta Valetti',
  site: 'www.piemonteimmigrazione.it',
  purposes: [
    /documentare[^.]*migrazioni internazionali in Piemonte/,
    /politiche di inclusione sociale[^.]*non discriminazione/,
    /politiche e progetti innovativi/,
    /informazione e formazione a enti/,
    /rete[^.]*privato sociale/,
  ],
  lines: [
    /ricerca partecipata/,
    /[Ss]ervizio pubblico[^.]*italiani e stranieri/,
    /[Cc]onsulenza qualificata/,
    /movimenti migratori[^.]*iniziative locali/,
    /informazioni pratiche/,
  ],
  feeds: [
    ['Sito del progetto Mediato', null],
    ['Prefettura di Torino', 'www.nuovicittadini-prefto.it'],
    ['Prefettura di Alessandria', 'www.dastranieroacittadino-prefal.it'],
    ['Progetto Lo Sapevi Che?', 'www.losapeviche.eu'],
  ] as [name: string, site: string | null][],
};

export const fsc = {
  slug: 'fsc-assistenza',
  fund: 'Fondo per lo Sviluppo e la Coesione',
  beside: /Fondi strutturali europei[^]*monitoraggio e valutazione/,
  office: 'Settore Programmazione negoziata',
  duty: 'Organismo di Programmazione e Attuazione',
  direction: 'Direzione Coordinamento politiche e fondi europei',
  region: 'Regione Piemonte',
};
