import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const projectStates = ['draft', 'active', 'concluded', 'archived', 'unknown'] as const;
export type ProjectState = (typeof projectStates)[number];

@Entity('project')
export class Project {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') slug: string;
  @Column('text') title: string;
  @Column('text', { nullable: true }) acronym: string | null;
  @Column('text', { nullable: true }) summary: string | null;
  @Column('text', { nullable: true }) aims: string | null;
  @Column('text', { default: 'unknown' }) state: ProjectState;
  /** Dates with their precision: '2018', '2018-05' or '2018-05-15'. */
  @Column('text', { nullable: true }) starts: string | null;
  @Column('text', { nullable: true }) ends: string | null;
  @Column('text', { nullable: true }) executionYears: string | null;
  @Column('uuid', { nullable: true }) fundId: string | null;
  @Column('uuid', { nullable: true }) programmeNodeId: string | null;
  @Column('uuid', { nullable: true }) callId: string | null;
  @Column('integer', { nullable: true }) submittedYear: number | null;
  @Column('text', { nullable: true }) annuality: string | null;
  @Column('text', { nullable: true }) cup: string | null;
  @Column('text', { nullable: true }) website: string | null;
  /** False: nobody knows what our institute does in it, which is not the same as nothing. */
  @Column('boolean', { default: false }) functionsKnown: boolean;
  @Column('text', { nullable: true }) functionsNote: string | null;
  @Column('text', { nullable: true }) source: string | null;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}
