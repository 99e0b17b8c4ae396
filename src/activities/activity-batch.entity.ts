import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Activity } from './activity.entity.js';

/** An activity as it was, without what the database keeps of itself. */
export type FormerActivity = Omit<
  Activity,
  'id' | 'projectId' | 'late' | 'version' | 'createdBy' | 'reportId' | 'reportNumber'
>;

/** One row of a batch: its version afterwards, and what it was before; null when the batch made it. */
export interface BatchEntry {
  id: string;
  projectId: string;
  version: number;
  before: FormerActivity | null;
}

/** What one save did to many activities, so that one undo takes all of it back. */
@Entity('activity_batch')
export class ActivityBatch {
  @PrimaryGeneratedColumn('uuid') id: string;
  /** Null when its rows are of several. */
  @Column('uuid', { nullable: true }) projectId: string | null;
  @Column('uuid') madeBy: string;
  @Column('jsonb') rows: BatchEntry[];
  @Column('timestamptz', { nullable: true }) undoneAt: Date | null;
}
