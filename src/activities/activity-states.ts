import type { EntityManager } from 'typeorm';
import { Conflict } from '../kernel/errors.js';
import { STATE_WORDS } from './activity-words.js';
import type { Activity, ActivityState } from './activity.entity.js';

/** From each state, where an activity may go. */
const TRANSITIONS: Record<ActivityState, readonly ActivityState[]> = {
  planned: ['done', 'cancelled'],
  done: ['confirmed', 'cancelled'],
  confirmed: ['cancelled'],
  cancelled: [],
};

/** Throws Conflict 409 `activity.state` when the table does not allow the step. */
export function assertMayBecome(from: ActivityState, to: ActivityState): void {
  if (!TRANSITIONS[from].includes(to)) {
    throw new Conflict(
      'activity.state',
      `Un’attività ${STATE_WORDS[from]} non può diventare ${STATE_WORDS[to]}: ricarica la pagina.`,
    );
  }
}

/** A cancelled activity is not edited: a new one is logged. */
export function assertStillOpen(state: ActivityState): void {
  if (state === 'cancelled') {
    throw new Conflict('activity.cancelled', 'L’attività è annullata: registrane una nuova.');
  }
}

/** Throws Conflict 409 `activity.locked` for what a sent report holds. */
export function assertNotHeld({ reportId }: Activity): void {
  if (reportId === null) return;
  throw new Conflict(
    'activity.locked',
    'Un rendiconto inviato contiene questa attività: usa «Rettifica», che la annulla e ne crea una nuova.',
  );
}

/** A row that is locked, with its version raised. Throws Conflict when a report holds it or it was cancelled already. */
export async function cancelActivity(
  db: EntityManager,
  activity: Activity,
  reason: string | null,
): Promise<void> {
  assertNotHeld(activity);
  assertMayBecome(activity.state, 'cancelled');
  await db.save(Object.assign(activity, { state: 'cancelled', cancelReason: reason }));
}

/** The same: what was done is confirmed as it stands. */
export async function confirmActivity(db: EntityManager, activity: Activity): Promise<void> {
  assertNotHeld(activity);
  assertMayBecome(activity.state, 'confirmed');
  await db.save(Object.assign(activity, { state: 'confirmed' }));
}
