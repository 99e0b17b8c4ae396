import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('app_user')
export class User {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('citext') email: string;
  @Column('text') name: string;
  /** Argon2id; null until the one-time link is used. */
  @Column('text', { nullable: true, select: false }) passwordHash: string | null;
  @Column('boolean') systemAdmin: boolean;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('timestamptz', { nullable: true }) disabledAt: Date | null;
  @Column('boolean') demonstration: boolean;
  @Column('integer') version: number;
}
