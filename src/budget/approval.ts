import { formatDay, type IsoDate } from '../kernel/dates.js';
import { Conflict, RuleBroken } from '../kernel/errors.js';
import { euro, type Money } from '../kernel/money.js';
import type { BudgetState } from './budget-version.entity.js';

export interface Approval {
  draft: { state: BudgetState; lines: number; total: Money };
  previous: { total: Money; approvedOn: IsoDate } | null;
  approvedOn: IsoDate;
  act: string | null;
  today: IsoDate;
}

/**
 * A draft becomes the budget: it has lines, its day is neither to come nor before the previous approval, and the
 * movements against the previous version sum to zero unless an act changes the grant.
 */
export function assertMayApprove({ draft, previous, approvedOn, act, today }: Approval): void {
  if (draft.state !== 'draft') {
    throw new Conflict(
      'budget.not_draft',
      'Questa versione del budget è già approvata: per cambiarla apri una variazione.',
    );
  }
  if (draft.lines === 0) {
    throw new RuleBroken(
      'budget.empty',
      'La versione non ha righe: aggiungine almeno una prima di approvarla.',
    );
  }
  if (approvedOn > today) {
    throw new RuleBroken(
      'budget.approved_later',
      'La data di approvazione è nel futuro: indica il giorno dell’atto.',
    );
  }
  if (previous && approvedOn < previous.approvedOn) {
    throw new RuleBroken(
      'budget.approved_earlier',
      `La versione in vigore è stata approvata il ${formatDay(previous.approvedOn)}: la nuova non può precederla.`,
    );
  }
  if (previous && act === null && !draft.total.equals(previous.total)) {
    const change = draft.total.minus(previous.total);
    throw new RuleBroken(
      'budget.act_missing',
      `Le variazioni non si compensano (${euro(change)} rispetto alla versione in vigore): correggile o indica l’atto che cambia il finanziamento.`,
    );
  }
}
