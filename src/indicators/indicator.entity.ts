import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What an indicator adds up over the activities that it takes: their minutes, their quantity, or one each. */
export const sums = ['sum_minutes', 'sum_quantity', 'count'] as const;
export type Sum = (typeof sums)[number];

/** Whom it counts among those who were there, each once over the whole range: everybody, or recipients alone. */
export const headcounts = ['people', 'recipients'] as const;
export type Headcount = (typeof headcounts)[number];

export const measures = [...sums, ...headcounts] as const;
export type Measure = (typeof measures)[number];

export const countsPeople = (measure: Measure): measure is Headcount =>
  (headcounts as readonly Measure[]).includes(measure);

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
