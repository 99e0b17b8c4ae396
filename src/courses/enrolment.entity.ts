import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../kernel/dates.js';

/** On screen: effettivo, uditore, ritirato. */
export const enrolmentStatuses = ['regular', 'listener', 'withdrawn'] as const;
export type EnrolmentStatus = (typeof enrolmentStatuses)[number];

/** A recipient in a course. */
@Entity('enrolment')
export class Enrolment {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') courseId: string;
  @Column('uuid') recipientId: string;
  @Column('text') status: EnrolmentStatus;
  @Column('date') fromDay: IsoDate;
  /** The day of the withdrawal. */
  @Column('date', { nullable: true }) toDay: IsoDate | null;
  @Column('boolean') demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}
