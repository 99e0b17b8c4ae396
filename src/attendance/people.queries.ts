import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder, scopeSql } from '../access/scope.js';
import { ACTIVITY_SCOPE } from '../activities/activity-scope.js';
import type { IsoDate, Period } from '../kernel/dates.js';
import { decodeCursor, pageOf, pageSize } from '../kernel/page.js';
import { targetStatusSql } from '../recipients/target-status.js';
import type {
  Breakdown,
  PeopleFigures,
  PeopleFilter,
  PeopleRowsQuery,
  PersonRow,
  PersonRowPage,
} from './people.dto.js';
import type { Bind } from '../platform/sql.js';

const COLUMNS = [
  ['projectId', 'activity.project_id', 'uuid'],
  ['workItemId', 'activity.work_item_id', 'uuid'],
  ['courseId', 'activity.course_id', 'uuid'],
  ['participationId', 'activity.participation_id', 'uuid'],
  ['kind', 'activity.kind', 'text'],
] as const;

/** Done activities that the filter means and the caller may reach. */
function activitiesWhere(caller: Caller, filter: PeopleFilter, bind: Bind): string {
  const parts = [
    `activity.state IN ('done', 'confirmed')`,
    scopeSql(caller, 'people.count', ACTIVITY_SCOPE, bind),
  ];
  for (const [name, column, type] of COLUMNS)
    if (filter[name]?.length) parts.push(`${column} = ANY(${bind(filter[name])}::${type}[])`);
  if (filter.from) parts.push(`activity.day >= ${bind(filter.from)}`);
  if (filter.to) parts.push(`activity.day <= ${bind(filter.to)}`);
  return parts.join(' AND ');
}

// Two codes of one person at one activity are one presence, as long as the longer of them.
const presencesSql = (where: string): string => `
  SELECT activity.id AS activity_id, r.person_id, max(t.minutes) AS minutes, activity.day, activity.project_id, activity.work_item_id
  FROM activity JOIN attendance t ON t.activity_id = activity.id AND t.present JOIN recipient r ON r.id = t.recipient_id
  WHERE ${where} GROUP BY activity.id, r.person_id`;

const AGE = `CASE WHEN p.birth_year IS NULL THEN coalesce(p.age_band, 'unknown')
  WHEN extract(year FROM s.first_day) - p.birth_year < 18 THEN 'under_18'
  WHEN extract(year FROM s.first_day) - p.birth_year <= 60 THEN '18_60' ELSE 'over_60' END`;

/** By which group of a breakdown a row of `s` (person, first day, project, work item) counts. */
const GROUPS: Record<Exclude<Breakdown, 'period'>, string> = {
  gender: `coalesce(p.gender, 'unknown')`,
  age: AGE,
  target: targetStatusSql('p.citizenship', 's.first_day'),
  citizenship: 'p.citizenship',
  project: 's.project_id::text',
  workItem: 's.work_item_id::text',
};

/** Where a person belongs to one group only, the groups add up to the whole. */
const SPLITS: Partial<Record<Breakdown, 'project_id' | 'work_item_id'>> = {
  project: 'project_id',
  workItem: 'work_item_id',
};

const FIGURES = `sum(presences)::int AS presences, sum(minutes)::float8 AS minutes, count(*)::int AS people,
  count(*) FILTER (WHERE target = 'recipient')::int AS recipients, count(*) FILTER (WHERE target = 'to_verify')::int AS "toVerify",
  count(*) FILTER (WHERE target = 'not_target')::int AS "notTarget"`;

/** One row for each person (and project or work item, when broken down by these), over the whole range: with age, status and group. */
function peopleSql(where: string, by: Exclude<Breakdown, 'period'> | null): string {
  const split = by ? SPLITS[by] : undefined;
  const keys = ['person_id', ...(split ? [split] : [])].join(', ');
  // The status and the age of a person are those of the first day in the range, the same in every group.
  return `
    WITH presences AS (${presencesSql(where)}),
      s AS (SELECT ${keys}, count(*) AS presences, sum(minutes) AS minutes, ${split ? 'min(min(day)) OVER (PARTITION BY person_id)' : 'min(day)'} AS first_day
        FROM presences GROUP BY ${keys}),
      people AS (SELECT s.*, p.code, p.gender, p.citizenship, ${AGE} AS age, ${targetStatusSql('p.citizenship', 's.first_day')} AS target,
        ${by ? GROUPS[by] : `''`} AS key FROM s JOIN recipient p ON p.id = s.person_id)`;
}

export const NOTHING: PeopleFigures = {
  presences: 0,
  minutes: 0,
  people: 0,
  recipients: 0,
  toVerify: 0,
  notTarget: 0,
};

/** A figure of the whole (key null), or of a group by its key; of periods their place among them, from 1. */
export type Counted = PeopleFigures & { key: string | null; label: string | null };

const TARGET = targetStatusSql('p.citizenship', 's.first_day');

/** Who stands in one group only: the groups are made of people. */
const byGroup = (where: string, group: string): string => `
  WITH presences AS (${presencesSql(where)}),
    s AS (SELECT person_id, count(*) AS presences, sum(minutes) AS minutes, min(day) AS first_day FROM presences GROUP BY person_id),
    people AS (SELECT s.*, ${TARGET} AS target, ${group} AS key FROM s JOIN recipient p ON p.id = s.person_id)
  SELECT key, key AS label, ${FIGURES} FROM people GROUP BY GROUPING SETS ((key), ())
  HAVING count(*) > 0 ORDER BY grouping(key) DESC, key`;

