import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const workItemKinds = ['action', 'work_package', 'phase', 'activity_line'] as const;
export type WorkItemKind = (typeof workItemKinds)[number];

/** A node of the work plan: what was planned. What was done is an activity. */
@Entity('work_item')
export class WorkItem {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text') kind: WorkItemKind;
  @Column('text') code: string;
  @Column('text') title: string;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text', { nullable: true }) starts: string | null;
  @Column('text', { nullable: true }) ends: string | null;
  @Column('integer', { default: 0 }) position: number;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}

@Entity('objective_work_item')
export class ObjectiveWorkItem {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') objectiveId: string;
  @Column('uuid') workItemId: string;
}
