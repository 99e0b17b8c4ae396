import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../kernel/dates.js';

export const contentStates = ['draft', 'published', 'withdrawn'] as const;
export type ContentState = (typeof contentStates)[number];

/** Something written for the public, where it stands and what it is about. */
@Entity('content')
export class Content {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') workItemId: string;
  @Column('text') title: string;
  @Column('text') url: string;
  @Column('text', { nullable: true }) summary: string | null;
  @Column('text', { array: true, default: [] }) themes: string[];
  @Column('uuid', { nullable: true }) territoryId: string | null;
  @Column('text', { array: true }) languages: string[];
  @Column('text', { default: 'draft' }) state: ContentState;
  @Column('date', { nullable: true }) publishedOn: IsoDate | null;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('text', { nullable: true }) withdrawReason: string | null;
  /** The activity by which it counts. */
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}

/** What other sites take: the published contents of one theme, territory and language, or of all. */
@Entity('content_feed')
export class ContentFeed {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('text') slug: string;
  @Column('text') title: string;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text', { nullable: true }) theme: string | null;
  @Column('uuid', { nullable: true }) territoryId: string | null;
  @Column('text', { nullable: true }) language: string | null;
  /** Names of the sites that take it. */
  @Column('text', { array: true, default: [] }) sites: string[];
  @Column('boolean', { default: true }) open: boolean;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}

/**
 * A project whose contents stand in a feed; its own always does. Whoever linked it might publish there at that time, and
 * the link stays when they may no longer: what it takes was made public by that project, which withdraws it there, and
 * the sites that take the feed do not go dark because somebody changed office.
 */
@Entity('content_feed_source')
export class ContentFeedSource {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') feedId: string;
  @Column('uuid') projectId: string;
  @Column('integer', { default: 1 }) version: number;
}

/** Whether a project shows its sheet to everybody. */
@Entity('public_sheet')
export class PublicSheet {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('boolean') shown: boolean;
  @Column('integer', { default: 1 }) version: number;
}
