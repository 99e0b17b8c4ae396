import { put } from '../../factories/index.js';
import type { Kind } from './knowledge.js';
import { report } from './report-rows.js';
import type { Wanted } from './rows.js';
import type { Place, World } from './world.js';

interface Budget {
  version: string;
  lines: Record<1 | 2, string>;
}

const budgets = new WeakMap<Place, Map<string, Promise<Budget>>>();

/** The place's budget in force, or its draft; each has the same line for either partner. */
export function budget(
  { world, place }: Pick<Wanted, 'world' | 'place'>,
  state: 'approved' | 'draft',
): Promise<Budget> {
  const known = budgets.get(place) ?? new Map<string, Promise<Budget>>();
  budgets.set(place, known);
  const made = known.get(state) ?? makeBudget(world, place, state);
  known.set(state, made);
  return made;
}

const SOURCE = { code: 'UE', label: 'Unione europea', rate: '1', position: 0 };

async function makeBudget(
  world: World,
  place: Place,
  state: 'approved' | 'draft',
): Promise<Budget> {
  const { app, known } = world;
  // There is one draft at a time, and the budget in force was it first.
  if (state === 'draft') await budget({ world, place }, 'approved');
  else await put(app, 'funding_source', { ...SOURCE, project_id: place.id });
  const number = state === 'approved' ? 1 : 2;
  const version = await put(app, 'budget_version', { project_id: place.id, number });
  known.tell(version.id, { place, kind: 'money' });
  const line = async (side: 1 | 2): Promise<string> => {
    const { id } = await put(app, 'budget_line', {
      project_id: place.id,
      budget_version_id: version.id,
      participation_id: place.partner[side].id,
      cost_category_id: place.category.id,
      description: 'Mediazione',
      planned: '0.00',
    });
    known.tell(id, { place, kind: 'money', side });
    return id;
  };
  const lines = { 1: await line(1), 2: await line(2) };
  if (state === 'approved') {
    const approve = `UPDATE budget_version SET state = 'approved', approved_on = '2019-01-10' WHERE id = $1`;
    await app.db.query(approve, [version.id]);
  }
  return { version: version.id, lines };
}

let numbers = 0;

/** An invoice of the side's partner; charged with one expense when `held` or asked for. */
export function costDocument(wanted: Wanted, what = 'cost document'): Promise<string> {
  return kept(wanted, what, async ({ world, place, side }) => {
    numbers += 1;
    const { id } = await put(world.app, 'cost_document', {
      project_id: place.id,
      participation_id: place.partner[side].id,
      kind: 'invoice',
      issuer_name: 'Tipografia Esempio',
      number: `${numbers}`,
      number_normalised: `${numbers}`,
      issued_on: '2019-03-15',
      total: '100.00',
      eligible_total: '100.00',
    });
    if (wanted.held) await charge(wanted, id);
    return id;
  });
}

export const expense = (wanted: Wanted): Promise<string> =>
  kept(wanted, 'expense', async () =>
    charge(wanted, await costDocument({ ...wanted, held: false }, 'charged document')),
  );

async function charge({ world, place, side, held }: Wanted, document: string): Promise<string> {
  const { lines } = await budget({ world, place }, 'approved');
  const { id } = await put(world.app, 'expense', {
    project_id: place.id,
    participation_id: place.partner[side].id,
    cost_document_id: document,
    budget_line_id: lines[side],
    amount: '10.00',
    incurred_on: '2019-03-15',
    report_id: held ? await report({ world, place, held }) : null,
  });
  world.known.tell(id, { place, kind: 'money', side });
  return id;
}

function kept(
  wanted: Wanted,
  what: string,
  make: (wanted: Wanted) => Promise<string>,
  kind: Kind = 'money',
): Promise<string> {
  const { world, place, side, held } = wanted;
  const key = [what, side, held].join();
  const known = place.rows.get(key);
  if (known) return known;
  const made = make(wanted).then((id) => {
    world.known.tell(id, { place, kind, side });
    return id;
  });
  place.rows.set(key, made);
  return made;
}
