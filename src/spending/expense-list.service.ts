import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { NotFound } from '../kernel/errors.js';
import type { Page } from '../kernel/page.js';
import type { ExpenseFilter, ExpenseTotals, ExpenseView } from './expense.dto.js';
import { findExpense, listExpenses, totalExpenses } from './expense.queries.js';

/** Reads expenses: the rows of a figure, and what they sum to. */
@Injectable()
export class ExpenseListService {
  constructor(private readonly source: DataSource) {}

  list(caller: Caller, filter: ExpenseFilter): Promise<Page<ExpenseView>> {
    return listExpenses(this.source.manager, caller, filter);
  }

  totals(caller: Caller, filter: ExpenseFilter): Promise<ExpenseTotals> {
    return totalExpenses(this.source.manager, caller, filter);
  }

  async one(caller: Caller, id: string): Promise<ExpenseView> {
    const expense = await findExpense(this.source.manager, caller, id);
    if (!expense) throw new NotFound('spesa');
    return expense;
  }
}
