import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../access/requires.js';
import { IfMatch } from '../platform/versions.js';
import { DeliverablesService } from './deliverables.service.js';
import { PlanVersionsService } from './plan-versions.service.js';
import {
  AddDeliverable,
  ApprovePlan,
  DeliverableList,
  DeliverableView,
  PlanVersionList,
  PlanVersionView,
} from './work-plan.dto.js';

@ApiTags('piano di lavoro')
@Controller('projects/:projectId')
export class WorkPlanController {
  constructor(
    private readonly versions: PlanVersionsService,
    private readonly results: DeliverablesService,
  ) {}

  @Get('work-plan-versions')
  @Requires('plan.view')
  @ApiOkResponse({ type: PlanVersionList })
  list(@Param('projectId', ParseUUIDPipe) projectId: string): Promise<PlanVersionList> {
    return this.versions.list(projectId);
  }

  @Post('work-plan-versions')
  @Requires('plan.edit')
  @ApiCreatedResponse({ type: PlanVersionView })
  open(@Param('projectId', ParseUUIDPipe) projectId: string): Promise<PlanVersionView> {
    return this.versions.open(projectId);
  }

  @Post('work-plan-versions/:planVersionId/approve')
  @Requires('plan.approve')
  @HttpCode(200)
  @ApiOkResponse({ type: PlanVersionView })
  approve(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Param('planVersionId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() approval: ApprovePlan,
  ): Promise<PlanVersionView> {
    return this.versions.approve(projectId, id, version, approval);
  }

  @Get('deliverables')
  @Requires('plan.view')
  @ApiOkResponse({ type: DeliverableList })
  deliverables(@Param('projectId', ParseUUIDPipe) projectId: string): Promise<DeliverableList> {
    return this.results.list(projectId);
  }

  @Post('deliverables')
  @Requires('plan.edit')
  @ApiCreatedResponse({ type: DeliverableView })
  addDeliverable(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Body() deliverable: AddDeliverable,
  ): Promise<DeliverableView> {
    return this.results.add(projectId, deliverable);
  }
}
