import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const deliverableKinds = [
  'study',
  'publication',
  'event',
  'study_tour',
  'content',
  'playlist',
  'service',
  'other',
] as const;
export type DeliverableKind = (typeof deliverableKinds)[number];

/** What the project produces: a study, a publication, an event, a service delivered. */
@Entity('deliverable')
export class Deliverable {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid', { nullable: true }) workItemId: string | null;
  @Column('text') kind: DeliverableKind;
  @Column('text') title: string;
  @Column('text', { nullable: true }) language: string | null;
  @Column('text', { nullable: true }) territory: string | null;
  @Column('text', { nullable: true }) theme: string | null;
  @Column('text', { nullable: true }) url: string | null;
  @Column('text', { nullable: true }) fileName: string | null;
  @Column('integer', { default: 0 }) position: number;
}
