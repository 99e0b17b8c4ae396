import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder, scopeSql } from '../access/scope.js';
import { ACTIVITY_SCOPE } from '../activities/activity-scope.js';
import { planVersionsOf, workItemsOf } from '../work-plan/work-plan.queries.js';
import type { GanttView } from './gantt.dto.js';
import { ganttOf, type DoneWork } from './gantt.js';

/** The work plan over time; of the log each sees its own part. */
@Injectable()
export class GanttService {
  constructor(private readonly source: DataSource) {}

  async read(caller: Caller, projectId: string): Promise<GanttView> {
    const db = this.source.manager;
    const [plan, versions, done] = await Promise.all([
      workItemsOf(db, projectId),
      planVersionsOf(db, projectId),
      this.done(caller, projectId),
    ]);
    const baseline = versions.find(({ state }) => state === 'approved');
    return {
      items: ganttOf(plan, baseline?.items ?? [], done),
      baselineNumber: baseline?.number ?? null,
      baselineApprovedOn: baseline?.approvedOn ?? null,
    };
  }

  private done(caller: Caller, projectId: string): Promise<DoneWork[]> {
    const params: unknown[] = [projectId];
    const scope = scopeSql(caller, 'activity.view', ACTIVITY_SCOPE, binder(params));
    return this.source.query(
      `SELECT work_item_id AS "workItemId",
         min(day) FILTER (WHERE done) AS "firstDone", max(coalesce(ends_on, day)) FILTER (WHERE done) AS "lastDone",
         count(*) FILTER (WHERE done)::int AS activities, coalesce(sum(minutes) FILTER (WHERE done), 0)::float8 AS minutes,
         count(*) FILTER (WHERE state = 'planned')::int AS planned
       FROM (SELECT activity.*, activity.state IN ('done', 'confirmed') AS done FROM activity
             WHERE activity.project_id = $1 AND activity.state <> 'cancelled' AND ${scope}) a
       GROUP BY work_item_id`,
      params,
    );
  }
}
