import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const nodeKinds = [
  'specific_objective',
  'national_objective',
  'letter',
  'priority',
  'action',
  'other',
] as const;
export type NodeKind = (typeof nodeKinds)[number];

@Entity('fund')
export class Fund {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('integer', { default: 1 }) version: number;
}

@Entity('programme')
export class Programme {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') fundId: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) years: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** A place in the tree of codes: specific objective → national objective → letter. */
@Entity('programme_node')
export class ProgrammeNode {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') programmeId: string;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text') code: string;
  @Column('text') label: string;
  @Column('text') kind: NodeKind;
  @Column('integer', { default: 1 }) version: number;
}
