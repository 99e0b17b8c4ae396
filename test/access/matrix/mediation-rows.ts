import { hashOf, newToken } from '../../../src/access/sessions.js';
import { aPerson, put } from '../../factories/index.js';
import type { BodyOf } from './bodies.js';
import type { Relation } from './notation.js';
import type { Asked } from './requests.js';
import type { Wanted } from './rows.js';
import { aPlace, type Place, type World } from './world.js';

type State = 'received' | 'assigned' | 'delivered';

let numbers = 0;

/** A request of the side's partner, to which the side's person goes; from its assignment on with its work. */
export function request(wanted: Wanted, state: State = 'received'): Promise<string> {
  const { world, place, side } = wanted;
  const key = ['request', side, state].join();
  const known = place.rows.get(key);
  if (known) return known;
  const made = aRequest(wanted, state).then((id) => {
    world.known.tell(id, { place, kind: 'work', side });
    return id;
  });
  place.rows.set(key, made);
  return made;
}

async function aRequest(wanted: Wanted, state: State): Promise<string> {
  const { world, place, side } = wanted;
  const number = ++numbers;
  const answered = { answered_on: '2019-11-18', answered_time: '11:00' };
  const work =
    state === 'received' ? {} : { ...answered, activity_id: await workOf(wanted, state) };
  const { id } = await put(world.app, 'mediation_request', {
    project_id: place.id,
    number,
    organisation_id: place.organisation[side],
    participation_id: place.partner[side].id,
    mediator_id: world.person[place.foreign ? 2 : side].id,
    asked_by: 'Segreteria',
    reason: 'Colloquio',
    language: 'ar',
    wanted_day: '2019-11-20',
    wanted_time: '10:00',
    minutes: 60,
    mode: 'in_person',
    origin: 'phone',
    state,
    received_on: '2019-11-18',
    received_time: '09:00',
    ...work,
  });
  return id;
}

async function workOf({ world, place, side }: Wanted, state: State): Promise<string> {
  const { id } = await put(world.app, 'activity', {
    project_id: place.id,
    work_item_id: place.workItem.id,
    participation_id: place.partner[side].id,
    kind: 'on_call_mediation',
    state: state === 'assigned' ? 'planned' : 'done',
    day: '2019-11-20',
    minutes: 60,
    staff_ids: [(await aPerson(world.app)).id],
  });
  world.known.tell(id, { place, kind: 'work', side });
  return id;
}

/** The state in which an operation finds its request, when it is not a new one. */
export const requestFor: Record<string, (wanted: Wanted) => Promise<string>> = {
  'POST /projects/{projectId}/mediation-requests/{requestId}/deliver': (wanted) =>
    request(wanted, 'assigned'),
  'POST /projects/{projectId}/mediation-requests/{requestId}/confirmation-links': (wanted) =>
    request(wanted, 'delivered'),
};

/** The link of a body, as it was given to it. */
async function aLink({ world, place, side }: Wanted): Promise<{ id: string; token: string }> {
  const token = newToken();
  const { id } = await put(world.app, 'request_link', {
    project_id: place.id,
    organisation_id: place.organisation[side],
    token_hash: hashOf(token),
  });
  world.known.tell(id, { place, kind: 'contract' });
  return { id, token };
}

export const requestLink = async (wanted: Wanted): Promise<string> => (await aLink(wanted)).id;

async function aConfirmation(wanted: Wanted): Promise<string> {
  const token = newToken();
  await put(wanted.world.app, 'hours_confirmation', {
    project_id: wanted.place.id,
    request_id: await aRequest(wanted, 'delivered'),
    token_hash: hashOf(token),
    expires_at: '2100-01-01',
    day: '2019-11-20',
    minutes: 60,
    wasted: false,
  });
  return token;
}

const ASKED = {
  askedBy: 'Segreteria',
  askedByEmail: 'segreteria@example.org',
  reason: 'Colloquio',
  language: 'ar',
  wantedDay: '2019-11-25',
  wantedTime: '10:00',
};
const anAsked: BodyOf = ({ place, side }) => ({
  ...ASKED,
  organisationId: place.organisation[side],
});
const ONE = 'projects/{projectId}/mediation-requests/{requestId}';

const seconds = new WeakMap<World, Promise<Place>>();

/** Another project in which everybody has the same role. */
function secondPlace(world: World): Promise<Place> {
  const known = seconds.get(world) ?? aPlace(world, {});
  seconds.set(world, known);
  return known;
}

let days = 0;

/** Each on a day of its own: the people are the same in all of them. */
const aSharedActivity: BodyOf = async ({ world, place, side }) => {
  days += 1;
  const share = (of: Place) => ({
    projectId: of.id,
    workItemId: of.workItem.id,
    participationId: of.partner[side].id,
    minutes: 30,
  });
  return {
    kind: 'on_call_mediation',
    day: new Date(Date.UTC(2018, 0, days)).toISOString().slice(0, 10),
    startTime: '09:00',
    endTime: '10:00',
    staffIds: [world.person[side].id],
    shares: [share(place), share(await secondPlace(world))],
  };
};

export const mediationBodies: Record<string, BodyOf> = {
  'POST /shared-activities': aSharedActivity,
  'PUT /mediators/{personId}': () => ({ languages: ['ar'], slots: [] }),
  'POST /projects/{projectId}/mediation-requests': anAsked,
  [`PATCH /${ONE}`]: anAsked,
  [`POST /${ONE}/close`]: () => ({ state: 'refused', closing: 'duplicate' }),
  [`POST /${ONE}/assign`]: async ({ world, place }) => ({
    mediatorId: (await aPerson(world.app)).id,
    workItemId: place.workItem.id,
    day: '2019-11-25',
    startTime: '10:00',
    minutes: 60,
  }),
  [`POST /${ONE}/deliver`]: () => ({ day: '2019-11-20', minutes: 60 }),
  'POST /projects/{projectId}/request-links': ({ place, side }) => ({
    organisationId: place.organisation[side],
  }),
};

type Special = (wanted: Wanted, relation: Relation) => Promise<Asked>;

const byLink =
  (path: string, make: (wanted: Wanted) => Promise<string>, rest: object = {}): Special =>
  async (wanted, relation) => ({
    path,
    body: { token: relation === 'unknown' ? newToken() : await make(wanted), ...rest },
    headers: {},
  });
const linkToken = async (wanted: Wanted): Promise<string> => (await aLink(wanted)).token;

export const mediationSpecials: Record<string, Special> = {
  'POST /request-form': byLink('/request-form', linkToken),
  'POST /request-form/requests': byLink('/request-form/requests', linkToken, ASKED),
  'POST /hours-confirmation': byLink('/hours-confirmation', aConfirmation),
  'POST /hours-confirmation/answer': byLink('/hours-confirmation/answer', aConfirmation, {
    answer: 'confirmed',
  }),
};
