import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Requires } from '../access/requires.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { History } from '../platform/audit/audit.dto.js';
import { IfMatch } from '../platform/versions.js';
import {
  ChangeIndicator,
  IndicatorList,
  IndicatorPersonPage,
  IndicatorQuery,
  IndicatorRowPage,
  IndicatorRowsQuery,
  IndicatorView,
  NewIndicator,
} from './indicator.dto.js';
import { IndicatorsService } from './indicators.service.js';

@Controller('projects/:projectId/indicators')
export class IndicatorsController {
  constructor(
    private readonly indicators: IndicatorsService,
    private readonly trail: AuditTrail,
  ) {}

  @Get()
  @Requires('indicator.view')
  @ApiOkResponse({ type: IndicatorList })
  list(
    @Param('projectId') projectId: string,
    @Query() query: IndicatorQuery,
  ): Promise<IndicatorList> {
    return this.indicators.list(projectId, query);
  }

  @Post()
  @Requires('indicator.edit')
  @ApiCreatedResponse({ type: IndicatorView })
  add(
    @Param('projectId') projectId: string,
    @Body() indicator: NewIndicator,
  ): Promise<IndicatorView> {
    return this.indicators.add(projectId, indicator);
  }

  @Get(':indicatorId')
  @Requires('indicator.view')
  @ApiOkResponse({ type: IndicatorView })
  one(
    @Param('projectId') projectId: string,
    @Param('indicatorId', ParseUUIDPipe) id: string,
    @Query() query: IndicatorQuery,
  ): Promise<IndicatorView> {
    return this.indicators.one(projectId, id, query);
  }

  @Patch(':indicatorId')
  @Requires('indicator.edit')
  @ApiOkResponse({ type: IndicatorView })
  change(
    @Param('projectId') projectId: string,
    @Param('indicatorId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() change: ChangeIndicator,
  ): Promise<IndicatorView> {
    return this.indicators.change(projectId, id, version, change);
  }

  @Get(':indicatorId/rows')
  @Requires('indicator.view')
  @ApiOkResponse({ type: IndicatorRowPage })
  rows(
    @Param('projectId') projectId: string,
    @Param('indicatorId', ParseUUIDPipe) id: string,
    @Query() query: IndicatorRowsQuery,
  ): Promise<IndicatorRowPage> {
    return this.indicators.rows(projectId, id, query);
  }

  /** The people whom it counts, as codes. */
  @Get(':indicatorId/people')
  @Requires('indicator.view')
  @ApiOkResponse({ type: IndicatorPersonPage })
  people(
    @Param('projectId') projectId: string,
    @Param('indicatorId', ParseUUIDPipe) id: string,
    @Query() query: IndicatorRowsQuery,
  ): Promise<IndicatorPersonPage> {
    return this.indicators.people(projectId, id, query);
  }

  @Get(':indicatorId/history')
  @Requires('indicator.view')
  @ApiOkResponse({ type: History })
  async history(
    @Param('projectId') projectId: string,
    @Param('indicatorId', ParseUUIDPipe) id: string,
  ): Promise<History> {
    await this.indicators.one(projectId, id, {});
    return { items: await this.trail.of('indicator', id) };
  }
}
