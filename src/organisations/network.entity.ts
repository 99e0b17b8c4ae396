import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('network_membership')
export class NetworkMembership {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') networkId: string;
  @Column('uuid') organisationId: string;
  @Column('text', { nullable: true }) note: string | null;
}

/** How many members a network says it has: shown with its source, never added to anything. */
@Entity('network_size')
export class NetworkSize {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') networkId: string;
  @Column('integer') size: number;
  @Column('text', { nullable: true }) countedOn: string | null;
  @Column('text') source: string;
}

/** Two bodies that work together; it makes neither a member of the other. */
@Entity('collaboration')
export class Collaboration {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') otherId: string;
  @Column('text', { nullable: true }) note: string | null;
}
