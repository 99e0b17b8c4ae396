import { Conflict } from '../kernel/errors.js';
import type { ActivityState } from './activity.entity.js';

/** From each state, where an activity may go. */
const TRANSITIONS: Record<ActivityState, readonly ActivityState[]> = {
  planned: ['done', 'cancelled'],
  done: ['confirmed', 'cancelled'],
  confirmed: ['cancelled'],
  cancelled: [],
};

const WORDS: Record<ActivityState, string> = {
  planned: 'programmata',
  done: 'svolta',
  confirmed: 'confermata',
  cancelled: 'annullata',
};

/** Throws Conflict 409 `activity.state` when the table does not allow the step. */
export function assertMayBecome(from: ActivityState, to: ActivityState): void {
  if (!TRANSITIONS[from].includes(to)) {
    throw new Conflict(
      'activity.state',
      `Un’attività ${WORDS[from]} non può diventare ${WORDS[to]}: ricarica la pagina.`,
    );
  }
}

/** A cancelled activity is not edited: a new one is logged. */
export function assertStillOpen(state: ActivityState): void {
  if (state === 'cancelled') {
    throw new Conflict('activity.cancelled', 'L’attività è annullata: registrane una nuova.');
  }
}
