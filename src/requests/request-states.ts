import { Conflict } from '../kernel/errors.js';
import type { RequestState } from './mediation-request.entity.js';

/** From each state, where a request may go; what was contested is delivered anew, with other hours or the same. */
const TRANSITIONS: Record<RequestState, readonly RequestState[]> = {
  received: ['accepted', 'assigned', 'refused', 'unmet'],
  accepted: ['assigned', 'refused', 'unmet'],
  assigned: ['assigned', 'delivered', 'refused', 'unmet'],
  delivered: ['delivered', 'confirmed', 'contested'],
  contested: ['delivered'],
  confirmed: [],
  refused: [],
  unmet: [],
};

const WORDS: Record<RequestState, string> = {
  received: 'ricevuta',
  accepted: 'presa in carico',
  assigned: 'assegnata',
  delivered: 'svolta',
  confirmed: 'confermata',
  contested: 'contestata',
  refused: 'rifiutata',
  unmet: 'non evasa',
};

/** Throws Conflict 409 `request.state` when the table does not allow the step. */
export function assertMayBecome(from: RequestState, to: RequestState): void {
  if (TRANSITIONS[from].includes(to)) return;
  throw new Conflict(
    'request.state',
    `Una richiesta ${WORDS[from]} non può diventare ${WORDS[to]}: ricarica la pagina.`,
  );
}

const STILL_ASKED: readonly RequestState[] = ['received', 'accepted'];

/** What is asked for changes only until somebody is sent. */
export function assertStillAsked(state: RequestState): void {
  if (STILL_ASKED.includes(state)) return;
  throw new Conflict(
    'request.answered',
    'La richiesta ha già avuto risposta: cambia l’assegnazione, oppure registra una richiesta nuova.',
  );
}
