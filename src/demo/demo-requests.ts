import type { EntityManager } from 'typeorm';
import { addDays, type IsoDate } from '../kernel/dates.js';
import type { DemoIds } from './demo-ids.js';
import { demoPartners, demoPersons } from './demo-partners.js';
import { insertRows } from './insert-rows.js';
import { Random } from './random.js';

type Row = Record<string, unknown>;

const SLUG = 'interazioni-in-piemonte-2';
const SEED = 20191001;
const FIRST = '2019-10-01';
const LAST = '2019-11-30';
const REASONS = [
  'Colloquio di accoglienza con la famiglia',
  'Consegna della scheda di valutazione',
  'Primo colloquio allo sportello sociale',
  'Spiegazione dei documenti per l’iscrizione',
  'Incontro sulle assenze',
];
const REFERENTS = ['Segreteria didattica', 'Funzione strumentale', 'Assistente sociale'];
const CITIZENSHIPS: Record<string, string> = {
  ar: 'MA',
  zh: 'CN',
  sq: 'AL',
  ro: 'RO',
  fr: 'SN',
  ur: 'PK',
  es: 'PE',
  bn: 'BD',
};
/** Hours that an answer took. */
const WAITS = [1, 2, 3, 4, 6, 20, 24, 30, 49];

interface Work {
  row: Row;
  id: string;
}

/** Invented requests of two months in every state: those behind the mediation of the log, and those that came to nothing. */
export async function insertRequests(
  db: EntityManager,
  ids: DemoIds,
  work: readonly Work[],
  today: IsoDate,
): Promise<void> {
  const random = new Random(SEED);
  await insertMediators(db, ids, random);
  const rows = work.filter(isAsked).map((one) => metRequest(one, random, today));
  rows.push(...openRequests(random, today), ...closedRequests(random));
  rows.sort((a, b) => String(a['received_on']).localeCompare(String(b['received_on'])));
  const common = { project_id: ids.of('project', SLUG), demonstration: true };
  await insertRows(
    db,
    'mediation_request',
    rows.map(({ host, ...row }, index) => ({
      ...row,
      ...common,
      number: index + 1,
      organisation_id: row['organisation_id'] ?? ids.of('organisation', String(host)),
    })),
  );
}

const isAsked = ({ row }: Work): boolean =>
  row['contract_line_id'] !== null &&
  String(row['day']) >= FIRST &&
  String(row['day']) <= LAST &&
  (row['staff_ids'] as string[]).length > 0 &&
  (row['organisation_ids'] as string[]).length > 0;

/** A request whose mediator went, or will. */
function metRequest({ row, id }: Work, random: Random, today: IsoDate): Row {
  const day = String(row['day']);
  const received = addDays(day < today ? day : today, -random.between(3, 9));
  const [organisation] = row['organisation_ids'] as string[];
  const [mediator] = row['staff_ids'] as string[];
  const contested = row['state'] === 'done' && random.chance(0.08);
  const states: Record<string, string> = { planned: 'assigned', done: 'delivered' };
  return {
    ...asked(random, { day, received, language: String(row['language']) }),
    territory_id: row['territory_id'],
    wanted_time: row['start_time'] ?? '10:00',
    minutes: Number(row['minutes']) || 60,
    ...answered(received, random),
    organisation_id: organisation,
    host: null,
    participation_id: row['participation_id'],
    mediator_id: mediator,
    activity_id: id,
    state: contested ? 'contested' : (states[String(row['state'])] ?? 'confirmed'),
    contest_reason: contested ? 'L’intervento è durato mezz’ora di meno' : null,
    closing: null,
  };
}

const NOBODY = {
  territory_id: null,
  organisation_id: null,
  participation_id: null,
  mediator_id: null,
  activity_id: null,
  contest_reason: null,
  minutes: 60,
};

/** How far ahead, weekends left out. */
const SCHOOL_DAYS = [1, 2, 5, 6, 7, 8, 9];

