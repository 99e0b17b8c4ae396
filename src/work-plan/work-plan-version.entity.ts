import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { WorkItemKind } from './work-item.entity.js';

export const planStates = ['draft', 'approved'] as const;
export type PlanState = (typeof planStates)[number];

/** One row of the plan as it was when approved. */
export interface PlannedItem {
  id: string;
  parentId: string | null;
  kind: WorkItemKind;
  code: string;
  title: string;
  starts: string | null;
  ends: string | null;
}

/** A version of the plan; once approved its content never changes. */
@Entity('work_plan_version')
export class WorkPlanVersion {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('integer') number: number;
  @Column('text', { default: 'draft' }) state: PlanState;
  @Column('date', { nullable: true }) approvedOn: string | null;
  @Column('text', { nullable: true }) act: string | null;
  @Column('jsonb', { nullable: true }) content: PlannedItem[] | null;
  @Column('integer', { default: 1 }) version: number;
}
