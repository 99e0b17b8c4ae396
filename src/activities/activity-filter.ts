import type { Caller } from '../access/caller.js';
import { binder, scopeSql } from '../access/scope.js';
import type { ActivityFilter } from './activity.dto.js';
import { ACTIVITY_SCOPE } from './activity-scope.js';
import { likeOf, type Bind } from '../platform/sql.js';

const COLUMNS = [
  ['projectId', 'activity.project_id', 'uuid'],
  ['kind', 'activity.kind', 'text'],
  ['state', 'activity.state', 'text'],
  ['workItemId', 'activity.work_item_id', 'uuid'],
  ['participationId', 'activity.participation_id', 'uuid'],
  ['contractLineId', 'activity.contract_line_id', 'uuid'],
  ['courseId', 'activity.course_id', 'uuid'],
  ['seriesId', 'activity.series_id', 'uuid'],
  ['language', 'activity.language', 'text'],
] as const;

/** The rows that a filter means and the caller may reach, as SQL over `activity`: one place for list, totals and export. */
export function activityWhere(caller: Caller, filter: ActivityFilter, params: unknown[]): string {
  const bind = binder(params);
  const parts = [scopeSql(caller, 'activity.view', ACTIVITY_SCOPE, bind)];
  parts.push(...COLUMNS.flatMap(([name, column, type]) => anyOf(column, filter[name], type, bind)));
  for (const [name, condition] of Object.entries(LINKED) as [keyof typeof LINKED, SqlOf][]) {
    const ids = filter[name];
    if (ids?.length) parts.push(condition(bind(ids)));
  }
  if (filter.reported) parts.push(REPORTED[filter.reported]);
  if (filter.reportId) parts.push(`activity.report_id = ${bind(filter.reportId)}`);
  if (filter.from) parts.push(`activity.day >= ${bind(filter.from)}`);
  if (filter.to) parts.push(`activity.day <= ${bind(filter.to)}`);
  if (filter.evidence) {
    parts.push(
      `NOT EXISTS (SELECT FROM document d WHERE d.subject_id = activity.id AND d.subject_table = 'activity' AND d.state = 'attached'
         AND (NOT d.confidential OR ${scopeSql(caller, 'document.confidential', { project: 'd.project_id' }, bind)}))`,
    );
  }
  if (filter.text) {
    const pattern = bind(likeOf(filter.text));
    parts.push(
      `(activity.place ILIKE ${pattern} OR activity.note ILIKE ${pattern} OR activity.target_group ILIKE ${pattern})`,
    );
  }
  return parts.join(' AND ');
}

type SqlOf = (ids: string) => string;

const LINKED = {
  personId: (ids: string) =>
    `activity.id IN (SELECT activity_id FROM activity_staff WHERE person_id = ANY(${ids}::uuid[]))`,
  organisationId: (ids: string) =>
    `activity.id IN (SELECT activity_id FROM activity_organisation WHERE organisation_id = ANY(${ids}::uuid[]))`,
  // A province holds its municipalities, a consortium its members as they were on the day.
  territoryId: (ids: string) =>
    `activity.territory_id IN (SELECT t.id FROM territory t WHERE t.id = ANY(${ids}::uuid[]) OR t.province_id = ANY(${ids}::uuid[])
       OR EXISTS (SELECT FROM territory_member m WHERE m.member_id = t.id AND m.territory_id = ANY(${ids}::uuid[])
         AND daterange(m.from_day, m.to_day, '[]') @> activity.day))`,
};

const REPORTED = {
  yes: 'activity.report_id IS NOT NULL',
  no: 'activity.report_id IS NULL',
};

/** Only a single value lets an index give its rows in the order of the page. */
function anyOf(
  column: string,
  values: readonly string[] | undefined,
  type: string,
  bind: Bind,
): string[] {
  if (!values?.length) return [];
  if (values.length === 1) return [`${column} = ${bind(values[0])}::${type}`];
  return [`${column} = ANY(${bind(values)}::${type}[])`];
}
