import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Caller } from '../access/caller.js';
import { BudgetLine } from '../budget/budget-line.entity.js';
import { Clock } from '../kernel/dates.js';
import { Conflict, NotFound } from '../kernel/errors.js';
import { Money } from '../kernel/money.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { assess } from './assessment.js';
import { assertNotToCome, assertStillFits, chargeableLine, lockDocument } from './charges.js';
import type { NewShare } from './cost-document.dto.js';
import type { CostDocument } from './cost-document.entity.js';
import { findDocument } from './cost-document.queries.js';
import type { ExpenseChange, ExpenseCorrection, ExpenseView, NewExpense } from './expense.dto.js';
import { Expense } from './expense.entity.js';
import { findExpense } from './expense.queries.js';

/** Charges shares of documents on lines of the budget, changes them, cancels them. */
@Injectable()
export class ExpensesService {
  constructor(
    private readonly writes: Writes,
    private readonly clock: Clock,
  ) {}

  charge(
    caller: Caller,
    projectId: string,
    { costDocumentId, ...share }: NewExpense,
  ): Promise<ExpenseView> {
    return this.writes.run(async (db) => {
      // A document received by another project may be charged here by whoever reaches it there.
      if (!(await findDocument(db, new Caller(caller.signed), costDocumentId)))
        throw new NotFound('giustificativo');
      const document = await lockDocument(db, costDocumentId);
      const id = await this.add(db, caller, projectId, document, share);
      return viewOf(db, caller, id);
    });
  }

  /** Adds a share of a locked document; part of a transaction. */
  async add(
    db: EntityManager,
    caller: Caller,
    projectId: string,
    document: CostDocument,
    share: NewShare,
  ): Promise<string> {
    const line = await chargeableLine(db, caller, projectId, share.budgetLineId);
    const row = db.create(Expense, {
      projectId,
      participationId: line.participationId,
      costDocumentId: document.id,
      budgetLineId: line.id,
      amount: Money.of(share.amount),
      incurredOn: share.incurredOn ?? document.issuedOn,
      paidOn: share.paidOn ?? null,
      description: share.description ?? null,
    });
    assertNotToCome(this.clock.today(), row.incurredOn, row.paidOn);
    await assertStillFits(db, document, row.amount);
    const { id } = await db.save(row);
    await assess(db, projectId, [line.stableKey]);
    return id;
  }

  change(
    caller: Caller,
    projectId: string,
    id: string,
    seen: number,
    change: ExpenseChange,
  ): Promise<ExpenseView> {
    return this.writes.run(async (db) => {
      const expense = await this.editable(db, caller, id, seen);
      if (expense.reportId) throw locked();
      const before = await db.findOneByOrFail(BudgetLine, { id: expense.budgetLineId });
      const line = change.budgetLineId
        ? await chargeableLine(db, caller, projectId, change.budgetLineId)
        : before;
      Object.assign(expense, changed(expense, change), {
        budgetLineId: line.id,
        participationId: line.participationId,
      });
      assertNotToCome(this.clock.today(), change.incurredOn, change.paidOn);
      await assertStillFits(db, await lockDocument(db, expense.costDocumentId), expense.amount, id);
      await db.save(expense);
      await assess(db, projectId, [before.stableKey, line.stableKey]);
      return viewOf(db, caller, id);
    });
  }

  cancel(
    caller: Caller,
    projectId: string,
    id: string,
    seen: number,
    reason: string,
  ): Promise<ExpenseView> {
    return this.writes.run(async (db) => {
      const expense = await this.editable(db, caller, id, seen);
      if (expense.reportId) throw locked();
      await this.end(db, projectId, expense, reason);
      return viewOf(db, caller, id);
    });
  }

  /** The way to change what a sent report holds: it is cancelled, and a new expense names it. */
  correct(
    caller: Caller,
    projectId: string,
    id: string,
    seen: number,
    correction: ExpenseCorrection,
  ): Promise<ExpenseView> {
    return this.writes.run(async (db) => {
      const old = await this.editable(db, caller, id, seen);
      if (!old.reportId) throw notLocked();
      const document = await lockDocument(db, old.costDocumentId);
      await this.end(db, projectId, old, correction.reason);
      const share = {
        ...changed(old, correction),
        budgetLineId: correction.budgetLineId ?? (await currentLine(db, old)),
      };
      const newId = await this.add(db, caller, projectId, document, {
        ...share,
        amount: share.amount.toString(),
      });
      await db.update(Expense, { id: newId }, { correctsId: id });
      return viewOf(db, caller, newId);
    });
  }

  private async end(
    db: EntityManager,
    projectId: string,
    expense: Expense,
    cancelReason: string,
  ): Promise<void> {
    await db.save(Object.assign(expense, { state: 'cancelled', cancelReason }));
    const line = await db.findOneByOrFail(BudgetLine, { id: expense.budgetLineId });
    await assess(db, projectId, [line.stableKey]);
  }

  private async editable(
    db: EntityManager,
    caller: Caller,
    id: string,
    seen: number,
  ): Promise<Expense> {
    const view = await findExpense(db, caller, id, 'expense.edit');
    if (!view) throw new NotFound('spesa');
    await lockDocument(db, view.costDocumentId);
    const expense = await bumpVersion(db, Expense, { id, projectId: view.projectId }, seen);
    if (expense.state === 'cancelled') throw cancelled();
    return expense;
  }
}

const changed = (expense: Expense, change: ExpenseChange) => ({
  amount: change.amount === undefined ? expense.amount : Money.of(change.amount),
  incurredOn: change.incurredOn ?? expense.incurredOn,
  paidOn: change.paidOn === undefined ? expense.paidOn : change.paidOn,
  description: change.description === undefined ? expense.description : change.description,
});

/** The expense's line as it is in the budget in force. */
async function currentLine(db: EntityManager, { budgetLineId }: Expense): Promise<string> {
  const rows: { id: string }[] = await db.query(
    `SELECT n.id FROM budget_line l JOIN budget_line n ON n.stable_key = l.stable_key
     JOIN budget_version v ON v.id = n.budget_version_id AND v.state = 'approved' WHERE l.id = $1`,
    [budgetLineId],
  );
  return rows[0]?.id ?? budgetLineId;
}

async function viewOf(db: EntityManager, caller: Caller, id: string): Promise<ExpenseView> {
  const view = await findExpense(db, caller, id);
  if (!view) throw new NotFound('spesa');
  return view;
}

const locked = () =>
  new Conflict(
    'expense.locked',
    'Un rendiconto inviato contiene questa spesa: usa «Rettifica», che la annulla e ne crea una nuova.',
  );
const notLocked = () =>
  new Conflict(
    'expense.not_locked',
    'Nessun rendiconto inviato contiene questa spesa: modificala direttamente.',
  );
const cancelled = () =>
  new Conflict('expense.cancelled', 'Questa spesa è annullata e non si modifica più.');
