import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Caller } from '../access/caller.js';
import { binder } from '../access/scope.js';
import { Clock } from '../kernel/dates.js';
import {
  DayField,
  IdField,
  IntegerField,
  ListField,
  QuantityField,
  QueryList,
  TextField,
} from '../kernel/fields.js';
import { prepared } from '../platform/prepared.js';
import { wholeMonths } from './sums-cover.js';

export class HoursFilter {
  @QueryList('id') projectId?: string[];
  @QueryList('text') kind?: string[];
  @DayField({ optional: true }) from?: string;
  @DayField({ optional: true }) to?: string;
}

/** Done and confirmed work of one month ('2019-11'). */
export class HoursMonth {
  @TextField() month: string;
  @IntegerField() activities: number;
  @IntegerField({ max: Number.MAX_SAFE_INTEGER }) minutes: number;
  @QuantityField() quantity: number;
}

/** Done and confirmed work of one project and kind, its months in order. */
export class HoursRow {
  @IdField() projectId: string;
  @TextField() kind: string;
  @ListField(() => HoursMonth) months: HoursMonth[];
}

export class HoursView {
  @ListField(() => HoursRow) items: HoursRow[];
}

/** Hours by project, kind and month, read from the monthly sums: their cost does not grow with the log. Part of a month is summed from its rows. */
@Injectable()
export class Hours {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The answer as JSON text made by the database: thousands of cells are not worth an object each. */
  async read(caller: Caller, filter: HoursFilter): Promise<string> {
    const params: unknown[] = [];
    const months = wholeMonths(filter, this.clock.today());
    const text = hoursSql(caller, filter, params, months);
    const name = `hours-${months}-${['kind', 'from', 'to'].filter((k) => filter[k as keyof HoursFilter]).join('-')}-${params.length}`;
    const [row] = await prepared<{ answer: string }>(this.source, name, text, params);
    return row?.answer ?? '{"items":[]}';
  }
}

// As text, since thousands of JSON objects cost the database more than the sums do; a project and kind are said once, not each month.
const MONTH = `concat('{"month":"', left(month::text, 7), '","activities":', activities, ',"minutes":', minutes, ',"quantity":', quantity, '}')`;
const ROW = `concat('{"projectId":"', project_id, '","kind":', to_json(kind), ',"months":[', string_agg(${MONTH}, ',' ORDER BY month), ']}')`;

/** A partner's cells come from its own rows: the sums do not know partners. */
function hoursSql(
  caller: Caller,
  { projectId, kind, from, to }: HoursFilter,
  params: unknown[],
  months: boolean,
): string {
  const bind = binder(params);
  const asked = (id: string) => !projectId?.length || projectId.includes(id);
  const reach = caller.reaching('hours.view').filter((m) => asked(m.projectId));
  const whole = reach.filter((m) => m.role !== 'partner').map((m) => m.projectId);
  const own = reach.flatMap((m) =>
    m.role === 'partner' && !whole.includes(m.projectId) ? (m.participationId ?? []) : [],
  );
  const inKind = kind?.length ? `AND kind = ANY(${bind(kind)}::text[])` : '';
  const [first, last] = [from && bind(from), to && bind(to)];
  const within = (column: string): string =>
    `${first ? `AND ${column} >= ${first}::date` : ''} ${last ? `AND ${column} <= ${last}::date` : ''}`;
  const rowsOf = (column: string, ids: string[]): string => `
    SELECT project_id, kind, date_trunc('month', day)::date AS month, 1 AS activities, minutes::bigint, coalesce(quantity, 0) AS quantity
    FROM activity WHERE ${column} = ANY(${bind(ids)}::uuid[]) AND state IN ('done', 'confirmed') ${inKind} ${within('day')}`;
  const ofWhole = months
    ? `SELECT project_id, kind, month, activities, minutes, quantity FROM activity_month
       WHERE project_id = ANY(${bind(whole)}::uuid[]) ${inKind} ${within('month')}`
    : rowsOf('project_id', whole);
  return `
    SELECT '{"items":[' || coalesce(string_agg(line, ',' ORDER BY project_id, kind), '') || ']}' AS answer
    FROM (SELECT project_id, kind, ${ROW} AS line FROM (
      SELECT project_id, kind, month, sum(activities) AS activities, sum(minutes) AS minutes, sum(quantity) AS quantity
      FROM (${ofWhole} ${own.length ? `UNION ALL ${rowsOf('participation_id', own)}` : ''}) cells
      GROUP BY project_id, kind, month HAVING sum(activities) <> 0) sums
      GROUP BY project_id, kind) lines`;
}
