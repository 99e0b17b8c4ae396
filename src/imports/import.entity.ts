import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const importTargets = ['activities', 'organisations', 'contracts', 'enrolments'] as const;
export type TargetKey = (typeof importTargets)[number];

export const importStates = [
  'read',
  'checking',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof importStates)[number];

/** Which column of the file, from 0, fills each field of the target. */
export type Mapping = Record<string, number>;

/** A file that was sent to become rows of the program: what it held, what was found wrong, what became of it. */
@Entity('file_import')
export class FileImport {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  /** Of which partner it is, with its rows; null: of the whole project. */
  @Column('uuid', { nullable: true }) participationId: string | null;
  @Column('text') target: TargetKey;
  @Column('text') fileName: string;
  @Column('text') sha256: string;
  /** Hash of the columns' names: files of one shape share a remembered mapping. */
  @Column('text') shape: string;
  @Column('text', { array: true }) columns: string[];
  @Column('jsonb', { nullable: true }) mapping: Mapping | null;
  @Column('integer', { default: 0 }) rows: number;
  @Column('integer', { default: 0 }) good: number;
  @Column('integer', { default: 0 }) bad: number;
  /** Rows that an earlier import has made already: they change nothing. */
  @Column('integer', { default: 0 }) already: number;
  @Column('text') state: ImportState;
  /** Why the last attempt at the whole did not pass. */
  @Column('text', { nullable: true }) failure: string | null;
  @Column('uuid', { nullable: true }) jobId: string | null;
  @Column('timestamptz', { nullable: true }) checkedAt: Date | null;
  @Column('timestamptz', { nullable: true }) appliedAt: Date | null;
  @Column('timestamptz', { nullable: true }) undoneAt: Date | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
  @Column({ type: 'uuid', nullable: true, insert: false, update: false }) createdBy: string | null;
  @Column('integer', { default: 1 }) version: number;
}
