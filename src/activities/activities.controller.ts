import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { whileTheirs } from '../access/while-theirs.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { History } from '../platform/audit/audit.dto.js';
import { IfMatch } from '../platform/versions.js';
import { ActivitiesService } from './activities.service.js';
import {
  ActivityView,
  CancelActivity,
  ChangeActivity,
  LogActivity,
  RectifyActivity,
} from './activity.dto.js';

@Controller('projects/:projectId/activities')
export class ActivitiesController {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly trail: AuditTrail,
  ) {}

  @Post()
  @Requires('activity.log')
  @ApiCreatedResponse({ type: ActivityView })
  log(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Body() activity: LogActivity,
  ): Promise<ActivityView> {
    return this.activities.log(caller, projectId, activity);
  }

  @Get(':activityId')
  @Requires('activity.view')
  @ApiOkResponse({ type: ActivityView })
  read(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('activityId', ParseUUIDPipe) id: string,
  ): Promise<ActivityView> {
    return this.activities.read(caller, projectId, id);
  }

  @Patch(':activityId')
  @Requires('activity.log')
  @ApiOkResponse({ type: ActivityView })
  change(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('activityId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() activity: ChangeActivity,
  ): Promise<ActivityView> {
    return this.activities.change(caller, projectId, id, version, activity);
  }

  @Post(':activityId/confirm')
  @Requires('activity.confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: ActivityView })
  confirm(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('activityId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<ActivityView> {
    return this.activities.confirm(caller, projectId, id, version);
  }

  @Post(':activityId/cancel')
  @Requires('activity.log')
  @HttpCode(200)
  @ApiOkResponse({ type: ActivityView })
  cancel(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('activityId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: CancelActivity,
  ): Promise<ActivityView> {
    return this.activities.cancel(caller, projectId, id, version, reason);
  }

  @Post(':activityId/rectifications')
  @Requires('activity.confirm')
  @ApiCreatedResponse({ type: ActivityView })
  rectify(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('activityId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() activity: RectifyActivity,
  ): Promise<ActivityView> {
    return this.activities.rectify(caller, projectId, id, version, activity);
  }

  @Get(':activityId/history')
  @Requires('activity.view')
  @ApiOkResponse({ type: History })
  async history(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('activityId', ParseUUIDPipe) id: string,
  ): Promise<History> {
    await this.activities.read(caller, projectId, id);
    return {
      items: await this.trail.of('activity', id, { shownIf: whileTheirs(caller, 'activity.view') }),
    };
  }
}
