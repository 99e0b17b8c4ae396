import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Staff, teachers and mediators, plainly named. Recipients are never here. */
@Entity('person')
export class Person {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('boolean', { default: false }) demonstration: boolean;
}
