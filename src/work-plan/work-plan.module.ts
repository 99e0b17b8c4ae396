import { Module } from '@nestjs/common';
import { DeliverablesService } from './deliverables.service.js';
import { ObjectivesController } from './objectives.controller.js';
import { ObjectivesService } from './objectives.service.js';
import { PlanVersionsService } from './plan-versions.service.js';
import { WorkItemsController } from './work-items.controller.js';
import { WorkItemsService } from './work-items.service.js';
import { WorkPlanController } from './work-plan.controller.js';

@Module({
  controllers: [WorkItemsController, WorkPlanController, ObjectivesController],
  providers: [WorkItemsService, PlanVersionsService, DeliverablesService, ObjectivesService],
})
export class WorkPlanModule {}
