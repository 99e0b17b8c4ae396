import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder, scopeSql } from '../access/scope.js';
import { decodeCursor, pageOf, pageSize, type Page } from '../kernel/page.js';
import type { ContentFilter, ContentView } from './publishing.dto.js';

/**
 * Whether a content `c` stands in a feed `f`: one place for the feed, its count and the content's own list. A province
 * holds its municipalities, a consortium its members as they were on the day.
 */
export const IN_FEED = `EXISTS (SELECT FROM content_feed_source x WHERE x.feed_id = f.id AND x.project_id = c.project_id) AND c.state = 'published' AND (f.theme IS NULL OR f.theme = ANY(c.themes))
  AND (f.territory_id IS NULL OR c.territory_id IN (SELECT y.id FROM territory y WHERE f.territory_id IN (y.id, y.province_id)
    UNION ALL SELECT m.member_id FROM territory_member m WHERE m.territory_id = f.territory_id AND daterange(m.from_day, m.to_day, '[]') @> c.published_on)) AND (f.language IS NULL OR f.language = ANY(c.languages))`;

const ROW = `c.id, c.project_id AS "projectId", c.work_item_id AS "workItemId", c.title, c.url, c.summary, c.themes, c.territory_id AS "territoryId",
  t.name AS "territoryName", c.languages, c.state, c.published_on AS "publishedOn", c.withdraw_reason AS "withdrawReason", c.activity_id AS "activityId",
  ARRAY(SELECT f.title FROM content_feed f WHERE f.open AND ${IN_FEED} ORDER BY f.title) AS feeds, c.demonstration, c.version`;
const FROM = 'FROM content c LEFT JOIN territory t ON t.id = c.territory_id';

export async function pageOfContents(
  db: EntityManager,
  caller: Caller,
  projectId: string,
  filter: ContentFilter,
): Promise<Page<ContentView>> {
  const params: unknown[] = [projectId];
  const bind = binder(params);
  const where = [scopeSql(caller, 'content.view', { project: 'c.project_id' }, bind)];
  if (filter.state?.length) where.push(`c.state = ANY(${bind(filter.state)})`);
  if (filter.theme?.length) where.push(`c.themes && ${bind(filter.theme)}::text[]`);
  if (filter.after) where.push(`c.id < ${bind(decodeCursor(filter.after, 1)[0])}::uuid`);
  const limit = pageSize(filter);
  const rows: ContentView[] = await db.query(
    `SELECT ${ROW} ${FROM} WHERE c.project_id = $1 AND ${where.join(' AND ')} ORDER BY c.id DESC LIMIT ${bind(limit + 1)}`,
    params,
  );
  return pageOf(
    rows,
    limit,
    ({ id }) => [id],
    (row) => row,
  );
}

export async function contentOf(
  db: EntityManager,
  projectId: string,
  id: string,
): Promise<ContentView | null> {
  const [row] = (await db.query(`SELECT ${ROW} ${FROM} WHERE c.project_id = $1 AND c.id = $2`, [
    projectId,
    id,
  ])) as ContentView[];
  return row ?? null;
}

export interface FeedRow {
  id: string;
  slug: string;
  title: string;
  description: string | null;
  theme: string | null;
  territoryId: string | null;
  territoryName: string | null;
  language: string | null;
  sites: string[];
  open: boolean;
  contents: number;
  projects: { id: string; name: string }[];
  demonstration: boolean;
  version: number;
}

const FEED = `f.id, f.slug, f.title, f.description, f.theme, f.territory_id AS "territoryId", t.name AS "territoryName", f.language, f.sites, f.open,
  (SELECT count(*)::int FROM content c WHERE ${IN_FEED}) AS contents,
  (SELECT json_agg(json_build_object('id', p.id, 'name', coalesce(p.acronym, p.title)) ORDER BY p.id <> f.project_id, coalesce(p.acronym, p.title), p.id)
   FROM content_feed_source x JOIN project p ON p.id = x.project_id WHERE x.feed_id = f.id) AS projects, f.demonstration, f.version`;

export const feedsOf = (
  db: EntityManager,
  projectId: string,
  id: string | null = null,
): Promise<FeedRow[]> =>
  db.query(
    `SELECT ${FEED} FROM content_feed f LEFT JOIN territory t ON t.id = f.territory_id
     WHERE f.project_id = $1 AND ($2::uuid IS NULL OR f.id = $2) ORDER BY f.title, f.id`,
    [projectId, id],
  );

export interface PublicFeed {
  title: string;
  description: string | null;
  language: string | null;
  projectTitle: string;
  website: string | null;
  sites: string[];
  /** When the feed itself was changed last. */
  changedAt: Date;
}

export interface FeedEntry {
  id: string;
  title: string;
  url: string;
  summary: string | null;
  themes: string[];
  languages: string[];
  demonstration: boolean;
  publishedAt: Date;
  changedAt: Date;
}

/** A feed that anybody may take, with its newest contents; null when it is unknown or closed. */
export async function publicFeed(
  db: EntityManager,
  slug: string,
  most: number,
): Promise<{ feed: PublicFeed; entries: FeedEntry[] } | null> {
  const [feed] = (await db.query(
    `SELECT f.title, f.description, f.language, f.sites, p.title AS "projectTitle", p.website,
       greatest(f.updated_at, (SELECT max(c.updated_at) FROM content_feed_source x JOIN content c ON c.project_id = x.project_id
         WHERE x.feed_id = f.id AND c.state <> 'draft')) AS "changedAt"
     FROM content_feed f JOIN project p ON p.id = f.project_id WHERE f.slug = $1 AND f.open`,
    [slug],
  )) as PublicFeed[];
  if (!feed) return null;
  const entries: FeedEntry[] = await db.query(
    `SELECT c.id, c.title, c.url, c.summary, c.themes, c.languages, c.demonstration, c.published_at AS "publishedAt", c.updated_at AS "changedAt"
     FROM content c JOIN content_feed f ON ${IN_FEED} WHERE f.slug = $1 ORDER BY c.published_on DESC, c.published_at DESC, c.id DESC LIMIT $2`,
    [slug, most],
  );
  return { feed, entries };
}
