import type { ObjectiveFacts, OrganisationFacts, ProjectFacts, WorkItemFacts } from './facts.js';

const purposes: ObjectiveFacts[] = [
  'Analizzare e documentare i fenomeni legati alle migrazioni internazionali in Piemonte.',
  'Valutare che effetto hanno le politiche di inclusione sociale e di non discriminazione dei cittadini di origine straniera, per orientare e sostenere la Regione, gli enti locali e chi vuole programmare interventi nel settore.',
  'Elaborare politiche e progetti innovativi per le questioni poste dai fenomeni migratori.',
  'Erogare servizi di informazione e formazione a enti, associazioni e cittadini italiani e stranieri, favorendo l’accesso alle informazioni istituzionali sui servizi e il loro uso.',
  'Consolidare la rete fra Regione, amministrazioni pubbliche e organizzazioni del privato sociale che operano in materia, perché le informazioni circolino nei due sensi.',
].map((text) => ({ kind: 'purpose', text }));

const lines: WorkItemFacts[] = (
  [
    [
      'Ricerca partecipata',
      'Un luogo di ricerca partecipata, conoscenza e confronto, dove si coordinano iniziative e progetti.',
    ],
    [
      'Informazione e formazione',
      'Servizio pubblico per enti, associazioni, cittadini italiani e stranieri.',
    ],
    ['Consulenza', 'Consulenza qualificata per operatrici e operatori pubblici e privati.'],
    [
      'Monitoraggio',
      'Osserva i movimenti migratori e i fenomeni sociali collegati, le politiche e le iniziative locali rivolte alle persone di origine straniera presenti nella regione.',
    ],
    [
      'Base di dati',
      'Dati e informazioni pratiche con cui gli addetti ai lavori si tengono aggiornati.',
    ],
  ] as const
).map(([title, description], index) => ({
  code: `L${index + 1}`,
  kind: 'activity_line',
  title,
  description,
}));

/** The sites that take the Osservatorio's contents belong to these. */
export const prefectures: OrganisationFacts[] = [
  {
    key: 'prefettura-torino',
    name: 'Prefettura di Torino',
    kind: 'prefecture',
    country: 'IT',
    region: 'Piemonte',
    place: 'Torino',
    website: 'http://www.nuovicittadini-prefto.it',
  },
  {
    key: 'prefettura-alessandria',
    name: 'Prefettura di Alessandria',
    kind: 'prefecture',
    country: 'IT',
    region: 'Piemonte',
    place: 'Alessandria',
    website: 'http://www.dastranieroacittadino-prefal.it',
  },
];

/** The Osservatorio, in progress by its own page, which leaves the year blank. */
export const osservatorio: ProjectFacts = {
  slug: 'osservatorio-immigrazione',
  title: 'Osservatorio regionale sull’immigrazione e sul diritto d’asilo',
  acronym: 'Osservatorio immigrazione',
  summary:
    'Ricerca, informazione, formazione e consulenza sull’immigrazione in Piemonte; i contenuti nascono da numerosi progetti e raggiungono altri siti attraverso feed RSS.',
  state: 'active',
  website: 'http://www.piemonteimmigrazione.it',
  functions: [
    'ideation',
    'design',
    'coordination_support',
    'administrative_management',
    'activity_delivery',
  ],
  functionsNote:
    'IRES Piemonte cura ideazione, progettazione, supporto al coordinamento, gestione amministrativa e realizzazione di specifiche attività dei progetti da cui vengono i contenuti.',
  source: 'Pagine di IRES Piemonte. L’anno nella fonte è vuoto.',
  places: [{ country: 'IT', region: 'Piemonte' }],
  areas: ['Coesione sociale e immigrazione'],
  objectives: purposes,
  workItems: lines,
  team: [{ person: 'Roberta Valetti' }],
  feeds: [
    { siteName: 'Sito del progetto Mediato', note: 'La fonte non ne dà l’indirizzo.' },
    { siteName: 'Prefettura di Torino', siteUrl: 'http://www.nuovicittadini-prefto.it' },
    {
      siteName: 'Prefettura di Alessandria',
      siteUrl: 'http://www.dastranieroacittadino-prefal.it',
    },
    { siteName: 'Progetto Lo Sapevi Che?', siteUrl: 'http://www.losapeviche.eu' },
  ],
  relations: [
    {
      to: 'mediato',
      kind: 'continues',
      note: 'Riprende contenuti e metodi di lavoro nati sulla provincia di Torino e li allarga a tutta la regione.',
    },
    { to: 'mediato', kind: 'feeds', note: 'Il sito di Mediato riceve i contenuti per feed RSS.' },
    {
      to: 'lo-sapevi-che',
      kind: 'feeds',
      note: 'Il sito www.losapeviche.eu riceve i contenuti per feed RSS.',
    },
  ],
};

export const mediato: ProjectFacts = {
  slug: 'mediato',
  title: 'Mediato',
  summary:
    'Il progetto da cui l’Osservatorio ha preso contenuti e metodi di lavoro, sulla provincia di Torino.',
  state: 'unknown',
  source: 'Nominato nelle pagine dell’Osservatorio.',
  places: [{ country: 'IT', region: 'Piemonte', province: 'Provincia di Torino' }],
};

export const loSapeviChe: ProjectFacts = {
  slug: 'lo-sapevi-che',
  title: 'Lo Sapevi Che?',
  summary: 'Il suo sito riceve contenuti dall’Osservatorio.',
  state: 'unknown',
  website: 'http://www.losapeviche.eu',
  source: 'Nominato nelle pagine dell’Osservatorio.',
};
