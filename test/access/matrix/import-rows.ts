import { randomUUID } from 'node:crypto';
import { formOf } from '../../documents/upload.js';
import { put } from '../../factories/index.js';
import type { BodyOf } from './bodies.js';
import type { Relation } from './notation.js';
import type { Asked } from './requests.js';
import type { Wanted } from './rows.js';

const COLUMNS = ['Giorno', 'Tipo', 'Azione', 'Ore'];
const MAPPING = ['day', 'kind', 'workItemId', 'minutes'].map((field, column) => ({
  field,
  column,
}));

/** A file that was checked, or whose rows were made. */
async function anImport(
  { world, place, side }: Wanted,
  state: 'checked' | 'applied',
): Promise<string> {
  const { id } = await put(world.app, 'file_import', {
    project_id: place.id,
    participation_id: place.partner[side].id,
    target: 'activities',
    file_name: 'attività.csv',
    sha256: randomUUID(),
    shape: randomUUID(),
    columns: COLUMNS,
    state,
    checked_at: new Date(),
    applied_at: state === 'applied' ? new Date() : null,
  });
  world.known.tell(id, { place, kind: 'work', side });
  return id;
}

export const fileImport = (wanted: Wanted): Promise<string> => anImport(wanted, 'checked');

/** The state in which an operation finds its import, when it is not a checked one. */
export const importFor: Record<string, (wanted: Wanted) => Promise<string>> = {
  'POST /projects/{projectId}/imports/{importId}/undo': (wanted) => anImport(wanted, 'applied'),
};

export const importBodies: Record<string, BodyOf> = {
  'POST /projects/{projectId}/imports/{importId}/check': () => ({ mapping: MAPPING }),
  'POST /projects/{projectId}/imports/{importId}/apply': () => ({ onlyGood: false }),
};

export const importQueries: Record<string, string> = {
  'GET /projects/{projectId}/imports/template': '?target=activities',
};

/** A sheet with one activity. */
export function sendSheet({ place }: Wanted, relation: Relation): Promise<Asked> {
  const content = Buffer.from(`${COLUMNS.join(';')}\r\n06/11/2019;Seminario;A1;2`);
  const { body, type } = formOf({ name: 'attività.csv', content }, { target: 'activities' });
  const projectId = relation === 'unknown' ? randomUUID() : place.id;
  return Promise.resolve({
    path: `/projects/${projectId}/imports`,
    body,
    headers: { 'content-type': type },
  });
}
