import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Staff, teachers and mediators, plainly named. Recipients are never here. */
@Entity('person')
export class Person {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') name: string;
  /** For whom the person works, when it is not our institute or is known at all. */
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}
