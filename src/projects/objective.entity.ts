import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const objectiveKinds = ['general', 'specific', 'purpose'] as const;
export type ObjectiveKind = (typeof objectiveKinds)[number];

@Entity('objective')
export class Objective {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text', { nullable: true }) code: string | null;
  @Column('text') kind: ObjectiveKind;
  @Column('text') text: string;
  @Column('integer', { default: 0 }) position: number;
  @Column('integer', { default: 1 }) version: number;
}
