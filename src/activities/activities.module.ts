import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, monthOf } from '../kernel/dates.js';
import { Chores } from '../platform/chores.js';
import { ActivitiesController } from './activities.controller.js';
import { ActivitiesQueries } from './activities.queries.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityEntries } from './activity-entries.js';
import { ActivityExport } from './activity-export.js';
import { ActivityListsController } from './activity-lists.controller.js';
import './activity-problems.js';
import { Hours } from './hours.js';
import { ActivityLog } from './log-activity.js';
import { PlannedActivities } from './planned-activities.js';
import { ProjectPlans } from './project-plans.js';

@Module({
  controllers: [ActivityListsController, ActivitiesController],
  providers: [
    ActivitiesService,
    ActivitiesQueries,
    ActivityExport,
    Hours,
    ActivityLog,
    ProjectPlans,
    ActivityEntries,
    PlannedActivities,
  ],
  exports: [PlannedActivities, ActivitiesService, ActivityEntries],
})
export class ActivitiesModule {
  constructor(chores: Chores, source: DataSource, clock: Clock) {
    // Months that are over are hardly written any more: their slots become one row.
    chores.every(600, () =>
      source.query('SELECT roll_up_quiet_slots($1)', [`${monthOf(clock.today())}-01`]),
    );
  }
}
