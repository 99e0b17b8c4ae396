/** Roles of a partnership as the sheet names them, in its order. */
export const roleWords: Record<string, string> = {
  lead: 'Capofila',
  partner: 'Partner',
  adherent: 'Soggetto aderente',
  foreign_adherent: 'Soggetto aderente estero',
  contractor: 'Soggetto affidatario',
  evaluator: 'Valutatore',
  auditor: 'Revisore indipendente',
  legal_expert: 'Esperto legale',
  authority: 'Autorità',
  programming_body: 'Organismo di programmazione',
  technical_assistance: 'Assistenza tecnica',
  service: 'Servizio',
};

export const projectStateWords: Record<string, string> = {
  draft: 'In preparazione',
  active: 'In corso',
  concluded: 'Concluso',
  archived: 'Archiviato',
  unknown: 'Non noto',
};

/** Whether somebody counts as a recipient. */
export const targetWords = {
  recipient: 'destinatario',
  to_verify: 'da verificare',
  not_target: 'non target',
};
