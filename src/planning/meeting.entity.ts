import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../kernel/dates.js';

/** What an activity is besides its day and place when people are called together for it. */
@Entity('meeting')
export class Meeting {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') activityId: string;
  @Column('text') title: string;
  @Column('text', { nullable: true }) agenda: string | null;
  @Column('text', { nullable: true }) minutes: string | null;
  @Column('timestamptz', { nullable: true }) convenedAt: Date | null;
  /** The day that the convocation named. */
  @Column('date', { nullable: true }) convenedDay: IsoDate | null;
  /** When those who were called were told that it is cancelled. */
  @Column('timestamptz', { nullable: true }) calledOffAt: Date | null;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}

/** Somebody who is called, and whether they came. */
@Entity('meeting_guest')
export class MeetingGuest {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') meetingId: string;
  @Column('integer') position: number;
  @Column('text') name: string;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('timestamptz', { nullable: true }) convenedAt: Date | null;
  /** Null while nobody noted it. */
  @Column('boolean', { nullable: true }) present: boolean | null;
}

@Entity('meeting_decision')
export class MeetingDecision {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') meetingId: string;
  @Column('text') text: string;
}

export const taskStates = ['open', 'done', 'dropped'] as const;
export type TaskState = (typeof taskStates)[number];

/** A decision that somebody carries out by a day. */
@Entity('task')
export class Task {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') decisionId: string;
  @Column('uuid') personId: string;
  @Column('date') dueDay: IsoDate;
  @Column('text', { default: 'open' }) state: TaskState;
  @Column('date', { nullable: true }) doneOn: IsoDate | null;
  @Column('integer', { default: 1 }) version: number;
}
