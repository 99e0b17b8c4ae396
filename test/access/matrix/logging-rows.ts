import { randomUUID } from 'node:crypto';
import { put } from '../../factories/index.js';
import type { BodyOf } from './bodies.js';
import { activity, type Wanted } from './rows.js';

/** A batch of the caller itself that made one activity of the side's partner. */
export async function batch(wanted: Wanted): Promise<string> {
  const { world, place } = wanted;
  const id = await activity(wanted);
  return put(world.app, 'activity_batch', {
    project_id: place.id,
    made_by: callerOf(wanted),
    rows: JSON.stringify([{ id, projectId: place.id, version: 1, before: null }]),
  }).then((row) => row.id);
}

/** A view of the caller; of somebody else on the other side. */
export const view = (wanted: Wanted): Promise<string> =>
  put(wanted.world.app, 'saved_view', {
    user_id: wanted.side === 2 ? wanted.world.other.id : callerOf(wanted),
    page: 'activities',
    name: randomUUID(),
    address: 'tipo=seminar',
  }).then((row) => row.id);

const callerOf = ({ world, letter }: Wanted): string =>
  (letter === 'N' ? world.other : world.users[letter]).id;

export const kind = ({ world }: Wanted): Promise<string> => {
  const code = `kind_${randomUUID().slice(0, 8)}`;
  return put(world.app, 'activity_kind', { code, label: code, unit: 'minutes', position: 99 }).then(
    () => code,
  );
};

const aBatchRow = ({ world, place, side }: Wanted) => ({
  kind: 'seminar',
  workItemId: place.workItem.id,
  participationId: place.partner[side].id,
  day: '2019-11-06',
  minutes: 60,
  staffIds: [world.person[side].id],
});

export const loggingBodies: Record<string, BodyOf> = {
  'POST /projects/{projectId}/activity-batches': (wanted) => ({ rows: [aBatchRow(wanted)] }),
  'POST /activity-batches': (wanted) => ({
    rows: [{ ...aBatchRow(wanted), projectId: wanted.place.id }],
  }),
  'POST /projects/{projectId}/evidence-reminders': () => ({ activityIds: [randomUUID()] }),
  'PUT /me/drafts/activity': () => ({ day: 'ieri', duration: '2h' }),
  'POST /views': () => ({ page: 'activities', name: randomUUID(), address: 'tipo=seminar' }),
  'PATCH /views/{viewId}': () => ({ address: 'tipo=research' }),
  'POST /activity-kinds': () => ({ label: `Tipo ${randomUUID().slice(0, 8)}`, unit: 'minutes' }),
  'PATCH /activity-kinds/{kindCode}': () => ({ needsTerritory: true }),
};
