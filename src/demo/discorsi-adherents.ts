import type { OrganisationKind } from '../organisations/organisation.entity.js';
import type { OrganisationFacts, ParticipationFacts } from './facts.js';

type Named = [key: string, name: string, kind: OrganisationKind, more?: Partial<OrganisationFacts>];

const inPiemonte = { country: 'IT', region: 'Piemonte' };

const localAuthorities: Named[] = [
  ['regione-piemonte', 'Regione Piemonte', 'region'],
  [
    'cocopa',
    'COCOPA – Coordinamento Comuni per la Pace',
    'network',
    { shortName: 'COCOPA', aliases: ['Coordinamento Comuni per la Pace'] },
  ],
  ['cm-torino', 'Città metropolitana di Torino', 'local_authority', { place: 'Torino' }],
  ['comune-torino', 'Comune di Torino', 'local_authority', { place: 'Torino' }],
  ['comune-alessandria', 'Comune di Alessandria', 'local_authority', { place: 'Alessandria' }],
  ['comune-asti', 'Comune di Asti', 'local_authority', { place: 'Asti' }],
  ['comune-bra', 'Comune di Bra', 'local_authority', { place: 'Bra' }],
  ['comune-novara', 'Comune di Novara', 'local_authority', { place: 'Novara' }],
];

const copMember = { memberOf: ['cop'] };
const membersOfCop: Named[] = [
  ['mais', 'Associazione MAIS', 'association', copMember],
  ['lvia', 'Associazione LVIA', 'association', copMember],
  ['renken', 'Associazione RENKEN', 'association', copMember],
  ['rete', 'Associazione RETE Ong', 'association', copMember],
  ['iscos', 'Associazione ISCOS-CISL Piemonte', 'association', copMember],
  ['engim', 'Associazione ENGIM Piemonte', 'association', copMember],
  ['anolf', 'Associazione ANOLF Piemonte', 'association', copMember],
];

const otherAssociations: Named[] = [
  ['forum-italo-marocchino', 'Forum Italo Marocchino per le Relazioni Bilaterali', 'association'],
  ['aepac', 'Associazione AEPAC', 'association'],
  ['le-flambeau', 'Associazione Le Flambeau', 'association'],
  ['non-solo-aiuto', 'Associazione Non Solo Aiuto', 'association'],
  ['filippini', 'Associazione Culturale Filippini Piemonte', 'association'],
  ['asai', 'Associazioni ASAI', 'association', { shortName: 'ASAI' }],
];

const otherBodies: Named[] = [
  ['unito', 'Università di Torino', 'university', { place: 'Torino' }],
  ['csa', 'Centro Piemontese Studi Africani', 'research_body'],
  ['asl-to1', 'ASL TO1', 'health_authority'],
  ['asl-to2', 'ASL TO2', 'health_authority'],
  ['asl-to4', 'ASL TO4', 'health_authority'],
  ['forum-terzo-settore', 'Forum del Terzo Settore Piemonte', 'network'],
  ['acli', 'Acli Piemonte', 'association'],
  ['la-strada', 'Associazione La Strada', 'association'],
];

const bodies = (list: Named[]): OrganisationFacts[] =>
  list.map(([key, name, kind, more]) => ({ key, name, kind, ...inPiemonte, ...more }));

export const adherentBodies: OrganisationFacts[] = bodies([
  ...localAuthorities,
  ...membersOfCop,
  ...otherAssociations,
  ...otherBodies,
]);

const adherents = (list: Named[], category: string, via?: string): ParticipationFacts[] =>
  list.map(([key]) => ({
    organisation: key,
    role: 'adherent',
    category,
    ...(via === undefined ? {} : { via }),
  }));

const abroad = (keys: string[], via?: string): ParticipationFacts[] =>
  keys.map((organisation) => ({
    organisation,
    role: 'foreign_adherent',
    category: 'Soggetti aderenti esteri',
    ...(via === undefined ? {} : { via }),
  }));

/** Thirty-five: eight, seven, six, eight and six. */
export const adherentParticipations: ParticipationFacts[] = [
  ...adherents(localAuthorities, 'Enti locali'),
  ...adherents(membersOfCop, 'Soci COP', 'cop'),
  ...adherents(otherAssociations, 'Altre associazioni'),
  ...adherents(otherBodies, 'Altri enti'),
  ...abroad(['resacoop']),
  ...abroad(['ciedel', 'cosim', 'forum-refugies'], 'resacoop'),
  ...abroad(['lafede', 'sos-racisme']),
];
