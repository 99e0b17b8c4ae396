import type { Schemas } from '../api/client.js';
import type { Tone } from '../frame/StateChip.js';

export type Project = Schemas['ProjectView'];
export type ProjectRow = Schemas['ProjectRow'];
export type Participation = Schemas['ParticipationView'];
export type WorkItem = Schemas['WorkItemView'];
export type Deliverable = Schemas['DeliverableView'];
export type Network = Schemas['NetworkView'];
export type Objective = Project['objectives'][number];
export type TeamMember = Project['team'][number];
export type Relation = Project['relations'][number];
export type RelationKind = Relation['kind'];

interface StateWords {
  word: string;
  icon: string;
  tone: Tone;
}

export const STATES: Record<Project['state'], StateWords> = {
  draft: { word: 'in preparazione', icon: 'pencil', tone: 'info' },
  active: { word: 'in corso', icon: 'clock', tone: 'good' },
  concluded: { word: 'concluso', icon: 'check-circle', tone: 'neutral' },
  archived: { word: 'archiviato', icon: 'box', tone: 'muted' },
  unknown: { word: 'stato non noto', icon: 'help-circle', tone: 'muted' },
};

/** One and many, in the order in which an office lists them. */
export const PARTICIPATION_WORDS: Record<Participation['role'], [one: string, many: string]> = {
  lead: ['capofila', 'capofila'],
  partner: ['partner', 'partner'],
  adherent: ['aderente', 'aderenti'],
  foreign_adherent: ['aderente estero', 'aderenti esteri'],
  contractor: ['affidatario', 'affidatari'],
  evaluator: ['valutatore', 'valutatori'],
  auditor: ['revisore', 'revisori'],
  legal_expert: ['esperto legale', 'esperti legali'],
  authority: ['autorità', 'autorità'],
  programming_body: [
    'organismo di programmazione e attuazione',
    'organismi di programmazione e attuazione',
  ],
  technical_assistance: ['assistenza tecnica', 'assistenza tecnica'],
  service: ['servizio o scuola', 'servizi e scuole'],
};

export const FUNCTIONS: Record<Project['functions'][number], string> = {
  ideation: 'ideazione',
  design: 'progettazione',
  coordination_support: 'supporto al coordinamento',
  operational_management: 'gestione operativa',
  administrative_management: 'gestione amministrativa',
  activity_delivery: 'realizzazione di specifiche attività',
  programming_assistance: 'assistenza nella programmazione',
  management_assistance: 'assistenza nella gestione',
  evaluation_assistance: 'assistenza nella valutazione',
};

export const RELATIONS: Record<RelationKind, Record<Relation['direction'], string>> = {
  continues: { out: 'Riprende', in: 'È ripreso da' },
  feeds: { out: 'Alimenta', in: 'È alimentato da' },
  derives: { out: 'Deriva da', in: 'Ne deriva' },
};

export const OBJECTIVE_KINDS: Record<Objective['kind'], string> = {
  general: 'obiettivo generale',
  specific: 'obiettivo specifico',
  purpose: 'finalità',
};

export const STEPS: Record<string, string> = {
  specific_objective: 'Obiettivo specifico',
  national_objective: 'Obiettivo nazionale',
  letter: 'Lettera',
  priority: 'Priorità',
  action: 'Azione',
};

export const ITEM_KINDS: Record<WorkItem['kind'], string> = {
  action: 'azione',
  work_package: 'pacchetto di lavoro',
  phase: 'fase',
  activity_line: 'linea di attività',
};

export const DELIVERABLE_KINDS: Record<Deliverable['kind'], [one: string, many: string]> = {
  study: ['ricerca', 'Ricerche'],
  study_tour: ['study tour', 'Study tour'],
  event: ['evento', 'Eventi e incontri'],
  service: ['servizio', 'Servizi erogati'],
  content: ['contenuto', 'Contenuti'],
  publication: ['pubblicazione', 'Pubblicazioni'],
  playlist: ['playlist', 'Video'],
  other: ['altro', 'Altro'],
};

export const VAT_WORDS: Record<NonNullable<Participation['vatRegime']>, string> = {
  recoverable: 'recuperabile',
  partly_recoverable: 'recuperabile in parte',
  cost: 'è un costo',
};

/** 'http://www.resacoop.org/' → 'www.resacoop.org'. */
export const siteName = (url: string): string => url.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** 'COP – Consorzio Ong Piemontesi'; the short name alone would say nothing when the long one holds it. */
export const fullName = (name: string, shortName: string | null): string =>
  shortName && !name.includes(shortName) ? `${shortName} – ${name}` : name;

export const nameOf = ({ acronym, title }: Pick<Project, 'acronym' | 'title'>): string =>
  acronym ?? title;
