import type { OrganisationFacts, ProjectFacts } from './facts.js';

const SETTORE = 'settore-programmazione-negoziata';

export const regionalOffices: OrganisationFacts[] = [
  {
    key: 'direzione-fondi-europei',
    name: 'Direzione Coordinamento politiche e fondi europei',
    kind: 'public_unit',
    parent: 'regione-piemonte',
    country: 'IT',
    region: 'Piemonte',
  },
  {
    key: SETTORE,
    name: 'Settore Programmazione negoziata',
    kind: 'public_unit',
    parent: 'direzione-fondi-europei',
    country: 'IT',
    region: 'Piemonte',
  },
  {
    key: 'ires',
    name: 'IRES Piemonte',
    shortName: 'IRES',
    kind: 'research_body',
    country: 'IT',
    region: 'Piemonte',
    aliases: ['IRES'],
  },
];

export const fscAssistance: ProjectFacts = {
  slug: 'fsc-assistenza',
  title: 'Assistenza alla Regione Piemonte per il Fondo per lo Sviluppo e la Coesione (FSC)',
  acronym: 'Assistenza FSC',
  summary:
    'IRES Piemonte assiste l’Amministrazione regionale quando programma, gestisce e valuta i programmi di policy e i progetti promossi con le risorse FSC.',
  aims: 'Sostenere con monitoraggio e valutazione le funzioni dell’Organismo di Programmazione e Attuazione.',
  state: 'unknown',
  fund: 'FSC',
  functions: ['programming_assistance', 'management_assistance', 'evaluation_assistance'],
  functionsNote:
    'Assistenza all’Amministrazione regionale nelle fasi di programmazione, gestione e valutazione.',
  source: 'Pagina di IRES Piemonte sull’FSC.',
  places: [{ country: 'IT', region: 'Piemonte' }],
  workItems: [
    {
      code: 'P',
      kind: 'activity_line',
      title: 'Programmazione',
      description: 'Assistenza nella programmazione dei programmi di policy e dei progetti FSC.',
    },
    {
      code: 'G',
      kind: 'activity_line',
      title: 'Gestione',
      description: 'Assistenza nella gestione.',
    },
    {
      code: 'V',
      kind: 'activity_line',
      title: 'Valutazione',
      description: 'Assistenza nella valutazione, accanto alle attività di monitoraggio.',
    },
  ],
  participations: [
    {
      organisation: SETTORE,
      role: 'programming_body',
      note: 'È per la Regione Piemonte l’Organismo di Programmazione e Attuazione.',
    },
    { organisation: 'ires', role: 'technical_assistance' },
  ],
};