/** Who may stand in several: the groups are made of presences, and the whole of people beside them. */
const byPart = (where: string, part: string, firstDay: string): string => `
  WITH presences AS (${presencesSql(where)}),
    parts AS (SELECT *, ${part} AS part FROM presences),
    s AS (SELECT person_id, part AS key, grouping(part) AS whole, count(*) AS presences, sum(minutes) AS minutes, ${firstDay} AS first_day
      FROM parts GROUP BY GROUPING SETS ((person_id, part), (person_id))),
    people AS (SELECT s.*, ${TARGET} AS target FROM s JOIN recipient p ON p.id = s.person_id),
    figures AS (SELECT whole, key, ${FIGURES} FROM people WHERE whole = 1 OR key IS NOT NULL GROUP BY whole, key)
  SELECT f.*, coalesce((SELECT title FROM project j WHERE j.id::text = f.key),
    (SELECT w.code || ' ' || w.title FROM work_item w WHERE w.id::text = f.key), f.key) AS label
  FROM figures f ORDER BY whole DESC, key`;

// The status of a person is that of its first day in the range, the same in every part of it; in a period, that of the period.
const OF_ALL_PARTS = 'min(min(day)) OVER (PARTITION BY person_id)';
const OF_THE_PART = 'min(day)';

/** The whole and its groups in one reading of the presences, the whole first; nothing where nobody was. */
export function countFigures(
  db: EntityManager,
  caller: Caller,
  filter: PeopleFilter,
  { by, periods }: { by?: Breakdown; periods: readonly Period[] },
): Promise<Counted[]> {
  const params: unknown[] = [];
  const bind = binder(params);
  const where = activitiesWhere(caller, filter, bind);
  const split = by && SPLITS[by];
  const sql =
    by === 'period'
      ? byPart(where, periodOf(periods, bind), OF_THE_PART)
      : split
        ? byPart(where, `${split}::text`, OF_ALL_PARTS)
        : byGroup(where, by ? GROUPS[by as Exclude<Breakdown, 'period'>] : `''`);
  return db.query(sql, params);
}

/** Periods follow one another without a gap: the place of a day among their first days. */
const periodOf = (periods: readonly Period[], bind: Bind): string =>
  `CASE WHEN day BETWEEN ${bind(periods[0]?.from)} AND ${bind(periods.at(-1)?.to)}
    THEN width_bucket(day, ${bind(periods.map(({ from }) => from))}::date[])::text END`;

/** The day of the first presence; null when there is none. */
export async function firstDay(
  db: EntityManager,
  caller: Caller,
  filter: PeopleFilter,
): Promise<IsoDate | null> {
  const params: unknown[] = [];
  const where = activitiesWhere(caller, filter, binder(params));
  const [{ day }] = (await db.query(
    `SELECT min(day) AS day FROM (${presencesSql(where)}) presences`,
    params,
  )) as [{ day: IsoDate | null }];
  return day;
}

/** Heads of the same activities, and how many of them are people with a code. */
export async function countHeads(
  db: EntityManager,
  caller: Caller,
  filter: PeopleFilter,
): Promise<{ heads: number; coverage: number | null }> {
  const params: unknown[] = [];
  const where = activitiesWhere(caller, filter, binder(params));
  const [row] = (await db.query(
    `SELECT sum(greatest(coalesce(participants, 0) - coded, 0))::int AS heads,
       (100 * sum(coded) / nullif(sum(greatest(coalesce(participants, 0), coded)), 0))::int AS coverage
     FROM (SELECT activity.participants, count(DISTINCT r.person_id) AS coded
       FROM activity LEFT JOIN attendance t ON t.activity_id = activity.id AND t.present LEFT JOIN recipient r ON r.id = t.recipient_id
       WHERE ${where} GROUP BY activity.id) a`,
    params,
  )) as [{ heads: number | null; coverage: number | null }];
  return { heads: row.heads ?? 0, coverage: row.coverage };
}

/** The people of a figure, by code. */
export async function listPeople(
  db: EntityManager,
  caller: Caller,
  query: PeopleRowsQuery,
): Promise<PersonRowPage> {
  const limit = pageSize(query);
  const params: unknown[] = [];
  const bind = binder(params);
  const by = query.by && query.by !== 'period' ? query.by : null;
  const where = activitiesWhere(caller, query, bind);
  const parts = ['true'];
  if (query.target) parts.push(`target = ${bind(query.target)}`);
  if (by && query.group !== undefined) parts.push(`key = ${bind(query.group)}`);
  if (query.after) parts.push(`code > ${bind(String(decodeCursor(query.after, 1)[0]))}`);
  const rows: PersonRow[] = await db.query(
    `${peopleSql(where, by)} SELECT person_id AS id, code, gender, age, citizenship, target,
       sum(presences)::int AS presences, sum(minutes)::float8 AS minutes
     FROM people WHERE ${parts.join(' AND ')} GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY code LIMIT ${limit + 1}`,
    params,
  );
  return pageOf(
    rows,
    limit,
    ({ code }) => [code],
    (row) => row,
  );
}
