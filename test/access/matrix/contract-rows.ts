import { randomUUID } from 'node:crypto';
import { anOrganisation, put } from '../../factories/index.js';
import type { BodyOf } from './bodies.js';
import type { Wanted } from './rows.js';
import type { Place, World } from './world.js';

type Where = Pick<Wanted, 'world' | 'place'>;
const VALID = { valid_from: '2019-01-01', valid_to: '2019-12-31' };

function only(
  { world, place }: Where,
  what: string,
  make: () => Promise<{ id: string }>,
): Promise<string> {
  const known = place.rows.get(what);
  if (known) return known;
  const made = make().then(({ id }) => {
    world.known.tell(id, { place, kind: 'contract' });
    return id;
  });
  place.rows.set(what, made);
  return made;
}

/** The contract of a place. */
export const contract = ({ world, place }: Where): Promise<string> =>
  only({ world, place }, 'contract', async () =>
    put(world.app, 'contract', {
      project_id: place.id,
      organisation_id: (await anOrganisation(world.app)).id,
      title: 'Incarico',
      ...VALID,
    }),
  );

/** A line of it on which nothing was logged. */
export const contractLine = ({ world, place }: Where): Promise<string> =>
  only({ world, place }, 'contract line', () => aLine(world, place));

const aLine = async (world: World, place: Place): Promise<{ id: string }> =>
  put(world.app, 'contract_line', {
    project_id: place.id,
    contract_id: await contract({ world, place }),
    kind: 'on_call_mediation',
    bought: 6000,
    ...VALID,
  });

/** A territory that nothing names. */
export const territory = async ({ world }: Where): Promise<string> =>
  (await put(world.app, 'territory', { kind: 'municipality', name: `Comune ${randomUUID()}` })).id;

const NEW_CONTRACT: BodyOf = async ({ world }) => ({
  title: 'Incarico',
  organisationId: (await anOrganisation(world.app)).id,
  validFrom: '2019-01-01',
  validTo: '2019-12-31',
});

export const contractBodies: Record<string, BodyOf> = {
  'POST /territories': () => ({ kind: 'municipality', name: `Comune ${randomUUID()}` }),
  'PATCH /territories/{territoryId}': () => ({ kind: 'other' }),
  'POST /projects/{projectId}/contracts': NEW_CONTRACT,
  'PATCH /projects/{projectId}/contracts/{contractId}': () => ({ reference: 'CIG' }),
  'POST /projects/{projectId}/contracts/{contractId}/lines': () => ({
    kind: 'on_call_mediation',
    bought: 600,
  }),
  'PATCH /projects/{projectId}/contract-lines/{contractLineId}': () => ({ step: 30 }),
  'PUT /projects/{projectId}/contract-lines/{contractLineId}/allotments': async ({ world }) => ({
    items: [{ organisationId: (await anOrganisation(world.app)).id, amount: 60 }],
  }),
};

/** What operations that ask for more than an address are asked with. */
export const contractQueries: Record<string, string> = {
  'GET /projects/{projectId}/packages': '?by=line',
  'GET /projects/{projectId}/contracts/{contractId}/invoice-match':
    '?amount=0.00&from=2019-01-01&to=2019-12-31',
  'GET /projects/{projectId}/packages/parts': '?by=line&unit=minutes&figure=used',
};
