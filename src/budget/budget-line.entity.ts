import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { type Money, MoneyColumn } from '../kernel/money.js';

/** What a partner may spend on a category of cost, for a work item or for the project as a whole. */
@Entity('budget_line')
export class BudgetLine {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') budgetVersionId: string;
  @Column('uuid') participationId: string;
  @Column('uuid', { nullable: true }) workItemId: string | null;
  @Column('uuid') costCategoryId: string;
  /** The same line in every version of the budget. */
  @Column('uuid', { default: () => 'uuidv7()' }) stableKey: string;
  @Column('text') description: string;
  @MoneyColumn() planned: Money;
  @Column('integer', { default: 1 }) version: number;
}

/** How much of a line one source pays: the sources of a line sum to it. */
@Entity('budget_line_source')
export class BudgetLineSource {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') budgetLineId: string;
  @Column('uuid') fundingSourceId: string;
  @MoneyColumn() amount: Money;
}
