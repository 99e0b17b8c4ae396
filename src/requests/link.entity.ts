import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../kernel/dates.js';

/** By which a body asks for mediators without an account; revocable, kept only as a hash. */
@Entity('request_link')
export class RequestLink {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') organisationId: string;
  @Column('uuid', { nullable: true }) territoryId: string | null;
  @Column('bytea') tokenHash: Buffer;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('timestamptz') createdAt: Date;
}

export const confirmationAnswers = ['confirmed', 'contested'] as const;
export type ConfirmationAnswer = (typeof confirmationAnswers)[number];

/** By which the body confirms or contests the hours, once. */
@Entity('hours_confirmation')
export class HoursConfirmation {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') requestId: string;
  @Column('bytea') tokenHash: Buffer;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) answer: ConfirmationAnswer | null;
  /** The hours that it asks for, as they were when it was made. */
  @Column('date') day: IsoDate;
  @Column('time', { nullable: true }) startTime: string | null;
  @Column('integer') minutes: number;
  @Column('boolean') wasted: boolean;
  /** The key under which it was answered: sent again, it is the same answer. */
  @Column('text', { nullable: true }) answerKey: string | null;
}
