import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Who pays which share of a project; the last by position takes what rounding leaves. */
@Entity('funding_source')
export class FundingSource {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('text') code: string;
  @Column('text') label: string;
  /** "0.500000" */
  @Column('numeric', { precision: 9, scale: 6 }) rate: string;
  @Column('integer') position: number;
  @Column('integer', { default: 1 }) version: number;
}
