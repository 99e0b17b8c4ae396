import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const organisationKinds = [
  'ministry',
  'region',
  'local_authority',
  'public_unit',
  'prefecture',
  'health_authority',
  'school',
  'school_site',
  'adult_education',
  'university',
  'research_body',
  'training_agency',
  'social_service',
  'cooperative',
  'ngo',
  'association',
  'network',
  'consortium',
  'foundation',
  'company',
  'other',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** A body in the one address book; `parentId` puts an office under its administration, a site under its school. */
@Entity('organisation')
export class Organisation {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) shortName: string | null;
  @Column('text') kind: OrganisationKind;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('char', { length: 2, nullable: true }) country: string | null;
  @Column('text', { nullable: true }) region: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('text', { nullable: true }) website: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}

/** Another way of writing the name, under which people look for it. */
@Entity('organisation_alias')
export class OrganisationAlias {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('text') alias: string;
}
