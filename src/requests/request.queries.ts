import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import type { Permission } from '../access/permissions.js';
import { binder, scopeSql } from '../access/scope.js';
import { decodeCursor, type Page, pageOf, pageSize } from '../kernel/page.js';
import type { RequestFigures, RequestFilter, RequestView } from './request.dto.js';
import { likeOf, type Bind } from '../platform/sql.js';

/** By which columns a request belongs to a project, to the partner that delivers, and to who took it or goes there. */
const SCOPE = {
  project: 'r.project_id',
  participation: 'r.participation_id',
  own: (userId: string, personId: string) =>
    `(r.created_by = ${userId} OR r.mediator_id = ${personId})`,
};

const FIELDS = `
  SELECT r.id, r.project_id AS "projectId", j.title AS "projectTitle", r.number, r.organisation_id AS "organisationId",
    o.name AS "organisationName", r.asked_by AS "askedBy", r.asked_by_email AS "askedByEmail", r.asked_by_phone AS "askedByPhone",
    r.meets, r.reason, r.language, r.citizenship, r.territory_id AS "territoryId", t.name AS "territoryName",
    r.wanted_day AS "wantedDay", to_char(r.wanted_time, 'HH24:MI') AS "wantedTime", r.minutes, r.mode, r.place, r.origin, r.state,
    r.closing, r.closing_note AS "closingNote", r.contest_reason AS "contestReason", r.received_on AS "receivedOn",
    to_char(r.received_time, 'HH24:MI') AS "receivedTime", r.answered_on AS "answeredOn",
    to_char(r.answered_time, 'HH24:MI') AS "answeredTime", r.mediator_id AS "mediatorId", p.name AS "mediatorName",
    r.participation_id AS "participationId", r.activity_id AS "activityId", a.day AS "activityDay",
    to_char(a.start_time, 'HH24:MI') AS "activityStart", a.minutes AS "activityMinutes",
    coalesce(a.kind = 'wasted_trip', false) AS wasted,
    (SELECT max(c.expires_at) FROM hours_confirmation c WHERE c.request_id = r.id AND c.revoked_at IS NULL
      AND c.answered_at IS NULL AND c.expires_at > now()) AS "confirmBefore", r.demonstration, r.version
  FROM mediation_request r JOIN project j ON j.id = r.project_id JOIN organisation o ON o.id = r.organisation_id
  LEFT JOIN territory t ON t.id = r.territory_id`;

const SELECT = `${FIELDS} LEFT JOIN person p ON p.id = r.mediator_id AND r.state <> 'accepted'
  LEFT JOIN activity a ON a.id = r.activity_id AND a.state <> 'cancelled'`;

const AS_TOLD = `${FIELDS} LEFT JOIN person p ON p.id = r.mediator_id LEFT JOIN activity a ON a.id = r.activity_id`;

type Row = Omit<RequestView, 'confirmBefore'> & { confirmBefore: Date | null };

const toView = (row: Row): RequestView => ({
  ...row,
  confirmBefore: row.confirmBefore?.toISOString() ?? null,
});

const OUTCOME = `CASE WHEN r.state IN ('received', 'accepted') THEN 'waiting' WHEN r.state IN ('refused', 'unmet') THEN 'lost' ELSE 'met' END`;

/** Minutes until the first answer. */
const WAITED = `extract(epoch FROM (r.answered_on + r.answered_time) - (r.received_on + r.received_time)) / 60`;

const SPAN = `CASE WHEN ${WAITED} IS NULL THEN 'waiting' WHEN ${WAITED} <= 240 THEN 'four_hours' WHEN ${WAITED} <= 1440 THEN 'one_day'
  WHEN ${WAITED} <= 2880 THEN 'two_days' ELSE 'longer' END`;

const LISTS = [
  ['projectId', 'r.project_id', 'uuid'],
  ['state', 'r.state', 'text'],
  ['participationId', 'r.participation_id', 'uuid'],
  ['organisationId', 'r.organisation_id', 'uuid'],
  ['territoryId', 'r.territory_id', 'uuid'],
  ['mediatorId', 'r.mediator_id', 'uuid'],
  ['language', 'r.language', 'text'],
  ['outcome', OUTCOME, 'text'],
  ['closing', 'r.closing', 'text'],
  ['span', SPAN, 'text'],
] as const;

