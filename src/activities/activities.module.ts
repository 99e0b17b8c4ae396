import { Module } from '@nestjs/common';
import { ActivitiesController } from './activities.controller.js';
import { ActivitiesQueries } from './activities.queries.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityExport } from './activity-export.js';
import { ActivityListsController } from './activity-lists.controller.js';
import './activity-problems.js';
import { Hours } from './hours.js';

@Module({
  controllers: [ActivityListsController, ActivitiesController],
  providers: [ActivitiesService, ActivitiesQueries, ActivityExport, Hours],
  exports: [ActivitiesService],
})
export class ActivitiesModule {}
