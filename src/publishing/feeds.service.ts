import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, Like } from 'typeorm';
import type { Caller } from '../access/caller.js';
import type { Config } from '../config.js';
import { Forbidden, NotFound } from '../kernel/errors.js';
import { InjectConfig } from '../platform/config.token.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { openProject } from '../projects/open-project.js';
import { freeSlug, slugOf } from '../projects/slug.js';
import { ContentFeed, ContentFeedSource } from './content.entity.js';
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

  async list(caller: Caller, projectId: string): Promise<ContentFeedList> {
    const rows = await feedsOf(this.source.manager, projectId);
    return { items: rows.map((row) => this.view(caller, row)), next: null };
  }

  /** Its address is made of its title and stays when the title changes. */
  add(
    caller: Caller,
    projectId: string,
    { projectIds, ...body }: AddContentFeed,
  ): Promise<ContentFeedView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      const slug = await newSlug(db, body.title);
      const feed = await db.save(db.create(ContentFeed, { projectId, slug, ...body }));
      await takeFrom(db, caller, feed, projectIds);
      return this.one(db, caller, feed);
    });
  }

  change(
    caller: Caller,
    of: { projectId: string; id: string },
    version: number,
    { projectIds, ...body }: ChangeContentFeed,
  ): Promise<ContentFeedView> {
    return this.writes.run(async (db) => {
      await openProject(db, of.projectId);
      const feed = await bumpVersion(db, ContentFeed, of, version);
      await db.save(Object.assign(feed, body));
      await takeFrom(db, caller, feed, projectIds);
      return this.one(db, caller, feed);
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

  private async one(
    db: EntityManager,
    caller: Caller,
    { projectId, id }: ContentFeed,
  ): Promise<ContentFeedView> {
    const [row] = await feedsOf(db, projectId, id);
    if (!row) throw new NotFound();
    return this.view(caller, row);
  }

  private view(caller: Caller, { projects: all, ...row }: FeedRow): ContentFeedView {
    const projects = all.filter(({ id }) => caller.may('content.view', id));
    const otherProjects = all.length - projects.length;
    return {
      ...row,
      projects,
      otherProjects,
      rss: this.address(row.slug, 'rss'),
      atom: this.address(row.slug, 'atom'),
    };
  }

  private address = (slug: string, format: FeedFormat): string =>
    `${this.config.publicUrl}/api/v1/feeds/${slug}/${format}.xml`;
}

/** Links the feed to these projects and to no others of those where the caller may publish. Throws 404, 403, and 409 in an archived one. */
async function takeFrom(
  db: EntityManager,
  caller: Caller,
  { id: feedId, projectId: own }: ContentFeed,
  wanted: string[] | undefined,
): Promise<void> {
  if (!wanted) return;
  const linked = (await db.findBy(ContentFeedSource, { feedId })).map((link) => link.projectId);
  const added = [...new Set(wanted)].filter((id) => !linked.includes(id));
  for (const projectId of added) {
    if (!caller.may('content.view', projectId)) throw new NotFound();
    if (!caller.may('content.edit', projectId)) throw notThere();
    await openProject(db, projectId);
  }
  const gone = linked.filter(
    (id) => id !== own && !wanted.includes(id) && caller.may('content.edit', id),
  );
  await db.delete(ContentFeedSource, { feedId, projectId: In(gone) });
  await db.save(added.map((projectId) => db.create(ContentFeedSource, { feedId, projectId })));
}

const notThere = () =>
  new Forbidden(
    'feed.project',
    'In uno dei progetti scelti non puoi pubblicare: toglilo, oppure chiedi a chi lo coordina.',
  );

async function newSlug(db: EntityManager, title: string): Promise<string> {
  const slug = slugOf(title);
  const near = await db.find(ContentFeed, {
    select: { slug: true },
    where: { slug: Like(`${slug}%`) },
  });
  return freeSlug(slug, new Set(near.map((feed) => feed.slug)));
}
