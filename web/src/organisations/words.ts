import type { OrganisationRow } from './organisation-queries.js';

export const ORGANISATION_KINDS: Record<OrganisationRow['kind'], string> = {
  ministry: 'ministero',
  region: 'regione',
  local_authority: 'ente locale',
  public_unit: 'ufficio pubblico',
  prefecture: 'prefettura',
  health_authority: 'azienda sanitaria',
  school: 'scuola',
  school_site: 'plesso',
  adult_education: 'CPIA',
  university: 'università',
  research_body: 'ente di ricerca',
  training_agency: 'agenzia formativa',
  social_service: 'servizio sociale',
  cooperative: 'cooperativa',
  ngo: 'organizzazione non governativa',
  association: 'associazione',
  network: 'rete',
  consortium: 'consorzio',
  foundation: 'fondazione',
  company: 'impresa',
  other: 'altro ente',
};

export const kindOptions = Object.entries(ORGANISATION_KINDS)
  .map(([value, label]) => ({ value, label }))
  .sort((a, b) => a.label.localeCompare(b.label, 'it'));
