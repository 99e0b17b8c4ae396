import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aPartner, aPerson, aProject, aUser, aWorkItem, put } from '../../factories/index.js';
import type { TestApp } from '../../support/app.js';
import type { Side } from './knowledge.js';
import { Known } from './known.js';
import { ACTORS, letters, type Letter } from './notation.js';

type Row = { id: string };
const MEMBERS = letters.filter((letter) => letter !== 'Y' && letter !== 'N');

/** A project with two partners that hold the same, in which every role has a member unless it is foreign. */
export interface Place {
  id: string;
  foreign: boolean;
  partner: Record<Side, Row>;
  organisation: Record<Side, string>;
  workItem: Row;
  category: Row;
  /** Rows made so far, by what and whose they are. */
  rows: Map<string, Promise<string>>;
}

/** Users of every role, and the projects that the matrix speaks about. */
export interface World {
  app: TestApp;
  known: Known;
  users: Record<Letter, Row>;
  /** Does what is nobody's in particular. */
  other: Row;
  /** The staff member's own person, and another one. */
  person: Record<Side, Row>;
  content: string;
  fund: Row;
  call: Row;
  category: Row;
  home: Place;
  foreign: Place;
  archived: Place;
}

export async function aWorld(app: TestApp): Promise<World> {
  const person = { 1: await aPerson(app), 2: await aPerson(app) };
  const users = {} as Record<Letter, Row>;
  for (const letter of letters) users[letter] = await aUser(app, { ...TRAITS(person)[letter] });
  const other = await aUser(app);
  const content = storedContent(app);
  const base = { app, known: new Known(), users, other, person, content, ...(await aCall(app)) };
  const home = await aPlace(base, {});
  // A partner's operator names those of its own body.
  await app.db.query('UPDATE person SET organisation_id = $2 WHERE id = $1', [
    person[1].id,
    home.organisation[1],
  ]);
  return {
    ...base,
    home,
    foreign: await aPlace(base, { foreign: true }),
    archived: await aPlace(base, { state: 'archived' }),
  };
}

const TRAITS = (person: Record<Side, Row>): Partial<Record<Letter, Record<string, unknown>>> => ({
  S: { person_id: person[1].id },
  Y: { system_admin: true },
});

type Base = Pick<World, 'app' | 'known' | 'users' | 'fund' | 'call' | 'category'>;

/** A new place; its members are the world's users. */
export async function aPlace(
  world: Base,
  { foreign = false, state = 'active' }: { foreign?: boolean; state?: string },
): Promise<Place> {
  const { app, known, fund, call, category } = world;
  const project = await aProject(app, { state, fund_id: fund.id, call_id: call.id });
  const one = await aPartner(app, project);
  const two = await aPartner(app, project);
  const workItem = await aWorkItem(app, project);
  const place: Place = {
    id: project.id,
    foreign,
    partner: { 1: one, 2: two },
    organisation: { 1: await bodyOf(app, one), 2: await bodyOf(app, two) },
    workItem,
    category,
    rows: new Map(),
  };
  known.tell(place.id, { place, kind: 'name' });
  known.tell(workItem.id, { place, kind: 'plan' });
  for (const side of [1, 2] as const)
    known.tell(place.partner[side].id, { place, kind: 'name', side });
  if (!foreign) await addMembers(world, place);
  return place;
}

async function bodyOf(app: TestApp, participation: Row): Promise<string> {
  const [row] = (await app.db.query('SELECT organisation_id FROM participation WHERE id = $1', [
    participation.id,
  ])) as [{ organisation_id: string }];
  return row.organisation_id;
}

async function addMembers({ app, users }: Base, place: Place): Promise<void> {
  await app.db.query(
    `INSERT INTO member (user_id, project_id, role, participation_id)
     SELECT u, $1, r, CASE r WHEN 'partner' THEN $2::uuid END FROM unnest($3::uuid[], $4::text[]) AS m(u, r)`,
    [
      place.id,
      place.partner[1].id,
      MEMBERS.map((letter) => users[letter].id),
      MEMBERS.map((letter) => ACTORS[letter]),
    ],
  );
}

/** Ends every role in a place that served one cell, lest the sessions grow with the matrix. */
export const leave = ({ app }: Base, place: Place): Promise<unknown> =>
  app.db.query('DELETE FROM member WHERE project_id = $1', [place.id]);

async function aCall(app: TestApp): Promise<Pick<World, 'fund' | 'call' | 'category'>> {
  const fund = await put(app, 'fund', { code: 'FAMI', name: 'Fondo' });
  const values = { fund_id: fund.id, code: 'FAMI', name: 'Programma' };
  const programme = await put(app, 'programme', values);
  const call = await put(app, 'call', { programme_id: programme.id, title: 'Avviso' });
  const category = await put(app, 'cost_category', { call_id: call.id, code: 'A', label: 'Voce' });
  return { fund, call, category };
}

export const CONTENT = 'codice;descrizione\n1;uguale per tutti\n';

/** One content for all documents: partners hold identical data. Answers its hash. */
function storedContent(app: TestApp): string {
  const sha256 = createHash('sha256').update(CONTENT).digest('hex');
  const folder = join(app.dataDir, 'documents', sha256.slice(0, 2), sha256.slice(2, 4));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, sha256), CONTENT);
  return sha256;
}
