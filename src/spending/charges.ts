import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { BudgetLine } from '../budget/budget-line.entity.js';
import { BudgetVersion } from '../budget/budget-version.entity.js';
import type { IsoDate } from '../kernel/dates.js';
import { NotFound, RuleBroken } from '../kernel/errors.js';
import { Money } from '../kernel/money.js';
import { CostDocument } from './cost-document.entity.js';
import { assertWithinDocument, type Charged } from './document-ceiling.js';

/** The line, when it is of the budget in force and of a participation that the caller may spend for. */
export async function chargeableLine(
  db: EntityManager,
  caller: Caller,
  projectId: string,
  id: string,
): Promise<BudgetLine> {
  const line = await db.findOneBy(BudgetLine, { id, projectId });
  const own = caller.participationsIn(projectId, 'expense.edit');
  if (!line || (own !== null && !own.includes(line.participationId))) throw lineUnknown();
  // Held until the charge is written: nobody may approve another version without it meanwhile.
  const version = await db.findOneOrFail(BudgetVersion, {
    where: { id: line.budgetVersionId },
    lock: { mode: 'pessimistic_read' },
  });
  if (version.state !== 'approved') throw lineNotInForce();
  return line;
}

/** Locks the document: whoever else charges it waits until this transaction ends. */
export async function lockDocument(db: EntityManager, id: string): Promise<CostDocument> {
  const document = await db.findOne(CostDocument, {
    where: { id },
    lock: { mode: 'for_no_key_update' },
  });
  if (!document) throw new NotFound('giustificativo');
  return document;
}

/** Refuses in words what the database would refuse: more than what is left of a (locked) document. */
export async function assertStillFits(
  db: EntityManager,
  document: CostDocument,
  added: Money,
  except: string | null = null,
): Promise<void> {
  assertChargeable(document);
  const [row] = (await db.query(
    `SELECT coalesce((SELECT sum(eligible_total) FROM cost_document WHERE credits_id = $1 AND state = 'recorded'), 0) AS credited,
            coalesce((SELECT sum(amount) FROM expense WHERE cost_document_id = $1 AND state = 'recorded' AND id IS DISTINCT FROM $2), 0) AS charged`,
    [document.id, except],
  )) as [{ credited: string; charged: string }];
  const so: Charged = {
    eligibleTotal: document.eligibleTotal,
    credited: Money.of(row.credited),
    charged: Money.of(row.charged),
  };
  assertWithinDocument(so, added);
}

function assertChargeable({ kind, state }: CostDocument): void {
  if (kind === 'credit_note') {
    throw new RuleBroken(
      'expense.credit_note',
      'Una nota di credito riduce il suo giustificativo e non si imputa: imputa quello.',
    );
  }
  if (state === 'cancelled') {
    throw new RuleBroken(
      'expense.document_cancelled',
      'Il giustificativo è annullato: registrane uno valido e imputa quello.',
    );
  }
}

/** What has not happened yet is no expense. */
export function assertNotToCome(today: IsoDate, ...days: (IsoDate | null | undefined)[]): void {
  if (days.some((day) => day && day > today)) {
    throw new RuleBroken(
      'expense.day_to_come',
      'Una data è nel futuro: una spesa si registra quando è avvenuta.',
    );
  }
}

const lineUnknown = () =>
  new RuleBroken(
    'expense.line_unknown',
    'La riga di budget non esiste in questo progetto: sceglila dall’elenco.',
    [{ path: 'budgetLineId', message: 'Scegli una riga dall’elenco.' }],
  );

const lineNotInForce = () =>
  new RuleBroken(
    'expense.line_not_in_force',
    'La riga è di una versione del budget non in vigore: scegli la riga del budget approvato.',
    [{ path: 'budgetLineId', message: 'Scegli una riga del budget approvato.' }],
  );
