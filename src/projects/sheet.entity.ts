import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const projectFunctions = [
  'ideation',
  'design',
  'coordination_support',
  'operational_management',
  'administrative_management',
  'activity_delivery',
  'programming_assistance',
  'management_assistance',
  'evaluation_assistance',
] as const;
export type FunctionName = (typeof projectFunctions)[number];

export const relationKinds = ['continues', 'feeds', 'derives'] as const;
export type RelationKind = (typeof relationKinds)[number];

@Entity('project_alias')
export class ProjectAlias {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('text') alias: string;
}

@Entity('project_place')
export class ProjectPlace {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('char', { length: 2 }) country: string;
  @Column('text', { nullable: true }) region: string | null;
  @Column('text', { nullable: true }) province: string | null;
}

@Entity('project_area')
export class ProjectArea {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('text') label: string;
}

/** A community of origin that the project addresses. */
@Entity('project_community')
export class ProjectCommunity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('text') label: string;
  @Column('char', { length: 2, nullable: true }) country: string | null;
}

@Entity('project_code')
export class ProjectCode {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('text') scheme: string;
  @Column('text') code: string;
}

/** What our institute does in the project. */
@Entity('project_function')
export class ProjectFunction {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('text') function: FunctionName;
}

@Entity('project_relation')
export class ProjectRelation {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') otherProjectId: string;
  @Column('text') kind: RelationKind;
  @Column('text', { nullable: true }) note: string | null;
}

/** A site that takes its contents from the project's feed. */
@Entity('feed')
export class Feed {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('text') siteName: string;
  @Column('text', { nullable: true }) siteUrl: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('integer', { default: 0 }) position: number;
}
