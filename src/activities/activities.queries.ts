import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Caller } from '../access/caller.js';
import { binder } from '../access/scope.js';
import { Clock } from '../kernel/dates.js';
import { decodeCursor, pageOf, pageSize } from '../kernel/page.js';
import { prepared } from '../platform/prepared.js';
import type { ActivityFilter, ActivityListFilter, ActivityTotals } from './activity.dto.js';
import { activityWhere } from './activity-filter.js';
import { followsSql, keyOf, orderBy } from './activity-order.js';
import { lateSql } from './late.js';
import { sumsCover } from './sums-cover.js';

// The page is cut before the names are joined: joining first costs more the larger the log is. One name needs no order.
const NAMED = `
  SELECT p.id, p.project_id AS "projectId", p.work_item_id AS "workItemId", p.participation_id AS "participationId", p.kind, p.state,
    p.day, p.ends_on AS "endsOn", to_char(p.start_time, 'HH24:MI') AS "startTime", to_char(p.end_time, 'HH24:MI') AS "endTime",
    p.minutes, p.quantity::float8 AS quantity, p.place, p.note, p.participants, p.women, p.men,
    p.staff_ids AS "staffIds", p.organisation_ids AS "organisationIds", p.language, p.territory_id AS "territoryId", p.target_group AS "targetGroup",
    p.contract_line_id AS "contractLineId", p.over_reason AS "overReason", p.course_id AS "courseId", p.series_id AS "seriesId", p.shared_id AS "sharedId", p.cancel_reason AS "cancelReason",
    p.corrects_id AS "correctsId", p.report_id AS "reportId", ${lateSql('p', 'day')} AS late, p.demonstration, p.version,
    j.title AS "projectTitle", k.label AS "kindLabel", w.code AS "workItemCode", w.title AS "workItemTitle", o.name AS "partnerName",
    CASE cardinality(p.staff_ids) WHEN 0 THEN '{}'::text[] WHEN 1 THEN ARRAY[(SELECT s.name FROM person s WHERE s.id = p.staff_ids[1])]
      ELSE ARRAY(SELECT s.name FROM person s WHERE s.id = ANY(p.staff_ids) ORDER BY s.name) END AS "staffNames",
    CASE WHEN p.organisation_ids = '{}' THEN '{}'::text[] ELSE ARRAY(SELECT b.name FROM organisation b WHERE b.id = ANY(p.organisation_ids) ORDER BY b.name) END AS "organisationNames",
    t.name AS "territoryName", c.title AS "courseTitle", r.report_number AS "reportNumber",
    (SELECT max(e.day) FROM evidence_reminder e WHERE e.activity_id = p.id) AS "remindedOn"
  FROM page p JOIN project j ON j.id = p.project_id JOIN activity_kind k ON k.code = p.kind JOIN work_item w ON w.id = p.work_item_id
  LEFT JOIN participation a ON a.id = p.participation_id LEFT JOIN organisation o ON o.id = a.organisation_id
  LEFT JOIN territory t ON t.id = p.territory_id LEFT JOIN course c ON c.id = p.course_id
  LEFT JOIN sent_period r ON r.report_id = p.report_id`;

interface PageRow {
  /** An ActivityRow. */
  item: string;
  day: string;
  minutes: number;
  id: string;
}

