import type { DeliverableFacts } from './facts.js';

const THREE_REGIONS = 'Piemonte, Rhône-Alpes, Catalogna';

const researches: DeliverableFacts[] = (
  [
    ['Casa', 'abitare'],
    ['Salute', 'salute'],
    ['Lavoro e professioni', 'competenze'],
  ] as const
).map(([subject, theme]) => ({
  kind: 'study',
  title: `${subject}: ricerca comparativa sui servizi di accoglienza e integrazione`,
  workItem: 'F1',
  territory: THREE_REGIONS,
  theme,
}));

const events: DeliverableFacts[] = [
  { kind: 'study_tour', title: 'Study tour a Lione', workItem: 'F2', territory: 'Lione' },
  { kind: 'study_tour', title: 'Study tour a Barcellona', workItem: 'F2', territory: 'Barcellona' },
  {
    kind: 'event',
    title: 'Seminario internazionale di restituzione e confronto',
    workItem: 'F2',
    territory: 'Torino',
  },
  {
    kind: 'service',
    title:
      'Percorsi di inclusione abitativa, sanitaria e professionale per cittadini di Paesi terzi',
    workItem: 'F3',
    territory: 'Piemonte',
  },
  {
    kind: 'service',
    title: 'Percorsi di rafforzamento delle associazioni etniche e di migranti',
    workItem: 'F4',
    territory: 'Piemonte',
  },
  {
    kind: 'event',
    title: 'Incontri di approfondimento degli studi con i servizi territoriali',
    workItem: 'F4',
    territory: 'Piemonte',
  },
];

type Publication = [
  title: string,
  language: string,
  territory: string,
  fileName: string,
  theme?: string,
];

/** File names are those of the site, odd spellings included: by them a reader finds the file. */
const publications: Publication[] = [
  ['Le ricerche in Piemonte', 'it', 'Piemonte', 'discorsi-migranti_le-ricerche-in-piemonte1'],
  [
    'Le ricerche in Piemonte: abstract',
    'it',
    'Piemonte',
    'discorsi-migranti_le-ricerche-in-piemonte_abstract1',
  ],
  [
    'Le ricerche in Auvergne-Rhône-Alpes: abstract e pratiche',
    'it',
    'Auvergne-Rhône-Alpes',
    'discorsi-migranti_le-ricerche-in-auvergne-rhone-alpes_abstract-e-pratiche',
  ],
  [
    'Le ricerche in Catalogna: abstract e pratiche',
    'it',
    'Catalogna',
    'discorsi-migranti_le-ricerche-in-catalogna_abstract-e-pratiche',
  ],
  [
    'France – Compétences',
    'fr',
    'Francia',
    'discorsi-migranti_france_compc3a9tences',
    'competenze',
  ],
  [
    'Cataluña – Competencias',
    'es',
    'Catalogna',
    'discorsi-migranti_cataluc3b1a_competencias-1',
    'competenze',
  ],
  ['France – Logement', 'fr', 'Francia', 'discorsi-migranti_-france_-logement', 'abitare'],
  ['Cataluña – Vivienda', 'es', 'Catalogna', 'discorsi-migranti_cataluc3b1a_vivienda', 'abitare'],
  ['France – Santé', 'fr', 'Francia', 'discorsi-migranti_france_santc3a9ok', 'salute'],
  ['Cataluña – Salud', 'es', 'Catalogna', 'discorsi-migranti_cataluc3b1a_salud', 'salute'],
];

export const discorsiDeliverables: DeliverableFacts[] = [
  ...researches,
  ...events,
  ...publications.map(([title, language, territory, fileName, theme]): DeliverableFacts => ({
    kind: 'publication',
    title,
    language,
    territory,
    fileName,
    ...(theme === undefined ? {} : { theme }),
  })),
  {
    kind: 'playlist',
    title: 'I video del progetto',
    url: 'http://www.youtube.com/playlist?list=PL0L5eYwguYaxYgSrhg0E3Di7yTusHcIdT',
  },
];
