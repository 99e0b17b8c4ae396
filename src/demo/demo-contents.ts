import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../kernel/dates.js';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';

const SLUG = 'interazioni-in-piemonte-2';
const SHOWN = [SLUG, 'osservatorio-immigrazione'];

interface Topic {
  theme: string;
  title: string;
  languages: string[];
}

const TOPICS: Topic[] = [
  { theme: 'scuola', title: 'Iscriversi a scuola', languages: ['it', 'ar', 'ro'] },
  { theme: 'salute', title: 'Scegliere il medico di base', languages: ['it', 'fr'] },
  { theme: 'scuola', title: 'I laboratori di italiano', languages: ['it'] },
  { theme: 'abitare', title: 'Leggere un contratto di affitto', languages: ['it', 'sq'] },
  { theme: 'lavoro', title: 'I corsi di formazione', languages: ['it'] },
  { theme: 'salute', title: 'Il consultorio familiare', languages: ['it', 'ar', 'zh'] },
];

/** The sites that the documents name as taking the contents; that these feeds reach them is invented. */
const FEEDS = [
  { slug: 'scuola', title: 'Scuola', theme: 'scuola', sites: ['Mediato', 'Lo Sapevi Che?'] },
  {
    slug: 'salute',
    title: 'Salute',
    theme: 'salute',
    sites: ['Prefettura di Torino', 'Prefettura di Alessandria'],
  },
  {
    slug: 'tutti-i-contenuti',
    title: 'Tutti i contenuti',
    theme: null,
    sites: ['Mediato', 'Prefettura di Torino', 'Prefettura di Alessandria', 'Lo Sapevi Che?'],
  },
];

/** Invented contents, one for each of the latest that the log counts, a draft, feeds, and the sheets that are public. */
export async function insertContents(db: EntityManager, ids: DemoIds): Promise<void> {
  const project_id = ids.of('project', SLUG);
  const logged = (await db.query(
    `SELECT id, day FROM activity WHERE project_id = $1 AND kind = 'published_content' AND state IN ('done', 'confirmed')
     ORDER BY day DESC, id DESC LIMIT ${TOPICS.length * 2}`,
    [project_id],
  )) as { id: string; day: IsoDate }[];
  const common = {
    project_id,
    work_item_id: ids.of('workItem', `${SLUG}/A3`),
    demonstration: true,
  };
  const published = logged.map(({ id, day }, index) => ({
    ...common,
    ...contentRow(index),
    state: 'published',
    published_on: day,
    published_at: `${day}T09:00:00Z`,
    activity_id: id,
  }));
  const unpublished = { published_on: null, published_at: null, activity_id: null };
  const draft = { ...common, ...contentRow(published.length), ...unpublished, state: 'draft' };
  await insertRows(db, 'content', [...published, draft]);
  await insertRows(
    db,
    'content_feed',
    FEEDS.map((feed) => ({
      ...feed,
      project_id,
      description: null,
      open: true,
      demonstration: true,
    })),
  );
  await insertRows(
    db,
    'public_sheet',
    SHOWN.map((slug) => ({ project_id: ids.of('project', slug), shown: true })),
  );
}

function contentRow(index: number) {
  const { theme, title, languages } = TOPICS[index % TOPICS.length]!;
  const part = Math.floor(index / TOPICS.length) + 1;
  return {
    title: part === 1 ? title : `${title}, parte ${part}`,
    url: `https://www.example.org/${theme}/${index + 1}`,
    summary: 'Testo inventato per mostrare come un contenuto raggiunge gli altri siti.',
    themes: [theme],
    languages,
  };
}
