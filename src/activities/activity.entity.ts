import { Column, Entity, PrimaryGeneratedColumn, VirtualColumn } from 'typeorm';
import type { IsoDate } from '../kernel/dates.js';
import { lateSql } from './late.js';

export const activityStates = ['planned', 'done', 'confirmed', 'cancelled'] as const;
export type ActivityState = (typeof activityStates)[number];

/** One logged piece of work. Who was there (`staffIds`) is spread by the database into `activity_staff`, where times may not overlap. */
@Entity('activity')
export class Activity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') workItemId: string;
  @Column('uuid', { nullable: true }) participationId: string | null;
  @Column('text') kind: string;
  @Column('text') state: ActivityState;
  @Column('date') day: IsoDate;
  /** Last day of what spans several. */
  @Column('date', { nullable: true }) endsOn: IsoDate | null;
  @Column('time', { nullable: true }) startTime: string | null;
  @Column('time', { nullable: true }) endTime: string | null;
  @Column('integer') minutes: number;
  @Column('numeric', { nullable: true }) quantity: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('text', { nullable: true }) note: string | null;
  /** Head counts without names; null is "not counted". */
  @Column('integer', { nullable: true }) participants: number | null;
  @Column('integer', { nullable: true }) women: number | null;
  @Column('integer', { nullable: true }) men: number | null;
  @Column('uuid', { array: true }) staffIds: string[];
  @Column('uuid', { array: true }) organisationIds: string[];
  @Column('text', { nullable: true }) language: string | null;
  @Column('uuid', { nullable: true }) territoryId: string | null;
  /** For whom it was, where nobody is named. */
  @Column('text', { nullable: true }) targetGroup: string | null;
  /** The line of a contract whose package it uses, and why it may go over it. */
  @Column('uuid', { nullable: true }) contractLineId: string | null;
  @Column('text', { nullable: true }) overReason: string | null;
  @Column('uuid', { nullable: true }) courseId: string | null;
  @Column('uuid', { nullable: true }) seriesId: string | null;
  /** Common to the rows of one piece of work that several projects share by minutes. */
  @Column('uuid', { nullable: true }) sharedId: string | null;
  @Column('text', { nullable: true }) cancelReason: string | null;
  @Column('uuid', { nullable: true }) correctsId: string | null;
  /** The sent report that holds it. */
  @Column('uuid', { nullable: true }) reportId: string | null;
  /** Its number. */
  @VirtualColumn({
    type: 'integer',
    query: (row) =>
      `SELECT s.report_number FROM sent_period s WHERE s.report_id = ${row}.report_id`,
  })
  reportNumber: number | null;
  /** Logged after the report of its period was sent. */
  @VirtualColumn({ type: 'boolean', query: (row) => lateSql(row, 'day') }) late: boolean;
  @Column('boolean') demonstration: boolean;
  @Column('integer') version: number;
  @Column('uuid', { nullable: true }) createdBy: string | null;
}
