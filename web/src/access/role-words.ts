import { ROLE_WORDS as WORDS } from '../../../src/access/role-words.js';
import type { Schemas } from '../api/client.js';

export type Role = Schemas['MembershipView']['role'];

const { system, ...inProjects } = WORDS;

/** The roles in a project as the office calls them, in the order of the list. */
export const ROLE_WORDS: Record<Role, string> = inProjects;

/** Of who manages users, in no project. */
export const SYSTEM_WORD = system;

export const roleWord = (role: string): string => ROLE_WORDS[role as Role] ?? role;
