import { Conflict } from '../kernel/errors.js';
import type { ReportState } from './report.entity.js';

/** From each state, where a report may go: superseded is a sent report whose correction was sent. */
const TRANSITIONS: Record<ReportState, readonly ReportState[]> = {
  draft: ['sent'],
  sent: ['superseded'],
  superseded: [],
};

/** Throws Conflict 409 `report.state` when the table does not allow the step. */
export function assertMayBecome(from: ReportState, to: ReportState): void {
  if (TRANSITIONS[from].includes(to)) return;
  throw new Conflict(
    'report.state',
    from === 'draft'
      ? 'Il rendiconto è ancora una bozza: prima va inviato.'
      : 'Il rendiconto è già stato inviato: per cambiarlo se ne fa uno di rettifica.',
  );
}

/** What was sent is not edited. */
export function assertDraft(state: ReportState): void {
  if (state !== 'draft') assertMayBecome(state, 'sent');
}