/** Reads lists and sums of activities, always cut to the caller's scope. */
@Injectable()
export class ActivitiesQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A page as JSON text, newest first unless asked; any page costs what the first costs. Each row is JSON as the database gives it: nothing here reads it. */
  async list(caller: Caller, filter: ActivityListFilter): Promise<string> {
    const limit = pageSize(filter);
    const params: unknown[] = [];
    const text = `WITH page AS MATERIALIZED (${pageSql(caller, filter, limit + 1, params)})
      SELECT row_to_json(named)::text AS item, named.day, named.minutes, named.id FROM (${NAMED}) named
      ORDER BY ${orderBy('named', filter.order)}`;
    const rows: PageRow[] = isUsual(filter)
      ? await prepared(this.source, nameOf(text), text, params)
      : await this.source.query(text, params);
    const { items, next } = pageOf(
      rows,
      limit,
      (row) => keyOf(filter.order).map((column) => row[column]),
      ({ item }) => item,
    );
    return `{"items":[${items.join(',')}],"next":${JSON.stringify(next)}}`;
  }

  /** Done and confirmed work of the filter, or what is planned when it asks for that alone: from the monthly sums when they cover it, else from the rows. */
  async totals(caller: Caller, filter: ActivityFilter): Promise<ActivityTotals> {
    const fromSums = sumsCover(caller, filter, this.clock.today());
    const params: unknown[] = [];
    const rows: Omit<ActivityTotals, 'source'>[] = await this.source.query(
      fromSums ? sumsSql(caller, filter, params) : rowsSql(caller, filter, params),
      params,
    );
    return {
      ...(rows[0] ?? { activities: 0, minutes: 0, quantity: 0 }),
      source: fromSums ? 'sums' : 'rows',
    };
  }
}

// Each project gives its first from its own index: one sort over all of them would read every row before the first page.
function pageSql(
  caller: Caller,
  filter: ActivityListFilter,
  rows: number,
  params: unknown[],
): string {
  const bind = binder(params);
  const where = activityWhere(caller, filter, params);
  const { order } = filter;
  const after = filter.after
    ? `AND ${followsSql(order, decodeCursor(filter.after, keyOf(order).length), bind)}`
    : '';
  const limit = bind(rows);
  return `SELECT activity.* FROM (
      SELECT first.id FROM unnest(${bind(projectsOf(caller, filter))}::uuid[]) AS own(id) CROSS JOIN LATERAL (
        SELECT activity.id, activity.day, activity.minutes FROM activity WHERE activity.project_id = own.id AND ${where} ${after}
        ORDER BY ${orderBy('activity', order)} LIMIT ${limit}) first
      ORDER BY ${orderBy('first', order)} LIMIT ${limit}) chosen JOIN activity USING (id)`;
}

/** The projects that the filter asks for and the caller reaches in any role, each once. */
function projectsOf(caller: Caller, { projectId }: ActivityFilter): string[] {
  const reach = new Set(caller.reaching('activity.view').map((m) => m.projectId));
  const asked = new Set(projectId?.map((id) => id.toLowerCase()));
  return asked.size > 0 ? [...reach].filter((id) => asked.has(id)) : [...reach];
}

const USUAL = ['projectId', 'kind', 'state', 'workItemId', 'from', 'to', 'order', 'limit', 'after'];

/** Only what is asked all day is kept prepared: each text takes memory in each connection. */
const isUsual = (filter: ActivityFilter): boolean =>
  Object.entries(filter).every(([name, value]) => value === undefined || USUAL.includes(name));

const nameOf = (text: string): string => createHash('sha1').update(text).digest('hex');

const rowsSql = (caller: Caller, filter: ActivityFilter, params: unknown[]): string =>
  `SELECT count(*)::int AS activities, coalesce(sum(minutes), 0)::float8 AS minutes, coalesce(sum(quantity), 0)::float8 AS quantity
   FROM activity WHERE state IN (${countedStates(filter)}) AND ${activityWhere(caller, filter, params)}`;

/** Work that is to come is summed apart from work that was done, never with it. */
const countedStates = ({ state }: ActivityFilter): string =>
  state?.length && state.every((one) => one === 'planned') ? "'planned'" : "'done', 'confirmed'";

function sumsSql(caller: Caller, filter: ActivityFilter, params: unknown[]): string {
  const { kind, from, to } = filter;
  const bind = binder(params);
  const parts = [`project_id = ANY(${bind(projectsOf(caller, filter))}::uuid[])`];
  if (kind?.length) parts.push(`kind = ANY(${bind(kind)}::text[])`);
  if (from) parts.push(`month >= ${bind(from)}`);
  if (to) parts.push(`month <= ${bind(to)}`);
  return `SELECT coalesce(sum(activities), 0)::int AS activities, coalesce(sum(minutes), 0)::float8 AS minutes,
    coalesce(sum(quantity), 0)::float8 AS quantity FROM activity_month WHERE ${parts.join(' AND ')}`;
}
