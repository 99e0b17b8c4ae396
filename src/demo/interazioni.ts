import type { DeliverableFacts, ObjectiveFacts, ProjectFacts, WorkItemFacts } from './facts.js';

const actions: WorkItemFacts[] = [
  {
    code: 'A1',
    kind: 'action',
    title: 'Azione 1 – Italiano L2 e inclusione nelle scuole',
    description:
      'Laboratori di potenziamento della lingua italiana come seconda lingua, laboratori di inclusione multiculturale, incontri con le famiglie.',
  },
  {
    code: 'A2',
    kind: 'action',
    title: 'Azione 2 – Servizi territoriali e mediazione',
    description:
      'Incontri di gruppi di lavoro tematici, ore di mediazione a chiamata accanto agli operatori, ore di mediazione di comunità.',
  },
  {
    code: 'A3',
    kind: 'action',
    title: 'Azione 3 – Informazione sui servizi',
    description: 'Contenuti dedicati per il sito www.piemonteimmigrazione.it.',
  },
  {
    code: 'A4',
    kind: 'action',
    title: 'Azione 4 – Associazionismo dei migranti',
    description: 'Momenti e incontri informativi tematici con le associazioni di migranti.',
  },
];

const products: DeliverableFacts[] = (
  [
    ['A1', 'service', 'Laboratori di potenziamento linguistico L2'],
    ['A1', 'service', 'Laboratori di inclusione multiculturale'],
    ['A1', 'event', 'Incontri con le famiglie'],
    ['A2', 'event', 'Incontri di gruppi di lavoro tematici'],
    ['A2', 'service', 'Ore di mediazione a chiamata a supporto degli operatori'],
    ['A2', 'service', 'Ore di mediazione di comunità'],
    ['A3', 'content', 'Contenuti per il sito www.piemonteimmigrazione.it'],
    ['A4', 'event', 'Incontri informativi tematici con le associazioni di migranti'],
  ] as const
).map(([workItem, kind, title]) => ({
  workItem,
  kind,
  title,
  ...(workItem === 'A3' ? { url: 'http://www.piemonteimmigrazione.it' } : {}),
}));

const objectives: ObjectiveFacts[] = [
  {
    kind: 'general',
    text: 'Rispondere in modo organico e coerente ai bisogni delle cittadine e dei cittadini stranieri, con una strategia che coordina fortemente le politiche dei diversi settori.',
  },
  {
    kind: 'general',
    text: 'Una politica regionale unitaria e complessiva, all’altezza delle dimensioni del fenomeno migratorio e capace di incidere su molti ambiti: l’approccio è multisettoriale e coinvolge e coordina un’ampia rete di attori pubblici e privati del territorio.',
  },
  {
    kind: 'specific',
    text: 'Rafforzare nelle scuole l’offerta formativa di italiano come lingua seconda per gli alunni di Paesi terzi.',
  },
  {
    kind: 'specific',
    text: 'Migliorare i servizi territoriali per i migranti: informazione, mediazione linguistica, culturale e di comunità.',
  },
  {
    kind: 'specific',
    text: 'Integrare gli strumenti che informano i cittadini di Paesi terzi su servizi e opportunità.',
  },
  { kind: 'specific', text: 'Rafforzare e sviluppare l’associazionismo immigrato.' },
];

const GROUP = [
  'Silvia Genetti',
  'Martino Grande',
  'Irene Maina',
  'Serena Pecchio',
  'Martina Sabbadini',
  'Anda Tarbuna',
  'Roberta Valetti',
  'Paola Versino',
];

/** InterAzioni in Piemonte 2: years without days, no CUP, one named partner. */
export const interazioni: ProjectFacts = {
  slug: 'interazioni-in-piemonte-2',
  title: 'FAMI IMPACT - InterAzioni in Piemonte 2',
  acronym: 'InterAzioni in Piemonte 2',
  summary:
    'Capofila è la Regione Piemonte, con un vasto partenariato di scuole, servizi sociali, agenzie formative e associazioni che la fonte non elenca per nome.',
  aims: 'Più italiano L2 nelle scuole, servizi territoriali migliori per i migranti, strumenti di informazione integrati, associazioni di immigrati più forti.',
  state: 'concluded',
  starts: '2018',
  ends: '2022',
  fund: 'FAMI',
  call: 'IMPACT',
  functions: ['coordination_support', 'operational_management', 'administrative_management'],
  functionsNote: 'IRES Piemonte: supporto al coordinamento, gestione operativa e amministrativa.',
  source: 'Scheda del progetto sul sito di IRES Piemonte.',
  places: [{ country: 'IT', region: 'Piemonte' }],
  areas: ['Coesione sociale e immigrazione', 'Istruzione e formazione', 'Popolazione'],
  communities: [{ label: 'Cittadini di Paesi terzi' }, { label: 'Alunni di Paesi terzi' }],
  objectives,
  workItems: actions,
  participations: [{ organisation: 'regione-piemonte', role: 'lead' }],
  team: [
    { person: 'Martino Grande', function: 'Responsabile di progetto' },
    ...GROUP.map((person) => ({ person, function: 'Gruppo di lavoro' })),
  ],
  deliverables: products,
  relations: [
    {
      to: 'osservatorio-immigrazione',
      kind: 'feeds',
      note: 'L’azione 3 realizza contenuti per il sito www.piemonteimmigrazione.it.',
    },
  ],
};
