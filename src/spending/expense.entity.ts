import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../kernel/dates.js';
import { type Money, MoneyColumn } from '../kernel/money.js';
import type { Block } from './claimability.js';
import type { RecordState } from './cost-document.entity.js';

/** The share of a cost document that a project charges on a line of its budget. */
@Entity('expense')
export class Expense {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  /** The line's. */
  @Column('uuid') participationId: string;
  @Column('uuid') costDocumentId: string;
  @Column('uuid') budgetLineId: string;
  @MoneyColumn() amount: Money;
  @Column('date') incurredOn: IsoDate;
  @Column('date', { nullable: true }) paidOn: IsoDate | null;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text', { default: 'recorded' }) state: RecordState;
  @Column('text', { nullable: true }) cancelReason: string | null;
  /** Why it cannot be claimed, as last assessed. */
  @Column('text', { array: true, default: [] }) blocks: Block[];
  /** The expense, held by a sent report, that this one corrects. */
  @Column('uuid', { nullable: true }) correctsId: string | null;
  /** The sent report that holds it. */
  @Column('uuid', { nullable: true }) reportId: string | null;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}
