import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A person of the working group; no function when the source gives the name alone. */
@Entity('team_member')
export class TeamMember {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') personId: string;
  @Column('text', { nullable: true }) function: string | null;
  @Column('text', { nullable: true }) fromDay: string | null;
  @Column('text', { nullable: true }) toDay: string | null;
  @Column('integer', { default: 0 }) position: number;
  @Column('integer', { default: 1 }) version: number;
}
