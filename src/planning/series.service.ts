import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder, scopeSql } from '../access/scope.js';
import { ACTIVITY_SCOPE } from '../activities/activity-scope.js';
import { PlannedActivities } from '../activities/planned-activities.js';
import { addDays, daysBetween } from '../kernel/dates.js';
import { NotFound, RuleBroken } from '../kernel/errors.js';
import { Writes } from '../platform/write.js';
import { openProject } from '../projects/open-project.js';
import { ActivitySeries } from './activity-series.entity.js';
import type { PlanSeries, SeriesView } from './planning.dto.js';
import { inWords, occurrencesOf } from './recurrence.js';

/** Plans the activities of a recurrence. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly activities: PlannedActivities,
  ) {}

  /** All or nothing; a day on which somebody is taken refuses the whole. Throws RuleBroken, Conflict `activity.overlap`. */
  plan(caller: Caller, projectId: string, body: PlanSeries): Promise<SeriesView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      const { activity, rule, leftOut = [] } = body;
      const days = occurrencesOf(rule, activity.day).filter((day) => !leftOut.includes(day));
      if (days.length === 0) throw empty();
      const series = await db.save(
        db.create(ActivitySeries, { projectId, rule, firstDay: activity.day, leftOut, version: 1 }),
      );
      const lasts = activity.endsOn ? daysBetween(activity.day, activity.endsOn) : null;
      const inputs = days.map((day) => ({
        ...activity,
        day,
        endsOn: lasts === null ? null : addDays(day, lasts),
      }));
      await this.activities.add(db, caller, projectId, inputs, series.id);
      return viewOf(db, caller, projectId, series.id);
    });
  }

  read(caller: Caller, projectId: string, id: string): Promise<SeriesView> {
    return viewOf(this.source.manager, caller, projectId, id);
  }
}

const empty = () =>
  new RuleBroken('series.empty', 'Tutti i giorni della serie sono esclusi: lasciane almeno uno.');

/** A series is known to whoever reaches one of its activities. */
async function viewOf(
  db: EntityManager,
  caller: Caller,
  projectId: string,
  id: string,
): Promise<SeriesView> {
  const params: unknown[] = [projectId, id];
  const scope = scopeSql(caller, 'activity.view', ACTIVITY_SCOPE, binder(params));
  const [row] = (await db.query(
    `SELECT s.id, s.project_id AS "projectId", s.rule, s.first_day AS "firstDay", s.left_out::text[] AS "leftOut", s.version,
       count(*) FILTER (WHERE activity.state <> 'cancelled')::int AS activities, count(*) FILTER (WHERE activity.state = 'planned')::int AS planned
     FROM activity_series s JOIN activity ON activity.series_id = s.id
     WHERE s.project_id = $1 AND s.id = $2 AND ${scope} GROUP BY s.id`,
    params,
  )) as Omit<SeriesView, 'words'>[];
  if (!row) throw new NotFound();
  return { ...row, words: inWords(row.rule) };
}
