import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, monthOf } from '../kernel/dates.js';
import { Chores } from '../platform/chores.js';
import { ActivitiesController } from './activities.controller.js';
import { ActivitiesQueries } from './activities.queries.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityBatchesController } from './activity-batches.controller.js';
import { ActivityBatches } from './activity-batches.service.js';
import { ActivityExport } from './activity-export.js';
import { ActivityListsController } from './activity-lists.controller.js';
import { ActivitySheet } from './activity-sheet.js';
import { DraftsController } from './drafts.controller.js';
import { Drafts } from './drafts.service.js';
import { KindsController } from './kinds.controller.js';
import { Kinds } from './kinds.service.js';
import { SavedViewsController } from './saved-views.controller.js';
import { SavedViews } from './saved-views.service.js';
import './activity-problems.js';
import { Hours } from './hours.js';
import { ActivityLog } from './log-activity.js';
import { PlannedActivities } from './planned-activities.js';
import { ProjectPlans } from './project-plans.js';
import { EvidenceRemindersController } from './evidence-reminders.controller.js';
import { EvidenceReminders } from './evidence-reminders.service.js';
import { SharedActivitiesController } from './shared-activities.controller.js';
import { SharedActivities } from './shared-activities.service.js';
import { UndoBatch } from './undo-batch.js';

@Module({
  controllers: [
    ActivityListsController,
    ActivitiesController,
    ActivityBatchesController,
    SharedActivitiesController,
    EvidenceRemindersController,
    DraftsController,
    SavedViewsController,
    KindsController,
  ],
  providers: [
    ActivitiesService,
    ActivitiesQueries,
    ActivityBatches,
    UndoBatch,
    Drafts,
    SavedViews,
    Kinds,
    ActivitySheet,
    ActivityExport,
    Hours,
    ActivityLog,
    ProjectPlans,
    PlannedActivities,
    SharedActivities,
    EvidenceReminders,
  ],
  exports: [ProjectPlans, PlannedActivities, ActivitiesService],
})
export class ActivitiesModule {
  constructor(chores: Chores, source: DataSource, clock: Clock) {
    // Months that are over are hardly written any more: their slots become one row.
    chores.every(600, () =>
      source.query('SELECT roll_up_quiet_slots($1)', [`${monthOf(clock.today())}-01`]),
    );
    // An undo is for what one has just done; later there is the history of each row.
    chores.every(3600, () =>
      source.query(`DELETE FROM activity_batch WHERE made_at < now() - interval '30 days'`),
    );
  }
}
