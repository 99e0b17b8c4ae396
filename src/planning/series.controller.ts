import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { IfMatch } from '../platform/versions.js';
import { CalendarService } from './calendar.service.js';
import { MovesService } from './moves.service.js';
import {
  CancelSeries,
  MoveActivity,
  MovedActivities,
  MoveQuery,
  PlannedDays,
  PlannedDaysQuery,
  PlanSeries,
  SeriesView,
} from './planning.dto.js';
import { SeriesService } from './series.service.js';

@ApiTags('calendario')
@Controller('projects/:projectId')
export class SeriesController {
  constructor(
    private readonly series: SeriesService,
    private readonly moves: MovesService,
    private readonly calendar: CalendarService,
  ) {}

  @Get('planned-days')
  @Requires('activity.log')
  @ApiOkResponse({ type: PlannedDays })
  planned(@CurrentCaller() caller: Caller, @Query() query: PlannedDaysQuery): Promise<PlannedDays> {
    return this.calendar.planned(caller, query);
  }

  @Post('activity-series')
  @Requires('activity.log')
  @ApiCreatedResponse({ type: SeriesView })
  plan(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Body() series: PlanSeries,
  ): Promise<SeriesView> {
    return this.series.plan(caller, projectId, series);
  }

  @Get('activity-series/:seriesId')
  @Requires('activity.view')
  @ApiOkResponse({ type: SeriesView })
  read(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('seriesId', ParseUUIDPipe) id: string,
  ): Promise<SeriesView> {
    return this.series.read(caller, projectId, id);
  }

  /** What a move would meet, on each day on which something would then stand. */
  @Get('activities/:activityId/move')
  @Requires('activity.log')
  @ApiOkResponse({ type: PlannedDays })
  ahead(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('activityId', ParseUUIDPipe) id: string,
    @Query() query: MoveQuery,
  ): Promise<PlannedDays> {
    return this.moves.ahead(caller, projectId, id, query);
  }

  @Post('activities/:activityId/move')
  @HttpCode(200)
  @Requires('activity.log')
  @ApiOkResponse({ type: MovedActivities })
  move(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('activityId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() move: MoveActivity,
  ): Promise<MovedActivities> {
    return this.moves.move(caller, projectId, id, version, move);
  }

  @Post('activities/:activityId/cancel-series')
  @HttpCode(200)
  @Requires('activity.log')
  @ApiOkResponse({ type: MovedActivities })
  cancel(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('activityId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() cancel: CancelSeries,
  ): Promise<MovedActivities> {
    return this.moves.cancel(caller, projectId, id, version, cancel);
  }
}
