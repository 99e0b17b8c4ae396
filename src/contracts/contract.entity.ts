import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../kernel/dates.js';
import { type Money, MoneyColumn } from '../kernel/money.js';

export const contractStates = ['draft', 'active', 'closed'] as const;
export type ContractState = (typeof contractStates)[number];

/** What a cooperative or a mediator is paid for. */
@Entity('contract')
export class Contract {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('text') title: string;
  /** Number and date of the act, or the CIG. */
  @Column('text', { nullable: true }) reference: string | null;
  @Column('date', { nullable: true }) signedOn: IsoDate | null;
  @Column('date') validFrom: IsoDate;
  @Column('date') validTo: IsoDate;
  @Column('text', { default: 'active' }) state: ContractState;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}

/** A package of a contract: so many minutes, pages or pieces of one kind of work, perhaps in one language. */
@Entity('contract_line')
export class ContractLine {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') contractId: string;
  @Column('text') kind: string;
  /** Null: any language. */
  @Column('text', { nullable: true }) language: string | null;
  /** By the hour where the kind is counted in minutes. */
  @MoneyColumn({ nullable: true }) unitRate: Money | null;
  @Column('integer') bought: number;
  @Column('integer', { default: 0 }) minimum: number;
  @Column('integer', { default: 1 }) step: number;
  @Column('date') validFrom: IsoDate;
  @Column('date') validTo: IsoDate;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}

/** How much of a line a requesting body, or a territory, may use. */
@Entity('hour_allotment')
export class HourAllotment {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') contractLineId: string;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('uuid', { nullable: true }) territoryId: string | null;
  @Column('integer') amount: number;
  @Column('boolean', { default: false }) demonstration: boolean;
}
