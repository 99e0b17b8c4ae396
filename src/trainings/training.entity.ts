import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../kernel/dates.js';

/** On screen: svolta, annullata. */
export const trainingStates = ['held', 'cancelled'] as const;
export type TrainingState = (typeof trainingStates)[number];

/** A training of operators, with the field and the contents that the funder asks for (FAMI, scheda operatori). */
@Entity('training')
export class Training {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') workItemId: string;
  /** The body that held it. */
  @Column('uuid', { nullable: true }) participationId: string | null;
  /** The logged piece of work that it was. */
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('text') field: string;
  @Column('text') contents: string;
  @Column('date') fromDay: IsoDate;
  /** It counts on this day. */
  @Column('date') toDay: IsoDate;
  @Column('integer', { nullable: true }) minutes: number | null;
  @Column('text') state: TrainingState;
  @Column('boolean') demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}

/** An operator who was trained. */
@Entity('trainee')
export class Trainee {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') trainingId: string;
  @Column('uuid') personId: string;
}
