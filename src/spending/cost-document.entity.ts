import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../kernel/dates.js';
import { type Money, MoneyColumn } from '../kernel/money.js';

export const costDocumentKinds = [
  'invoice',
  'receipt',
  'payslip',
  'fee_note',
  'expense_claim',
  'tax_form',
  'credit_note',
  'other',
] as const;
export type CostDocumentKind = (typeof costDocumentKinds)[number];

export const recordStates = ['recorded', 'cancelled'] as const;
export type RecordState = (typeof recordStates)[number];

/** An invoice, a payslip, a receipt: proof of a cost, of which one or more projects charge a share. */
@Entity('cost_document')
export class CostDocument {
  @PrimaryGeneratedColumn('uuid') id: string;
  /** The project and the participation that received it. */
  @Column('uuid') projectId: string;
  @Column('uuid') participationId: string;
  @Column('text') kind: CostDocumentKind;
  @Column('text', { default: 'recorded' }) state: RecordState;
  @Column('text') issuerName: string;
  @Column('text', { nullable: true }) issuerTaxId: string | null;
  @Column('text') number: string;
  @Column('text') numberNormalised: string;
  @Column('date') issuedOn: IsoDate;
  /** With VAT. */
  @MoneyColumn() total: Money;
  @MoneyColumn() vat: Money;
  /** What of the total may be charged to projects at all. */
  @MoneyColumn() eligibleTotal: Money;
  @Column('text', { nullable: true }) cup: string | null;
  /** The document that this credit note reduces. */
  @Column('uuid', { nullable: true }) creditsId: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { nullable: true }) cancelReason: string | null;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}
