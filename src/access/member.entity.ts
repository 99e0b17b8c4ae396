import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from './permissions.js';

/** What one user may do in one project; a partner's operator also names its participation. */
@Entity('member')
export class Member {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') userId: string;
  @Column('uuid') projectId: string;
  @Column('text') role: Role;
  @Column('uuid', { nullable: true }) participationId: string | null;
}
