import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const capBases = ['direct', 'direct_staff', 'total'] as const;
export type CapBase = (typeof capBases)[number];

/** What a project answers: it owns cost categories and rules, all of them data. */
@Entity('call')
export class Call {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') programmeId: string;
  @Column('text', { nullable: true }) code: string | null;
  @Column('text') title: string;
  @Column('integer', { nullable: true }) year: number | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('integer', { default: 1 }) version: number;
}

@Entity('cost_category')
export class CostCategory {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') callId: string;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text') code: string;
  @Column('text') label: string;
  /** Share of the base that the category may reach, '0.070000'; null when nobody has set one. */
  @Column('numeric', { precision: 9, scale: 6, nullable: true }) capRate: string | null;
  @Column('text', { nullable: true }) capBase: CapBase | null;
  @Column('text', { nullable: true }) mandatoryIf: string | null;
  @Column('integer', { default: 0 }) position: number;
}

/** One rule of a call, dated; a null value means that nobody has configured it and nothing may compute with it. */
@Entity('call_rule')
export class CallRule {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') callId: string;
  @Column('text') code: string;
  @Column('text') label: string;
  @Column('text', { nullable: true }) value: string | null;
  @Column('text', { nullable: true }) source: string | null;
  @Column('date', { nullable: true }) validFrom: string | null;
  @Column('date', { nullable: true }) validTo: string | null;
}
