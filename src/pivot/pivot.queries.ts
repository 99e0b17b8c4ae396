import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder, scopeSql } from '../access/scope.js';
import { activityWhere } from '../activities/activity-filter.js';
import { ACTIVITY_SCOPE } from '../activities/activity-scope.js';
import { Forbidden } from '../kernel/errors.js';
import type { Dimension, Measure, PivotFilter } from './pivot.dto.js';

export interface Counted {
  rowKey: string | null;
  rowLabel: string;
  columnKey: string | null;
  columnLabel: string;
  /** Bit 1: over all columns; bit 2: over all rows. */
  level: number;
  value: number;
}

/** Key and label of each side, as SQL over `activity`. */
const SIDES: Record<Dimension, { key: string; label: string }> = {
  territory: {
    key: 'activity.territory_id::text',
    label: '(SELECT name FROM territory WHERE id = activity.territory_id)',
  },
  language: { key: 'activity.language', label: 'activity.language' },
  kind: {
    key: 'activity.kind',
    label: '(SELECT label FROM activity_kind WHERE code = activity.kind)',
  },
  partner: {
    key: 'activity.participation_id::text',
    label:
      '(SELECT o.name FROM participation p JOIN organisation o ON o.id = p.organisation_id WHERE p.id = activity.participation_id)',
  },
  month: { key: `to_char(activity.day, 'YYYY-MM')`, label: `to_char(activity.day, 'YYYY-MM')` },
  project: {
    key: 'activity.project_id::text',
    label: '(SELECT title FROM project WHERE id = activity.project_id)',
  },
  workItem: {
    key: 'activity.work_item_id::text',
    label: `(SELECT code || ' ' || title FROM work_item WHERE id = activity.work_item_id)`,
  },
};

// Presences and people are of those with a code; heads are counted without one and never added to them.
const VALUES: Record<Measure, { sql: string; attended: boolean }> = {
  hours: { sql: 'coalesce(sum(minutes), 0)::float8', attended: false },
  activities: { sql: 'count(*)::int', attended: false },
  heads: { sql: 'coalesce(sum(participants), 0)::float8', attended: false },
  // Two codes of one person at one activity are one presence.
  presences: { sql: 'count(DISTINCT (work.id, r.person_id))::int', attended: true },
  people: { sql: 'count(DISTINCT r.person_id)::int', attended: true },
};

const ATTENDED =
  'JOIN attendance t ON t.activity_id = work.id AND t.present JOIN recipient r ON r.id = t.recipient_id';

const notYours = () =>
  new Forbidden(
    'pivot.people',
    'Il tuo ruolo non conta le persone né le loro presenze: scegli un’altra misura.',
  );

/** Counts work that was done, cut to the caller's scope, for each cell, row, column and the whole in one pass. */
@Injectable()
export class PivotQueries {
  constructor(private readonly source: DataSource) {}

  count(caller: Caller, filter: PivotFilter): Promise<Counted[]> {
    const params: unknown[] = [];
    const rows = SIDES[filter.rows ?? 'kind'];
    const columns = filter.columns ? SIDES[filter.columns] : { key: `''`, label: `''` };
    const { sql, attended } = VALUES[filter.measure ?? 'hours'];
    if (attended && !caller.may('people.count')) throw notYours();
    const where = [activityWhere(caller, filter, params)];
    if (attended) where.push(scopeSql(caller, 'people.count', ACTIVITY_SCOPE, binder(params)));
    return this.source.query(
      `WITH work AS (
         SELECT activity.id, activity.minutes, activity.participants, ${rows.key} AS row_key, ${columns.key} AS column_key,
           ${rows.label} AS row_label, ${columns.label} AS column_label
         FROM activity WHERE activity.state IN ('done', 'confirmed') AND ${where.join(' AND ')})
       SELECT row_key AS "rowKey", column_key AS "columnKey", coalesce(min(row_label), '') AS "rowLabel",
         coalesce(min(column_label), '') AS "columnLabel", grouping(row_key, column_key) AS level, ${sql} AS value
       FROM work ${attended ? ATTENDED : ''}
       GROUP BY GROUPING SETS ((row_key, column_key), (row_key), (column_key), ())`,
      params,
    );
  }
}
