import type { EntityManager } from 'typeorm';
import { billableOf, WASTED_TRIP } from '../contracts/billable.js';
import type { DemoIds } from './demo-ids.js';
import { demoPartners } from './demo-partners.js';
import { insertRows } from './insert-rows.js';
import { Random } from './random.js';

type Row = Record<string, unknown>;

const SLUG = 'interazioni-in-piemonte-2';
const SEED = 20190901;
const VALID = { valid_from: '2019-09-01', valid_to: '2020-06-30' };
const TERMS = { unit: 'minutes', minimum: 60, step: 30 } as const;
const ON_CALL = 'on_call_mediation';
const KINDS = [ON_CALL, WASTED_TRIP];
const COMMUNITY = 'community_mediation';
const LANGUAGES = ['ar', 'ar', 'ar', 'zh', 'zh', 'sq', 'ro', 'fr', 'ur', 'es', 'bn'];

/** Invented packages: of the first so much is taken that it says so, of the second there is room. */
const CONTRACTS = [
  { body: 'demo-coop-1', title: 'Mediazione a chiamata, lotto 1', rate: '35.00', taken: 0.86 },
  { body: 'demo-coop-2', title: 'Mediazione a chiamata, lotto 2', rate: '33.50', taken: 0.61 },
];

const MINUTES_IN_HOUR = 60;

/** Puts mediation on call since September on the packages of its cooperative, with a language and a territory. */
export async function withPackages(
  db: EntityManager,
  ids: DemoIds,
  rows: readonly Row[],
): Promise<Row[]> {
  const random = new Random(SEED);
  const territories = await insertTerritories(db);
  const told: Row[] = rows.map((row) => {
    if (isPacked(row)) return tell(row, random, territories);
    return { ...row, ...placed(row, territories), ...(row['kind'] === COMMUNITY && forGroup(row)) };
  });
  for (const contract of CONTRACTS) {
    const partner = ids.of('participation', `${SLUG}/${contract.body}`);
    const theirs = told.filter(
      (row) => isPacked(row) && row['participation_id'] === partner && row['state'] !== 'cancelled',
    );
    const line = await insertContract(db, ids, contract, theirs);
    for (const row of theirs) row['contract_line_id'] = line;
  }
  return told;
}

const UNTOLD = { language: null, territory_id: null, contract_line_id: null, target_group: null };

/** Where its host is, and its language as far as its kind or its hour tells. */
const placed = (row: Row, territories: Map<string, string>): Row => ({
  ...UNTOLD,
  territory_id: territories.get(String(row['place'])) ?? null,
  language: languageOf(row),
});

/** By its hour, so that the other inventions stay as they are. */
function languageOf(row: Row): string | null {
  if (row['kind'] === 'l2_workshop') return 'it';
  return row['kind'] === ON_CALL ? (LANGUAGES[hourOf(row) % LANGUAGES.length] ?? null) : null;
}

const hourOf = (row: Row): number => Number(String(row['start_time']).slice(0, 2));

/** Whom community mediation is for: nobody by name. */
const GROUPS = [
  'Famiglie arabofone',
  'Comunità cinese',
  'Donne della comunità albanese',
  'Giovani arrivati da poco',
];
const CONFIRMED_BEFORE = '2019-11-01';

const isPacked = (row: Row): boolean =>
  KINDS.includes(String(row['kind'])) && String(row['day']) >= VALID.valid_from;

const forGroup = (row: Row): Row => ({ target_group: GROUPS[hourOf(row) % GROUPS.length] });

function tell(row: Row, random: Random, territories: Map<string, string>): Row {
  const over = row['state'] === 'done' && String(row['day']) < CONFIRMED_BEFORE;
  return {
    ...row,
    ...UNTOLD,
    language: random.pick(LANGUAGES),
    territory_id: territories.get(String(row['place'])) ?? null,
    state: over && random.chance(0.9) ? 'confirmed' : row['state'],
  };
}

async function insertTerritories(db: EntityManager): Promise<Map<string, string>> {
  const names = [...new Set(demoPartners.map(({ place }) => place))];
  const rows = names.map((name) => ({ kind: 'municipality', name, demonstration: true }));
  const inserted = await insertRows(db, 'territory', rows);
  return new Map(names.map((name, index) => [name, inserted[index] ?? '']));
}

async function insertContract(
  db: EntityManager,
  ids: DemoIds,
  { body, title, rate, taken }: (typeof CONTRACTS)[number],
  work: readonly Row[],
): Promise<string> {
  const project_id = ids.of('project', SLUG);
  const used = work.reduce((sum, row) => sum + billableOf(TERMS, workedOf(row)), 0);
  const bought = Math.ceil(used / taken / MINUTES_IN_HOUR) * MINUTES_IN_HOUR;
  const organisation_id = ids.of('organisation', body);
  const common = { project_id, ...VALID, demonstration: true };
  const [contract_id] = await insertRows(db, 'contract', [
    { ...common, organisation_id, title, state: 'active' },
  ]);
  const line = { ...common, contract_id, unit_rate: rate, language: null };
  const [onCall] = await insertRows(db, 'contract_line', [
    { ...line, kind: ON_CALL, bought, minimum: TERMS.minimum, step: TERMS.step },
    { ...line, kind: 'written_translation', unit_rate: '18.00', bought: 200, minimum: 1, step: 1 },
  ]);
  await allot(db, ids, { project_id, line: onCall ?? '', bought });
  return onCall ?? '';
}

/** To the four consortia, a tenth each. */
async function allot(
  db: EntityManager,
  ids: DemoIds,
  { project_id, line, bought }: { project_id: string; line: string; bought: number },
): Promise<void> {
  const bodies = demoPartners.filter(({ key }) => key.startsWith('demo-servizi'));
  const rows = bodies.map(({ key }) => ({
    project_id,
    contract_line_id: line,
    organisation_id: ids.of('organisation', key),
    amount: Math.floor(bought / 10),
    demonstration: true,
  }));
  await insertRows(db, 'hour_allotment', rows);
}

const workedOf = (row: Row) => ({
  kind: String(row['kind']),
  minutes: Number(row['minutes']),
  quantity: null,
});
