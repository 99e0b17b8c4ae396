import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Role } from '../access/permissions.js';
import { ROLE_WORDS } from '../access/role-words.js';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';

/** What start prints and keeps for who tries the program. */
export interface DemoAccount {
  role: Role | 'system';
  /** The role in Italian. */
  label: string;
  name: string;
  email: string;
  password: string;
}

interface DemoUser {
  key: string;
  /** Where the word of the role does not tell it from another. */
  label?: string;
  name: string;
  role: Role | 'system';
  /** Projects by slug; all when left out. */
  projects?: string[];
  partner?: string;
  person?: string;
}

const INTERAZIONI = 'interazioni-in-piemonte-2';
const one = { projects: [INTERAZIONI] };

const users: DemoUser[] = [
  { key: 'coordinator', name: 'Coordinamento demo', role: 'coordinator' },
  {
    key: 'administrator',
    name: 'Amministrazione demo',
    role: 'administrator',
  },
  { key: 'manager', name: 'Responsabile demo', role: 'manager' },
  {
    key: 'partner',
    name: 'Operatore partner demo',
    role: 'partner',
    partner: 'demo-coop-1',
    ...one,
  },
  {
    key: 'partner2',
    label: 'operatore di un altro partner',
    name: 'Secondo operatore partner demo',
    role: 'partner',
    partner: 'demo-coop-2',
    ...one,
  },
  { key: 'auditor', name: 'Revisore demo', role: 'auditor', ...one },
  { key: 'legal', name: 'Esperto legale demo', role: 'legal', ...one },
  {
    key: 'staff',
    name: 'Collaboratore demo',
    role: 'staff',
    person: 'Mediatore dimostrativo 01',
    ...one,
  },
  {
    key: 'system',
    name: 'Amministratore di sistema demo',
    role: 'system',
  },
];

const emailOf = (key: string): string => `${key}@capofila.example`;

/** One user for each role, and a second partner's operator to see that neither reaches the other's rows. */
export async function insertUsers(
  db: EntityManager,
  ids: DemoIds,
  passwordHash: (password: string) => Promise<string>,
): Promise<DemoAccount[]> {
  const passwords = users.map(() => randomBytes(12).toString('base64url'));
  const hashes = await Promise.all(passwords.map((password) => passwordHash(password)));
  const rows = users.map((user, index) => ({
    email: emailOf(user.key),
    name: user.name,
    password_hash: hashes[index],
    system_admin: user.role === 'system',
    person_id: user.person ? ids.of('person', user.person) : null,
    demonstration: true,
  }));
  const userIds = await insertRows(db, 'app_user', rows);
  users.forEach((user, index) => ids.keep('user', user.key, userIds[index] ?? ''));
  await insertRows(
    db,
    'member',
    users.flatMap((user) => membershipsOf(user, ids)),
  );
  return users.map(({ key, role, label, name }, index) => ({
    role,
    label: label ?? ROLE_WORDS[role],
    name,
    email: emailOf(key),
    password: passwords[index] ?? '',
  }));
}

function membershipsOf({ key, role, projects, partner }: DemoUser, ids: DemoIds) {
  if (role === 'system') return [];
  return (projects ?? ids.keys('project')).map((slug) => ({
    user_id: ids.of('user', key),
    project_id: ids.of('project', slug),
    role,
    participation_id: partner ? ids.of('participation', `${slug}/${partner}`) : null,
  }));
}
