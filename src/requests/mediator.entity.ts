import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What we know of a person as a mediator. */
@Entity('mediator')
export class Mediator {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('text', { array: true }) languages: string[];
  @Column('text', { nullable: true }) email: string | null;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}

/** When a mediator usually can come: weekday 1 is Monday. */
@Entity('mediator_slot')
export class MediatorSlot {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') mediatorId: string;
  @Column('smallint') weekday: number;
  @Column('time') fromTime: string;
  @Column('time') toTime: string;
}
