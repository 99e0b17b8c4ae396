import { hashOf, newToken } from '../../../src/access/sessions.js';
import { put } from '../../factories/index.js';
import { activity, type Wanted } from './rows.js';

/** A planned activity of a series, as its partner's: answers both ids. */
export async function inSeries(wanted: Wanted): Promise<{ series: string; activity: string }> {
  const { world, place, side } = wanted;
  const key = `series,${side}`;
  const known = place.rows.get(key);
  if (known) return JSON.parse(await known) as { series: string; activity: string };
  const made = make(wanted);
  place.rows.set(
    key,
    made.then((ids) => JSON.stringify(ids)),
  );
  const ids = await made;
  for (const id of Object.values(ids)) world.known.tell(id, { place, kind: 'work', side });
  return ids;
}

async function make({ world, place, side }: Wanted) {
  const series = await put(world.app, 'activity_series', {
    project_id: place.id,
    rule: 'FREQ=WEEKLY;COUNT=2',
    first_day: '2019-12-03',
  });
  const activity = await put(world.app, 'activity', {
    project_id: place.id,
    work_item_id: place.workItem.id,
    participation_id: place.partner[side].id,
    kind: 'on_call_mediation',
    state: 'planned',
    day: '2019-12-03',
    minutes: 60,
    staff_ids: [world.person[place.foreign ? 2 : side].id],
    series_id: series.id,
  });
  return { series: series.id, activity: activity.id };
}

/** What an operation cannot be asked without. */
export const planningQueries: Record<string, string> = {
  'GET /projects/{projectId}/planned-days': '?firstDay=2019-12-03',
  'GET /projects/{projectId}/activities/{activityId}/move': '?scope=this&days=1',
};

/** A calendar of the caller itself, or of somebody else. */
export const calendar = async (wanted: Wanted): Promise<string> => (await aCalendar(wanted)).id;

/** The secret of an address that answers; in the archived project, of one that was revoked. */
export const calendarToken = async (wanted: Wanted): Promise<string> =>
  (await aCalendar(wanted)).token;

async function aCalendar({ world, place, side, letter }: Wanted) {
  const token = newToken();
  const owner = 'NY'.includes(letter) ? world.users.C : world.users[letter];
  const { id } = await put(world.app, 'calendar_address', {
    user_id: (side === 2 ? world.other : owner).id,
    token_hash: hashOf(token),
    name: 'prova',
    project_id: place.id,
    revoked_at: place === world.archived ? new Date() : null,
  });
  return { id, token };
}

/** The meeting of the activity that the matrix knows, with one guest who has an address, and a task that it decided. */
export async function aMeeting(wanted: Wanted): Promise<{ meeting: string; task: string }> {
  const { world, place, side } = wanted;
  const key = `meeting,${side}`;
  const known = place.rows.get(key);
  if (known) return JSON.parse(await known) as { meeting: string; task: string };
  const made = meetingRows(wanted);
  place.rows.set(
    key,
    made.then((ids) => JSON.stringify(ids)),
  );
  const ids = await made;
  for (const id of Object.values(ids)) world.known.tell(id, { place, kind: 'work', side });
  return ids;
}

async function meetingRows(wanted: Wanted) {
  const { app, person } = wanted.world;
  const of = { project_id: wanted.place.id };
  const activity_id = await activity({ ...wanted, held: false });
  const meeting = await put(app, 'meeting', { ...of, activity_id, title: 'Tavolo' });
  const meeting_id = meeting.id;
  const guest = { meeting_id, position: 0, name: 'Ospite', email: 'ospite@example.org' };
  await put(app, 'meeting_guest', { ...of, ...guest });
  const decision = await put(app, 'meeting_decision', { ...of, meeting_id, text: 'Si decide' });
  const owner = person[wanted.place.foreign ? 2 : wanted.side].id;
  const row = { decision_id: decision.id, person_id: owner, due_day: '2019-12-20' };
  const task = await put(app, 'task', { ...of, ...row });
  return { meeting: meeting.id, task: task.id };
}
