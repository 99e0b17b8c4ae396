import { hashOf, newToken } from '../../../src/access/sessions.js';
import { anOrganisation, aUser, put } from '../../factories/index.js';
import type { Kind, Side } from './knowledge.js';
import type { Letter } from './notation.js';
import { report } from './report-rows.js';
import type { Place, World } from './world.js';

/** Which row an address shall name: of which place and side, asked by whom; held by a sent report or not. */
export interface Wanted {
  world: World;
  place: Place;
  side: Side;
  letter: Letter;
  held: boolean;
}

/** The same row for the same wish: what is refused leaves it as it was, what is accepted gets a place of its own. */
function once(
  { world, place, side, letter, held }: Wanted,
  kind: Kind,
  { what, by }: { what: string; by?: Letter },
  make: () => Promise<{ id: string }>,
): Promise<string> {
  const key = [what, side, held, by ?? ''].join();
  const known = place.rows.get(key);
  if (known) return known;
  const made = make().then(({ id }) => {
    const maker = by !== undefined && side === 1 && !place.foreign ? { by: letter } : {};
    world.known.tell(id, { place, kind, side, ...maker });
    return id;
  });
  place.rows.set(key, made);
  return made;
}

const makerOf = ({ world, place, side, letter }: Wanted): string =>
  (side === 1 && !place.foreign && letter !== 'N' ? world.users[letter] : world.other).id;

export const activity = (wanted: Wanted): Promise<string> =>
  once(wanted, 'work', { what: 'activity' }, async () => {
    const { world, place, side, held } = wanted;
    const reportId = held ? await report({ world, place, held }) : null;
    return put(world.app, 'activity', {
      project_id: place.id,
      work_item_id: place.workItem.id,
      participation_id: place.partner[side].id,
      kind: 'on_call_mediation',
      state: 'done',
      day: '2019-11-05',
      minutes: 60,
      staff_ids: [world.person[place.foreign ? 2 : side].id],
      report_id: reportId,
    });
  });

export const document = (wanted: Wanted): Promise<string> => aDocument(wanted, 'document', {});

export const removedDocument = (wanted: Wanted): Promise<string> =>
  aDocument(wanted, 'removed document', { state: 'removed', remove_reason: 'Scuola chiusa' });

const aDocument = (wanted: Wanted, what: string, values: object): Promise<string> =>
  once(wanted, 'document', { what, by: wanted.letter }, () =>
    put(wanted.world.app, 'document', {
      project_id: wanted.place.id,
      participation_id: wanted.place.partner[wanted.side].id,
      sha256: wanted.world.content,
      size_bytes: 40,
      media_type: 'text/csv',
      name: 'elenco.csv',
      kind: 'evidence',
      created_by: makerOf(wanted),
      ...values,
    }),
  );

export const job = (wanted: Wanted): Promise<string> =>
  once(wanted, 'job', { what: 'job', by: wanted.letter }, async () => {
    const { world, place } = wanted;
    const { id } = await put(world.app, 'outbox', { topic: 'nothing.to.do', payload: {} });
    return put(world.app, 'job', {
      id,
      kind: 'nothing.to.do',
      project_id: place.id,
      requested_by: makerOf(wanted),
    });
  });

export const participation = ({ place, side }: Wanted): Promise<string> =>
  Promise.resolve(place.partner[side].id);

export const workItem = ({ place }: Wanted): Promise<string> => Promise.resolve(place.workItem.id);

export const planDraft = (wanted: Wanted): Promise<string> =>
  once({ ...wanted, side: 1 }, 'plan', { what: 'plan' }, () =>
    put(wanted.world.app, 'work_plan_version', { project_id: wanted.place.id, number: 1 }),
  );

export const objective = (wanted: Wanted): Promise<string> =>
  once({ ...wanted, side: 1 }, 'plan', { what: 'objective' }, () =>
    put(wanted.world.app, 'objective', {
      project_id: wanted.place.id,
      kind: 'purpose',
      text: 'Finalità',
    }),
  );

export const teamMember = (wanted: Wanted): Promise<string> =>
  once({ ...wanted, side: 1 }, 'plan', { what: 'team member' }, () =>
    put(wanted.world.app, 'team_member', {
      project_id: wanted.place.id,
      person_id: wanted.world.person[2].id,
    }),
  );

/** A fund with one of everything under it, new each time: it belongs to no project. */
export async function programmeTree({ app }: World): Promise<Record<string, string>> {
  const code = newToken().slice(0, 12);
  const { id: fund } = await put(app, 'fund', { code, name: 'Fondo' });
  const { id: programme } = await put(app, 'programme', { fund_id: fund, code, name: 'Programma' });
  const values = { programme_id: programme, code: 'a', label: 'Nodo', kind: 'other' };
  const { id: node } = await put(app, 'programme_node', values);
  const { id: call } = await put(app, 'call', { programme_id: programme, title: 'Avviso' });
  return { fund, programme, node, call };
}

export const organisation = async ({ world, place, side }: Wanted): Promise<string> =>
  place.organisation[side] ?? (await anOrganisation(world.app)).id;

/** A token of the caller itself, or of somebody else. */
export const token = (wanted: Wanted): Promise<string> => signedIn(wanted, 'api');

export const session = (wanted: Wanted): Promise<string> => signedIn(wanted, 'browser');

async function signedIn({ world, side, letter }: Wanted, kind: string): Promise<string> {
  const owner = side === 1 && letter !== 'N' ? world.users[letter] : world.other;
  const { id } = await put(world.app, 'session', {
    user_id: owner.id,
    token_hash: hashOf(newToken()),
    kind,
    name: 'prova',
    expires_at: '2100-01-01',
  });
  return id;
}

export const user = async ({ world }: Wanted): Promise<string> => (await aUser(world.app)).id;

export async function membership(wanted: Wanted, userId: string): Promise<string> {
  const { world, place } = wanted;
  const row = { user_id: userId, project_id: place.id, role: 'auditor' };
  return (await put(world.app, 'member', row)).id;
}
