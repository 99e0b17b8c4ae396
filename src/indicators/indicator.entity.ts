import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const measures = ['sum_minutes', 'sum_quantity', 'count'] as const;
/** What an indicator adds up over the activities that it takes: their minutes, their quantity, or one each. */
export type Measure = (typeof measures)[number];

/** What the project promised to count, how, and how much of it. */
@Entity('indicator')
export class Indicator {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  /** Counts this work item and all below it; null: the whole project. */
  @Column('uuid', { nullable: true }) workItemId: string | null;
  @Column('text') code: string;
  @Column('text') label: string;
  /** As it is shown: 'ore', 'pagine', 'laboratori'. */
  @Column('text') unit: string;
  @Column('text') measure: Measure;
  /** Kinds of activity that count; none means all. */
  @Column('text', { array: true }) kinds: string[];
  /** Minutes when the measure is minutes. */
  @Column('numeric', { precision: 12, scale: 2 }) target: string;
  @Column('integer') position: number;
  @Column('text', { nullable: true }) note: string | null;
  @Column('boolean') demonstration: boolean;
  @Column('integer') version: number;
}
