import type { Schemas } from '../api/client.js';

export type Role = Schemas['MembershipView']['role'];

/** The roles as the office calls them, in the order of the list. */
export const ROLE_WORDS: Record<Role, string> = {
  coordinator: 'coordinamento',
  administrator: 'amministrazione',
  manager: 'responsabile',
  partner: 'operatore di un partner',
  auditor: 'revisore',
  legal: 'esperto legale',
  staff: 'personale',
};

export const roleWord = (role: string): string => ROLE_WORDS[role as Role] ?? role;
