import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../kernel/dates.js';

export const ageBands = ['under_18', '18_60', 'over_60'] as const;
export type AgeBand = (typeof ageBands)[number];
export const genders = ['female', 'male', 'other'] as const;
export type Gender = (typeof genders)[number];
/** What shows the citizenship: a document, a permit of stay, the school's records, a declaration. */
export const proofs = ['document', 'permit', 'school', 'declaration'] as const;
export type Proof = (typeof proofs)[number];
export const recipientFlags = [
  'pupil',
  'unaccompanied_minor',
  'asylum_seeker',
  'protection_holder',
  'family_reunion',
] as const;
export type RecipientFlag = (typeof recipientFlags)[number];

/** Whose citizenship nobody has asked, and who has none. */
export const UNKNOWN_COUNTRY = 'XX';
export const STATELESS = 'stateless';

/** A person for whom the work is done, as a code of the whole institute: who it is stands elsewhere, or nowhere. */
@Entity('recipient')
export class Recipient {
  @PrimaryGeneratedColumn('uuid') id: string;
  /** "7K3M-9QX2": tells nothing. */
  @Column('text') code: string;
  /** The code that stands for the same person after merges: itself, at first. */
  @Column('uuid') personId: string;
  @Column('text', { nullable: true }) initials: string | null;
  @Column('smallint', { nullable: true }) birthYear: number | null;
  /** Only when the year is not known. */
  @Column('text', { nullable: true }) ageBand: AgeBand | null;
  @Column('text', { nullable: true }) gender: Gender | null;
  /** ISO code, 'XX' not known, 'stateless'. */
  @Column('text') citizenship: string;
  @Column('text', { nullable: true }) citizenshipProof: Proof | null;
  @Column('text', { array: true }) flags: RecipientFlag[];
  /** Who it was is not kept any more; or kept, and read by nobody. */
  @Column('date', { nullable: true }) erasedOn: IsoDate | null;
  @Column('date', { nullable: true }) restrictedOn: IsoDate | null;
  @Column('text', { nullable: true }) restrictedReason: string | null;
  @Column('boolean') demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}

/** A project, or one of its partners, takes a recipient in charge and tells how it uses the data. */
@Entity('intake')
export class Intake {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid', { nullable: true }) participationId: string | null;
  @Column('uuid') recipientId: string;
  @Column('date') takenOn: IsoDate;
  /** When the privacy notice was given, and to whom. */
  @Column('date', { nullable: true }) noticeOn: IsoDate | null;
  @Column('text', { nullable: true }) noticeTo: 'person' | 'guardian' | null;
  @Column('boolean') demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}