/** The requests that the caller reaches and the filter asks for: one place for the board and its figures. */
function requestWhere(
  caller: Caller,
  filter: RequestFilter,
  bind: Bind,
  permission: Permission = 'request.view',
): string {
  const parts = [scopeSql(caller, permission, SCOPE, bind)];
  for (const [name, column, type] of LISTS) {
    const values = filter[name];
    if (values?.length) parts.push(`(${column}) = ANY(${bind(values)}::${type}[])`);
  }
  if (filter.from) parts.push(`r.received_on >= ${bind(filter.from)}`);
  if (filter.to) parts.push(`r.received_on <= ${bind(filter.to)}`);
  if (filter.text) {
    const pattern = bind(likeOf(filter.text));
    parts.push(`(search_text(o.name) LIKE search_text(${pattern}) OR r.reason ILIKE ${pattern})`);
  }
  return parts.join(' AND ');
}

/** Reads requests, always cut to the caller's scope. */
@Injectable()
export class RequestQueries {
  constructor(private readonly source: DataSource) {}

  /** Newest first. */
  async list(caller: Caller, filter: RequestFilter): Promise<Page<RequestView>> {
    const params: unknown[] = [];
    const bind = binder(params);
    const where = requestWhere(caller, filter, bind);
    const [day, time, id] = filter.after ? decodeCursor(filter.after, 3) : [];
    const after = filter.after
      ? `AND (r.received_on, r.received_time, r.id) < (${bind(day)}::date, ${bind(time)}::time, ${bind(id)}::uuid)`
      : '';
    const limit = pageSize(filter);
    const rows: Row[] = await this.source.query(
      `${SELECT} WHERE ${where} ${after}
       ORDER BY r.received_on DESC, r.received_time DESC, r.id DESC LIMIT ${bind(limit + 1)}`,
      params,
    );
    return pageOf(rows, limit, (row) => [row.receivedOn, row.receivedTime, row.id], toView);
  }

  async figures(caller: Caller, filter: RequestFilter): Promise<RequestFigures> {
    const params: unknown[] = [];
    const where = requestWhere(caller, filter, binder(params));
    const [{ figures }] = (await this.source.query(figuresSql(where), params)) as [
      { figures: RequestFigures },
    ];
    return figures;
  }
}

/** The request when the caller reaches it with this permission; null otherwise. */
export async function findRequest(
  db: EntityManager,
  caller: Caller,
  id: string,
  permission: Permission = 'request.view',
): Promise<RequestView | null> {
  const params: unknown[] = [];
  const bind = binder(params);
  const where = requestWhere(caller, {}, bind, permission);
  const project = caller.projectId ? `AND r.project_id = ${bind(caller.projectId)}` : '';
  const rows: Row[] = await db.query(
    `${SELECT} WHERE ${where} ${project} AND r.id = ${bind(id)}`,
    params,
  );
  return rows[0] ? toView(rows[0]) : null;
}

/** The request with the mediator and the hour of its last assignment, although it may be taken back: for who was told of it. */
export async function requestAsTold(db: EntityManager, id: string): Promise<RequestView> {
  const [row] = (await db.query(`${AS_TOLD} WHERE r.id = $1`, [id])) as [Row];
  return toView(row);
}

const demandOf = (key: string, name: string): string => `
  (SELECT coalesce(json_agg(d ORDER BY d.requests DESC, d.name, d.key), '[]') FROM (
    SELECT ${key} AS key, ${name} AS name, count(*)::int AS requests,
      count(*) FILTER (WHERE outcome = 'met')::int AS met,
      count(*) FILTER (WHERE outcome = 'waiting')::int AS waiting,
      count(*) FILTER (WHERE outcome = 'lost')::int AS lost
    FROM asked GROUP BY 1, 2) d)`;

const figuresSql = (where: string): string => `
  WITH asked AS MATERIALIZED (
    SELECT r.state, r.closing, r.language, r.territory_id, t.name AS territory,
      ${WAITED} AS waited, ${OUTCOME} AS outcome, ${SPAN} AS span
    FROM mediation_request r JOIN organisation o ON o.id = r.organisation_id LEFT JOIN territory t ON t.id = r.territory_id
    WHERE ${where})
  SELECT json_build_object(
    'requests', (SELECT count(*)::int FROM asked),
    'medianMinutes', (SELECT round(percentile_cont(0.5) WITHIN GROUP (ORDER BY waited))::int FROM asked),
    'byState', (SELECT coalesce(json_agg(s ORDER BY s.state), '[]') FROM (SELECT state, count(*)::int AS requests FROM asked GROUP BY 1) s),
    'byLanguage', ${demandOf('language', 'NULL::text')},
    'byTerritory', ${demandOf('territory_id::text', 'territory')},
    'closings', (SELECT coalesce(json_agg(c ORDER BY c.requests DESC, c.state, c.closing), '[]') FROM (
      SELECT state, closing, count(*)::int AS requests FROM asked WHERE closing IS NOT NULL GROUP BY 1, 2) c),
    'answers', (SELECT coalesce(json_agg(w), '[]') FROM (
      SELECT span, count(*)::int AS requests FROM asked GROUP BY 1) w)
  ) AS figures`;
