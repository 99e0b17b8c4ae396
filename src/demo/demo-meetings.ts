import type { EntityManager } from 'typeorm';
import { addDays, type IsoDate } from '../kernel/dates.js';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';

const SLUG = 'interazioni-in-piemonte-2';
const FROM = '2019-10-01';
const HELD = 10;
const AHEAD = 4;

const THEMES = [
  'Scuola e famiglie',
  'Sportelli e servizi sociali',
  'Salute e mediazione',
  'Associazioni di migranti',
  'Abitare',
  'Lavoro e formazione',
];
const DECISIONS = [
  'Raccogliere dalle scuole i calendari dei laboratori',
  'Tradurre l’avviso per le famiglie in tre lingue',
  'Preparare l’elenco dei servizi che chiedono mediazione',
];

interface Held {
  id: string;
  day: IsoDate;
  ends_on: IsoDate | null;
  start_time: string | null;
  end_time: string | null;
  place: string | null;
  kind: string;
  staff_ids: string[];
  bodies: { id: string; name: string }[];
}

/** Invented meetings on the working groups and information meetings of the log, with the bodies that were there. */
export async function insertMeetings(
  db: EntityManager,
  ids: DemoIds,
  today: IsoDate,
): Promise<void> {
  const held = await meetingsOf(db, ids.of('project', SLUG), today);
  const common = { project_id: ids.of('project', SLUG), demonstration: true };
  const meetings = await insertRows(
    db,
    'meeting',
    held.map((one, index) => ({ ...common, ...meetingRow(one, index, today) })),
  );
  const { project_id } = common;
  const guests = held.flatMap((one, index) => guestRows(one, meetings[index]!, today));
  await insertRows(
    db,
    'meeting_guest',
    guests.map((row) => ({ project_id, ...row })),
  );
  await insertTasks(db, { held, meetings, common }, today);
}

const ONE = `a.id, a.day, a.ends_on, a.start_time, a.end_time, a.place, a.kind, a.staff_ids,
  (SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.name), '[]') FROM organisation o WHERE o.id = ANY(a.organisation_ids)) AS bodies
  FROM activity a WHERE a.project_id = $1 AND a.kind IN ('working_group', 'information_meeting') AND a.state <> 'cancelled'`;

/** The first of the autumn that were held, and the next ones. */
const meetingsOf = (db: EntityManager, projectId: string, today: IsoDate): Promise<Held[]> =>
  db.query(
    `(SELECT ${ONE} AND a.day BETWEEN $2 AND $3 ORDER BY a.day, a.id LIMIT ${HELD})
     UNION ALL (SELECT ${ONE} AND a.day > $3 ORDER BY a.day, a.id LIMIT ${AHEAD})`,
    [projectId, FROM, today],
  );

function meetingRow(held: Held, index: number, today: IsoDate) {
  const { id, day, kind } = held;
  const theme = THEMES[index % THEMES.length];
  const past = day <= today;
  return {
    activity_id: id,
    title: `${kind === 'working_group' ? 'Tavolo' : 'Incontro'} dimostrativo: ${theme}`,
    agenda: '1. A che punto siamo\n2. Che cosa serve alle sedi\n3. Varie',
    minutes: past ? 'Verbale dimostrativo: si è discusso ogni punto dell’ordine del giorno.' : null,
    ...(past || index % 2 === 0 ? calledAs(held, today) : NOT_CALLED),
  };
}

const NOT_CALLED = {
  convened_at: null,
  convened_day: null,
  convened_ends_on: null,
  convened_start: null,
  convened_end: null,
  convened_place: null,
};

const calledAs = (held: Held, today: IsoDate) => ({
  convened_at: `${addDays(held.day < today ? held.day : today, -7)}T09:00:00Z`,
  convened_day: held.day,
  convened_ends_on: held.ends_on,
  convened_start: held.start_time,
  convened_end: held.end_time,
  convened_place: held.place,
});

const guestRows = ({ bodies, day }: Held, meeting_id: string, today: IsoDate) =>
  bodies.map(({ id, name }, position) => ({
    meeting_id,
    position,
    name: `Referente di ${name}`.slice(0, 200),
    organisation_id: id,
    email: `referente${position + 1}@example.org`,
    present: day <= today ? position !== 2 : null,
  }));

interface Made {
  held: Held[];
  meetings: string[];
  common: { project_id: string; demonstration: boolean };
}

/** What the meetings that were held decided: done, open and overdue. */
async function insertTasks(
  db: EntityManager,
  { held, meetings, common }: Made,
  today: IsoDate,
): Promise<void> {
  const [owner] = (await db.query(
    'SELECT id FROM person WHERE demonstration ORDER BY name LIMIT 1',
  )) as [{ id: string }];
  const past = held.flatMap((one, index) =>
    one.day <= today ? [{ ...one, meeting: meetings[index]! }] : [],
  );
  const decided = await insertRows(
    db,
    'meeting_decision',
    past.map(({ meeting }, index) => ({
      ...common,
      meeting_id: meeting,
      text: DECISIONS[index % DECISIONS.length],
    })),
  );
  const tasks = past.map(({ day }, index) => {
    const due = addDays(day, index % 2 === 0 ? 14 : 30);
    const done = index % 3 === 1;
    return {
      ...common,
      decision_id: decided[index],
      person_id: owner.id,
      due_day: due,
      state: done ? 'done' : 'open',
      done_on: done ? (addDays(day, 5) < today ? addDays(day, 5) : today) : null,
    };
  });
  await insertRows(db, 'task', tasks);
}
