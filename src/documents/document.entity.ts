import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const documentKinds = [
  'evidence',
  'register',
  'cost_document',
  'payment_proof',
  'agreement',
  'act',
  'report',
  'deliverable',
  'other',
  'cup_declaration',
  'logo',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentStates = ['attached', 'removed'] as const;
export type DocumentState = (typeof documentStates)[number];

/** A stored file and what it is about; the bytes are in the DocumentStore under `sha256`. */
@Entity('document')
export class Document {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid', { nullable: true }) participationId: string | null;
  @Column('text') sha256: string;
  @Column('integer') sizeBytes: number;
  @Column('text') mediaType: string;
  @Column('text') name: string;
  @Column('text') kind: DocumentKind;
  @Column('boolean') confidential: boolean;
  @Column('text', { nullable: true }) subjectTable: string | null;
  @Column('uuid', { nullable: true }) subjectId: string | null;
  @Column('text', { default: 'attached' }) state: DocumentState;
  /** Why it was taken away. */
  @Column('text', { nullable: true }) removeReason: string | null;
  @Column({ type: 'uuid', nullable: true, insert: false, update: false }) createdBy: string | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
