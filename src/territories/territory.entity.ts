import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const territoryKinds = [
  'municipality',
  'province',
  'social_ambit',
  'health_district',
  'quadrant',
  'other',
] as const;
export type TerritoryKind = (typeof territoryKinds)[number];

/** A place by which work is counted: the same name may be a municipality and a province. */
@Entity('territory')
export class Territory {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') kind: TerritoryKind;
  @Column('text') name: string;
  @Column('text', { nullable: true }) istatCode: string | null;
  @Column('uuid', { nullable: true }) provinceId: string | null;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}
