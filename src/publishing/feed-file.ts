import { Feed } from 'feed';
import type { FeedEntry, PublicFeed } from './publishing.queries.js';

export type FeedFormat = 'rss' | 'atom';

/** The feed as RSS 2.0 or Atom 1.0. An entry keeps its id (guid) whatever changes in it. */
export function feedFile(
  { feed, entries }: { feed: PublicFeed; entries: FeedEntry[] },
  format: FeedFormat,
  address: string,
): string {
  const file = new Feed({
    id: address,
    title: feed.title,
    description: descriptionOf(feed),
    link: feed.website ?? address,
    language: feed.language ?? 'it',
    copyright: feed.projectTitle,
    updated: feed.changedAt,
    generator: 'Capofila',
    feedLinks: { [format]: address },
  });
  for (const entry of entries) {
    file.addItem({
      id: `urn:uuid:${entry.id}`,
      guid: `urn:uuid:${entry.id}`,
      title: entry.title,
      link: entry.url,
      description: summaryOf(entry),
      date: entry.publishedAt,
      published: entry.publishedAt,
      category: entry.themes.map((name) => ({ name })),
    });
  }
  return format === 'rss' ? file.rss2() : file.atom1();
}

/** Each feed names the sites that take it. */
const descriptionOf = ({ title, description, sites }: PublicFeed): string =>
  [description ?? title, sites.length > 0 && `Lo riprendono: ${sites.join(', ')}.`]
    .filter(Boolean)
    .join(' ');

const summaryOf = ({ summary, demonstration }: FeedEntry): string =>
  [demonstration && 'Contenuto dimostrativo.', summary].filter(Boolean).join(' ');
