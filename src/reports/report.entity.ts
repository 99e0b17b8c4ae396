import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const reportKinds = ['quarterly_sheet'] as const;
export type ReportKind = (typeof reportKinds)[number];
export const reportStates = ['draft', 'sent', 'superseded'] as const;
export type ReportState = (typeof reportStates)[number];

/** What goes to the funder for one period; from the sending on, its figures are those of its snapshot. */
@Entity('report')
export class Report {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  /** Counts the reports of a project, corrections included. */
  @Column('integer') number: number;
  @Column('text') kind: ReportKind;
  @Column('date') fromDay: string;
  @Column('date') toDay: string;
  @Column('text') state: ReportState;
  @Column('uuid', { nullable: true }) correctsId: string | null;
  @Column('text', { nullable: true }) synthesis: string | null;
  @Column('text', { nullable: true }) strengths: string | null;
  @Column('text', { nullable: true }) deviations: string | null;
  @Column('text', { nullable: true }) problems: string | null;
  @Column('text', { nullable: true }) teamChanges: string | null;
  @Column('text', { nullable: true }) networkRoles: string | null;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  @Column('uuid', { nullable: true }) sentBy: string | null;
  /** Of the snapshot. */
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('boolean') demonstration: boolean;
  @Column('integer') version: number;
}
