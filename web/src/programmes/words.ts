import type { Call, ProgrammeNode } from './programme-queries.js';

export const CAP_BASES: Record<NonNullable<Call['costCategories'][number]['capBase']>, string> = {
  direct: 'dei costi diretti',
  direct_staff: 'dei costi diretti di personale',
  total: 'del totale',
};

export const NODE_KINDS: Record<ProgrammeNode['kind'], string> = {
  specific_objective: 'obiettivo specifico',
  national_objective: 'obiettivo nazionale',
  letter: 'lettera',
  priority: 'priorità',
  action: 'azione',
  other: 'altro',
};
