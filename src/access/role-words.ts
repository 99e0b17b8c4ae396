import type { Role } from './permissions.js';

/** The roles as the office calls them, in the order in which they are offered; the pages use the same list. */
export const ROLE_WORDS = {
  coordinator: 'coordinamento',
  administrator: 'amministrazione',
  manager: 'responsabile',
  partner: 'operatore di un partner',
  auditor: 'revisore',
  legal: 'esperto legale',
  staff: 'personale',
  system: 'amministratore di sistema',
} as const satisfies Record<Role | 'system', string>;
