import { randomUUID } from 'node:crypto';
import type { Role } from '../../src/access/permissions.js';
import type { TestApp } from '../support/app.js';

type Row = { id: string };
type Values = Record<string, unknown>;

/** Puts one row into a table, as the owner; for what the story takes as given. */
export async function put(app: TestApp, table: string, values: Values): Promise<Row> {
  const names = Object.keys(values);
  const [row] = (await app.db.query(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')}) RETURNING id`,
    names.map((name) => values[name]),
  )) as [Row];
  return row;
}

const word = (): string => randomUUID().slice(0, 8);

export const aProject = (app: TestApp, values: Values = {}): Promise<Row> =>
  put(app, 'project', {
    slug: `p-${word()}`,
    title: `Progetto ${word()}`,
    state: 'active',
    starts: '2018',
    ends: '2022',
    ...values,
  });

export const aWorkItem = (app: TestApp, project: Row, values: Values = {}): Promise<Row> =>
  put(app, 'work_item', {
    project_id: project.id,
    kind: 'action',
    code: word(),
    title: `Azione ${word()}`,
    ...values,
  });

export const anOrganisation = (app: TestApp, values: Values = {}): Promise<Row> =>
  put(app, 'organisation', { name: `Ente ${word()}`, kind: 'association', ...values });

export async function aPartner(app: TestApp, project: Row, values: Values = {}): Promise<Row> {
  const organisation = await anOrganisation(app);
  return put(app, 'participation', {
    project_id: project.id,
    organisation_id: organisation.id,
    role: 'partner',
    ...values,
  });
}

export const aPerson = (app: TestApp, name = `Persona ${word()}`): Promise<Row> =>
  put(app, 'person', { name });

export interface TestUser extends Row {
  email: string;
}

/** A user without a password; `with` gives it roles. */
export async function aUser(app: TestApp, values: Values = {}): Promise<TestUser> {
  const email = `${word()}@example.org`;
  const row = await put(app, 'app_user', { email, name: `Utente ${word()}`, ...values });
  return { ...row, email };
}

/** A user with one role in one project; a partner's operator also names its participation. */
export async function aMember(
  app: TestApp,
  project: Row,
  role: Role,
  { participation, values = {} }: { participation?: Row; values?: Values } = {},
): Promise<TestUser> {
  const user = await aUser(app, values);
  await put(app, 'member', {
    user_id: user.id,
    project_id: project.id,
    role,
    participation_id: participation?.id ?? null,
  });
  return user;
}

export const aSystemAdmin = (app: TestApp): Promise<TestUser> => aUser(app, { system_admin: true });