/** What waits on the board. */
const openRequests = (random: Random, today: IsoDate): Row[] =>
  ['received', 'received', 'received', 'received', 'accepted', 'accepted', 'accepted'].map(
    (state, index) => ({
      ...asked(random, {
        day: addDays(today, SCHOOL_DAYS[index] ?? 1),
        received: addDays(today, -Math.floor(index / 3)),
      }),
      ...NOBODY,
      host: anyHost(random),
      wanted_time: random.pick(['09:00', '10:30', '14:00']),
      answered_on: null,
      answered_time: null,
      state,
      closing: null,
    }),
  );

const CLOSED: [string, string][] = [
  ['refused', 'out_of_scope'],
  ['refused', 'incomplete'],
  ['refused', 'duplicate'],
  ['refused', 'withdrawn'],
  ['unmet', 'no_mediator'],
  ['unmet', 'no_mediator'],
  ['unmet', 'no_availability'],
  ['unmet', 'no_availability'],
  ['unmet', 'no_availability'],
  ['unmet', 'too_late'],
  ['unmet', 'no_hours'],
];

const closedRequests = (random: Random): Row[] =>
  CLOSED.map(([state, closing]) => {
    const received = addDays(FIRST, random.between(0, 45));
    const language = closing === 'no_mediator' ? 'ti' : undefined;
    return {
      ...asked(random, { day: addDays(received, random.between(1, 6)), received, language }),
      ...NOBODY,
      host: anyHost(random),
      wanted_time: '11:00',
      ...answered(received, random),
      state,
      closing,
    };
  });

const anyHost = (random: Random): string =>
  random.pick(
    demoPartners.filter(({ key }) => key.startsWith('demo-ic') || key.startsWith('demo-servizi')),
  ).key;

interface Wanted {
  day: IsoDate;
  received: IsoDate;
  language?: string | undefined;
}

function asked(random: Random, { day, received, language: known }: Wanted): Row {
  const language = known ?? random.pick(Object.keys(CITIZENSHIPS));
  const referent = random.pick(REFERENTS);
  return {
    asked_by: referent,
    asked_by_email: 'referente@example.org',
    reason: random.pick(REASONS),
    language,
    citizenship: CITIZENSHIPS[language] ?? null,
    wanted_day: day,
    mode: random.chance(0.8) ? 'in_person' : 'remote',
    origin: random.chance(0.6) ? 'phone' : 'link',
    received_on: received,
    received_time: random.pick(['08:40', '09:15', '10:05', '11:30']),
  };
}

/** Within the office's hours: after the first hours of the day, or at nine of a later one. */
function answered(received: IsoDate, random: Random): Row {
  const hours = random.pick(WAITS);
  const days = Math.floor(hours / 20);
  return {
    answered_on: addDays(received, days),
    answered_time: days > 0 ? '09:10' : `${11 + hours}:45`,
  };
}

const SPOKEN = ['ar', 'zh', 'sq', 'ro', 'fr', 'ur', 'es', 'bn'];

/** Each speaks three languages and comes on three days. */
async function insertMediators(db: EntityManager, ids: DemoIds, random: Random): Promise<void> {
  const mediators = demoPersons.filter(({ organisation }) => organisation.startsWith('demo-coop'));
  const inserted = await insertRows(
    db,
    'mediator',
    mediators.map(({ name }, index) => ({
      person_id: ids.of('person', name),
      languages: [0, 1, 4].map((step) => SPOKEN[(index + step) % SPOKEN.length]),
      email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`,
      demonstration: true,
    })),
  );
  const slots = inserted.flatMap((mediator_id) =>
    [1, 3, random.pick([2, 4, 5])].map((weekday) => ({
      mediator_id,
      weekday,
      from_time: '08:30',
      to_time: random.pick(['13:00', '17:30']),
    })),
  );
  await insertRows(db, 'mediator_slot', slots);
}
