import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, Like } from 'typeorm';
import type { Config } from '../config.js';
import { NotFound } from '../kernel/errors.js';
import { InjectConfig } from '../platform/config.token.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { openProject } from '../projects/open-project.js';
import { freeSlug, slugOf } from '../projects/slug.js';
import { ContentFeed } from './content.entity.js';
import { feedFile, type FeedFormat } from './feed-file.js';
import type {
  AddContentFeed,
  ChangeContentFeed,
  ContentFeedList,
  ContentFeedView,
} from './publishing.dto.js';
import { feedsOf, publicFeed, type FeedRow } from './publishing.queries.js';

const MOST_ENTRIES = 50;

export interface FeedAnswer {
  text: string;
  etag: string;
  lastModified: Date;
}

/** The feeds of a project, and what other sites take of them without asking anybody. */
@Injectable()
export class FeedsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    @InjectConfig() private readonly config: Config,
  ) {}

  async list(projectId: string): Promise<ContentFeedList> {
    const rows = await feedsOf(this.source.manager, projectId);
    return { items: rows.map((row) => this.view(row)), next: null };
  }

  /** Its address is made of its title and stays when the title changes. */
  add(projectId: string, body: AddContentFeed): Promise<ContentFeedView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      const slug = await newSlug(db, body.title);
      const { id } = await db.save(db.create(ContentFeed, { projectId, slug, ...body }));
      return this.one(db, projectId, id);
    });
  }

  change(
    projectId: string,
    id: string,
    version: number,
    body: ChangeContentFeed,
  ): Promise<ContentFeedView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      const feed = await bumpVersion(db, ContentFeed, { id, projectId }, version);
      await db.save(Object.assign(feed, body));
      return this.one(db, projectId, id);
    });
  }

  /** Throws 404 for a feed that is unknown or closed. */
  async file(slug: string, format: FeedFormat): Promise<FeedAnswer> {
    const found = await publicFeed(this.source.manager, slug, MOST_ENTRIES);
    if (!found) throw new NotFound();
    const text = feedFile(found, format, this.address(slug, format));
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 32)}"`;
    return { text, etag, lastModified: found.feed.changedAt };
  }

  private async one(db: EntityManager, projectId: string, id: string): Promise<ContentFeedView> {
    const [row] = await feedsOf(db, projectId, id);
    if (!row) throw new NotFound();
    return this.view(row);
  }

  private view(row: FeedRow): ContentFeedView {
    return { ...row, rss: this.address(row.slug, 'rss'), atom: this.address(row.slug, 'atom') };
  }

  private address = (slug: string, format: FeedFormat): string =>
    `${this.config.publicUrl}/api/v1/feeds/${slug}/${format}.xml`;
}

async function newSlug(db: EntityManager, title: string): Promise<string> {
  const slug = slugOf(title);
  const near = await db.find(ContentFeed, {
    select: { slug: true },
    where: { slug: Like(`${slug}%`) },
  });
  return freeSlug(slug, new Set(near.map((feed) => feed.slug)));
}
