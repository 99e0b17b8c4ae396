import { randomUUID } from 'node:crypto';
import { put } from '../../factories/index.js';
import type { Wanted } from './rows.js';

type State = 'draft' | 'published';

/** A content of the whole project. */
export function aContent({ world, place }: Wanted, state: State = 'draft'): Promise<string> {
  const key = `content ${state}`;
  const published = { state, published_on: '2019-11-05', published_at: new Date() };
  const made =
    place.rows.get(key) ??
    put(world.app, 'content', {
      project_id: place.id,
      work_item_id: place.workItem.id,
      title: 'Guida',
      url: 'https://www.example.org/guida',
      ...(state === 'published' ? published : {}),
    }).then(({ id }) => {
      // What was published is everybody's; a draft nobody outside may learn of.
      if (state === 'draft') world.known.tell(id, { place, kind: 'report' });
      return id;
    });
  place.rows.set(key, made);
  return made;
}

/** A feed that everybody may take; closed in the archived project. */
export async function aFeed({ world, place }: Wanted): Promise<{ id: string; slug: string }> {
  const slug = `feed-${randomUUID()}`;
  const open = place !== world.archived;
  const { id } = await put(world.app, 'content_feed', {
    project_id: place.id,
    slug,
    title: 'Feed',
    open,
  });
  world.known.tell(id, { place, kind: 'report' });
  return { id, slug };
}

export const aFeedSlug = async (wanted: Wanted): Promise<string> => (await aFeed(wanted)).slug;

/** The address of a sheet that is shown; taken back in the archived project. */
export async function aPublicSlug({ world, place }: Wanted): Promise<string> {
  const shown = place !== world.archived;
  await world.app.db.query(
    'INSERT INTO public_sheet (project_id, shown) VALUES ($1, $2) ON CONFLICT (project_id) DO NOTHING',
    [place.id, shown],
  );
  const [row] = (await world.app.db.query('SELECT slug FROM project WHERE id = $1', [
    place.id,
  ])) as [{ slug: string }];
  return row.slug;
}
