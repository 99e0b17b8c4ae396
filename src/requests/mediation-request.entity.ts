import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../kernel/dates.js';

export const requestStates = [
  'received',
  'accepted',
  'assigned',
  'delivered',
  'confirmed',
  'contested',
  'refused',
  'unmet',
] as const;
export type RequestState = (typeof requestStates)[number];

/** Why a request was refused or could not be met. */
export const closings = [
  'out_of_scope',
  'incomplete',
  'duplicate',
  'withdrawn',
  'no_mediator',
  'no_availability',
  'no_hours',
  'too_late',
  'other',
] as const;
export type Closing = (typeof closings)[number];

export const requestModes = ['in_person', 'remote'] as const;
export type RequestMode = (typeof requestModes)[number];
export const requestOrigins = ['phone', 'link'] as const;
export type RequestOrigin = (typeof requestOrigins)[number];

/** A school or service asks for a mediator: from the phone call to the hours that it confirms. Nobody for whom is asked is named. */
@Entity('mediation_request')
export class MediationRequest {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('integer') number: number;
  @Column('uuid') organisationId: string;
  /** The referent of the body. */
  @Column('text') askedBy: string;
  @Column('text', { nullable: true }) askedByEmail: string | null;
  @Column('text', { nullable: true }) askedByPhone: string | null;
  /** The referent of the intervention, whom the mediator meets. */
  @Column('text', { nullable: true }) meets: string | null;
  @Column('text') reason: string;
  @Column('text') language: string;
  @Column('char', { length: 2, nullable: true }) citizenship: string | null;
  @Column('uuid', { nullable: true }) territoryId: string | null;
  @Column('date') wantedDay: IsoDate;
  @Column('time') wantedTime: string;
  @Column('integer') minutes: number;
  @Column('text') mode: RequestMode;
  @Column('text', { nullable: true }) place: string | null;
  @Column('text') origin: RequestOrigin;
  @Column('text') state: RequestState;
  @Column('text', { nullable: true }) closing: Closing | null;
  @Column('text', { nullable: true }) closingNote: string | null;
  @Column('text', { nullable: true }) contestReason: string | null;
  /** On the program's calendar, in Rome. */
  @Column('date') receivedOn: IsoDate;
  @Column('time') receivedTime: string;
  @Column('date', { nullable: true }) answeredOn: IsoDate | null;
  @Column('time', { nullable: true }) answeredTime: string | null;
  /** A person. */
  @Column('uuid', { nullable: true }) mediatorId: string | null;
  @Column('uuid', { nullable: true }) participationId: string | null;
  /** The planned, then done work. */
  @Column('uuid', { nullable: true }) activityId: string | null;
  /** The addresses that got the letter of the last assignment. */
  @Column('text', { array: true, default: [] }) told: string[];
  /** Whether they got the letter that takes it back. */
  @Column('boolean', { default: false }) calledOff: boolean;
  @Column('uuid', { nullable: true }) linkId: string | null;
  /** The key under which the body sent it: sent again, it is the same request. */
  @Column('text', { nullable: true }) sentKey: string | null;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}
