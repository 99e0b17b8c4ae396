import type { EntityManager } from 'typeorm';
import { addDays, type IsoDate } from '../kernel/dates.js';
import type { DemoIds } from './demo-ids.js';
import { withPackages } from './demo-packages.js';
import { demoPartners, demoPersons } from './demo-partners.js';
import { insertRequests } from './demo-requests.js';
import { type Shape, shapes } from './demo-shapes.js';
import { Diary } from './diary.js';
import { insertRows } from './insert-rows.js';
import { Random } from './random.js';

const SLUG = 'interazioni-in-piemonte-2';
const FIRST_DAY = '2018-10-01';
const LAST_DAY = '2019-12-20';
const SEED = 20191120;
const COUNT = 2000;

/** Some two thousand pieces of work of 2018 and 2019, the same at each load; nobody is in two places at once. */
export async function insertActivities(
  db: EntityManager,
  ids: DemoIds,
  today: IsoDate,
): Promise<void> {
  const random = new Random(SEED);
  const diary = new Diary();
  const rows: Record<string, unknown>[] = [];
  const days = workingDays();
  while (rows.length < COUNT) {
    const shape = weighted(random);
    const day = random.pick(days);
    const row = activityOn(day, shape, { random, diary, ids, today });
    if (row) rows.push(row);
  }
  rows.sort((a, b) => String(a['day']).localeCompare(String(b['day'])));
  const packed = await withPackages(db, ids, rows);
  const made = await insertRows(db, 'activity', packed);
  const work = packed.map((row, index) => ({ row, id: made[index] ?? '' }));
  await insertRequests(db, ids, work, today);
}

const staffOf = (provider: string | null): string[] =>
  demoPersons.filter(({ organisation }) => organisation === provider).map(({ name }) => name);

/** School days: no weekends, no summer, no Christmas fortnight. */
function workingDays(): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day: IsoDate = FIRST_DAY, weekday = 1; day <= LAST_DAY; day = addDays(day, 1)) {
    if (weekday <= 5 && !closed(day.slice(5))) days.push(day);
    weekday = (weekday % 7) + 1;
  }
  return days;
}

const closed = (monthAndDay: string): boolean =>
  (monthAndDay >= '06-15' && monthAndDay <= '09-08') ||
  monthAndDay >= '12-21' ||
  monthAndDay <= '01-06' ||
  ['04-25', '05-01', '06-02', '11-01'].includes(monthAndDay);

function weighted(random: Random): Shape {
  const total = shapes.reduce((sum, shape) => sum + shape.weight, 0);
  let left = random.between(1, total);
  for (const shape of shapes) {
    left -= shape.weight;
    if (left <= 0) return shape;
  }
  throw new Error('The weights do not add up');
}

interface Hand {
  random: Random;
  diary: Diary;
  ids: DemoIds;
  today: IsoDate;
}

function activityOn(day: IsoDate, shape: Shape, hand: Hand): Record<string, unknown> | null {
  const { random, ids } = hand;
  const provider = oneOf(shape.providers, random);
  const person = oneOf(staffOf(provider), random);
  const times = timesOf(day, shape, person, hand);
  if (!times) return null;
  const host = oneOf(shape.hosts, random);
  return {
    project_id: ids.of('project', SLUG),
    work_item_id: ids.of('workItem', `${SLUG}/${shape.workItem}`),
    participation_id: provider ? ids.of('participation', `${SLUG}/${provider}`) : null,
    kind: shape.kind,
    day,
    ...times,
    quantity: shape.quantity ? random.between(...shape.quantity) : null,
    place: demoPartners.find(({ key }) => key === host)?.place ?? null,
    staff_ids: person ? [ids.of('person', person)] : [],
    organisation_ids: host ? [ids.of('organisation', host)] : [],
    ...headsOf(shape, random),
    ...stateOf(day, hand),
    demonstration: true,
    created_by: ids.of('user', random.chance(0.7) ? 'coordinator' : 'manager'),
  };
}

const oneOf = (list: string[], random: Random): string | null =>
  list.length > 0 ? random.pick(list) : null;

/** When it takes place; no times for what is counted in pieces, null when the person's day is full. */
function timesOf(day: IsoDate, { minutes }: Shape, person: string | null, { random, diary }: Hand) {
  if (minutes.length === 0) return { start_time: null, end_time: null, minutes: 0 };
  const booked = diary.book(person, day, random.pick(minutes));
  return booked && { start_time: booked.start, end_time: booked.end, minutes: booked.minutes };
}

function headsOf({ participants: [least, most] }: Shape, random: Random) {
  if (most === 0) return { participants: null, women: null, men: null };
  const participants = random.between(least, most);
  const women = random.between(Math.floor(participants / 3), participants);
  return { participants, women, men: participants - women };
}

const CONFIRMED_BEFORE = '2019-10-01';

function stateOf(day: IsoDate, { random, today }: Hand) {
  if (day > today) return { state: 'planned', cancel_reason: null };
  if (random.chance(0.015)) {
    return {
      state: 'cancelled',
      cancel_reason: random.pick(['Scuola chiusa', 'Richiesta ritirata', 'Operatore assente']),
    };
  }
  return { state: day < CONFIRMED_BEFORE ? 'confirmed' : 'done', cancel_reason: null };
}
