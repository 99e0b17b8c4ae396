import type { OrganisationFacts } from './facts.js';

const SHEET = 'Scheda del progetto D.I.S.Co.R.S.I. Migranti, Consorzio Ong Piemontesi';
const COP = 'cop';
const RESACOOP = 'resacoop';

/** Lead and partners. */
const partners: OrganisationFacts[] = [
  {
    key: COP,
    name: 'Consorzio Ong Piemontesi',
    shortName: 'COP',
    kind: 'consortium',
    country: 'IT',
    aliases: ['CoP', 'COP', 'COP – Consorzio Ong Piemontesi'],
  },
  {
    key: 'ccm',
    name: 'Comitato Collaborazione Medica',
    shortName: 'CCM',
    kind: 'ngo',
    country: 'IT',
    aliases: ['CCM – Comitato Collaborazione Medica'],
  },
  {
    key: 'cicsene',
    name: 'CICSENE – Cooperazione e Sviluppo Locale',
    shortName: 'CICSENE',
    kind: 'ngo',
    country: 'IT',
    aliases: ['Cicsene'],
  },
  {
    key: 'enaip',
    name: 'ENAIP Piemonte',
    shortName: 'ENAIP',
    kind: 'training_agency',
    country: 'IT',
    region: 'Piemonte',
    aliases: ['Enaip'],
  },
];

const foreign: OrganisationFacts[] = [
  {
    key: RESACOOP,
    name: 'Réseau Rhône-Alpes d’appui à la coopération internationale',
    shortName: 'RESACOOP',
    kind: 'network',
    country: 'FR',
    region: 'Auvergne-Rhône-Alpes',
    website: 'http://www.resacoop.org',
    note: 'Riunisce membri pubblici e privati; nel progetto ha contato la sua rete territoriale.',
    declaredSize: { size: 25, source: SHEET },
  },
  {
    key: 'ucly',
    name: 'Université Catholique de Lyon',
    kind: 'university',
    country: 'FR',
    place: 'Lione',
  },
  {
    key: 'ciedel',
    name: 'Centre International d’Etudes pour le Développement Local',
    shortName: 'CIEDEL',
    kind: 'university',
    parent: 'ucly',
    country: 'FR',
    place: 'Lione',
    website: 'http://www.ciedel.org',
    memberOf: [RESACOOP],
  },
  {
    key: 'cosim',
    name: 'Collectif des organisations de solidarité internationale issues des migrations de Rhône-Alpes',
    shortName: 'COSIM',
    kind: 'network',
    country: 'FR',
    region: 'Auvergne-Rhône-Alpes',
    website: 'http://www.cosim-ra.org',
    aliases: ['COSIM – Coordinamento delle Associazioni di Migranti del Rhône-Alpes'],
    memberOf: [RESACOOP],
    declaredSize: { size: 71, source: SHEET },
  },
  {
    key: 'forum-refugies',
    name: 'Forum Réfugiés-COSI',
    kind: 'association',
    country: 'FR',
    website: 'http://www.forumrefugies.org',
    aliases: ['Forum Refugié', 'Forum Réfugiés'],
    memberOf: [RESACOOP],
  },
  {
    key: 'lafede',
    name: 'LaFede.cat – Organitzacions per a la justícia global',
    shortName: 'LaFede.cat',
    kind: 'network',
    country: 'ES',
    region: 'Catalogna',
    website: 'http://www.lafede.cat',
    aliases: ['LAFEDE.cat', 'Lafede.cat – Organizzazioni per la Giustizia Globale'],
    declaredSize: { size: 116, source: SHEET },
    collaborates: ['uab', 'regione-catalogna', 'agenzia-catalana', 'comune-barcellona'].map(
      (body) => ({ with: body, note: 'Collaborazione stabile; non è un’adesione alla rete.' }),
    ),
  },
  {
    key: 'sos-racisme',
    name: 'SOS Racisme Catalunya',
    kind: 'association',
    country: 'ES',
    region: 'Catalogna',
  },
];

/** Named beside the project, without being part of it. */
const around: OrganisationFacts[] = [
  {
    key: 'regione-rhone-alpes',
    name: 'Regione Rhône-Alpes',
    kind: 'region',
    country: 'FR',
    region: 'Auvergne-Rhône-Alpes',
    aliases: ['Reg. RhôneAlpes'],
    memberOf: [RESACOOP],
  },
  {
    key: 'comune-lione',
    name: 'Comune di Lione',
    kind: 'local_authority',
    country: 'FR',
    place: 'Lione',
    memberOf: [RESACOOP],
  },
  {
    key: 'uab',
    name: 'Università Autonoma di Barcellona',
    kind: 'university',
    country: 'ES',
    place: 'Barcellona',
  },
  {
    key: 'regione-catalogna',
    name: 'Regione Catalogna',
    kind: 'region',
    country: 'ES',
    region: 'Catalogna',
  },
  {
    key: 'agenzia-catalana',
    name: 'Agenzia Catalana di Cooperazione per lo sviluppo',
    kind: 'other',
    country: 'ES',
    region: 'Catalogna',
  },
  {
    key: 'comune-barcellona',
    name: 'Comune di Barcellona',
    kind: 'local_authority',
    country: 'ES',
    place: 'Barcellona',
  },
];

export const discorsiBodies: OrganisationFacts[] = [...partners, ...foreign, ...around];
