import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../kernel/dates.js';

export const budgetStates = ['draft', 'approved', 'superseded'] as const;
export type BudgetState = (typeof budgetStates)[number];

/** A budget as a whole: one is approved at a time, and what is approved never changes. */
@Entity('budget_version')
export class BudgetVersion {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('integer') number: number;
  @Column('text', { default: 'draft' }) state: BudgetState;
  @Column('date', { nullable: true }) approvedOn: IsoDate | null;
  /** The act that approves it, as it is cited. */
  @Column('text', { nullable: true }) act: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}
