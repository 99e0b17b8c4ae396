import { put } from '../../factories/index.js';
import type { Kind } from './knowledge.js';
import type { Place, World } from './world.js';

type Where = { world: World; place: Place };

const SHA = 'a'.repeat(64);
export const FIGURE = 'general.period.activities';
const CONTENT = {
  sheet: {
    title: 'Scheda',
    project: 'Progetto',
    number: 1,
    corrects: null,
    from: '2019-04-01',
    to: '2019-06-30',
    demonstration: false,
    sections: [],
  },
  figures: [{ key: FIGURE, label: 'Attività', unit: 'count', value: '0' }],
};

/**
 * A draft, or a report that has been sent and holds rows: one of each in a place. That a report holds a row, and which,
 * is told to whoever sees the row.
 */
export const report = ({ world, place, held }: Where & { held: boolean }): Promise<string> =>
  only({ world, place }, `report ${held}`, held ? 'plan' : 'report', () =>
    held ? sentReport({ world, place }) : draft({ world, place }),
  );

const draft = ({ world, place }: Where): Promise<{ id: string }> =>
  put(world.app, 'report', {
    project_id: place.id,
    number: 2,
    kind: 'quarterly_sheet',
    from_day: '2019-07-01',
    to_day: '2019-09-30',
    synthesis: 'Sintesi',
  });

async function sentReport({ world, place }: Where): Promise<{ id: string }> {
  const { id } = await put(world.app, 'report', {
    project_id: place.id,
    number: 1,
    kind: 'quarterly_sheet',
    from_day: '2019-04-01',
    to_day: '2019-06-30',
    state: 'sent',
    synthesis: 'Sintesi',
    sent_at: '2019-07-05T10:00:00Z',
    sha256: SHA,
  });
  await world.app.db.query(
    `INSERT INTO report_snapshot (report_id, project_id, content, sha256, frozen_at) VALUES ($1, $2, $3, $4, now())`,
    [id, place.id, JSON.stringify(CONTENT), SHA],
  );
  return { id };
}

export const indicator = (where: Where): Promise<string> =>
  only(where, 'indicator', 'report', () =>
    put(where.world.app, 'indicator', {
      project_id: where.place.id,
      code: 'I1',
      label: 'Attività svolte',
      unit: 'attività',
      measure: 'count',
      target: '10',
    }),
  );

function only(
  { world, place }: Where,
  what: string,
  kind: Kind,
  make: () => Promise<{ id: string }>,
): Promise<string> {
  const known = place.rows.get(what);
  if (known) return known;
  const made = make().then(({ id }) => {
    world.known.tell(id, { place, kind });
    return id;
  });
  place.rows.set(what, made);
  return made;
}
