import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { PageQuery } from '../kernel/page.js';
import { IfMatch } from '../platform/versions.js';
import { FigureRowPage, ReportFigures } from './figures.dto.js';
import { FiguresService } from './figures.service.js';
import { NewReport, ReportList, ReportTexts, ReportView } from './report.dto.js';
import { ReportsService } from './reports.service.js';
import { SendService } from './send.service.js';

@Controller('projects/:projectId/reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly sending: SendService,
    private readonly shown: FiguresService,
  ) {}

  @Get()
  @Requires('report.view')
  @ApiOkResponse({ type: ReportList })
  list(@Param('projectId') projectId: string): Promise<ReportList> {
    return this.reports.list(projectId);
  }

  @Post()
  @Requires('report.edit')
  @ApiCreatedResponse({ type: ReportView })
  draft(@Param('projectId') projectId: string, @Body() period: NewReport): Promise<ReportView> {
    return this.reports.draft(projectId, period);
  }

  @Get(':reportId')
  @Requires('report.view')
  @ApiOkResponse({ type: ReportView })
  read(
    @Param('projectId') projectId: string,
    @Param('reportId', ParseUUIDPipe) id: string,
  ): Promise<ReportView> {
    return this.reports.read(projectId, id);
  }

  @Patch(':reportId')
  @Requires('report.edit')
  @ApiOkResponse({ type: ReportView })
  write(
    @Param('projectId') projectId: string,
    @Param('reportId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() texts: ReportTexts,
  ): Promise<ReportView> {
    return this.reports.write(projectId, id, version, texts);
  }

  @Delete(':reportId')
  @Requires('report.edit')
  @HttpCode(204)
  @ApiNoContentResponse()
  discard(
    @Param('projectId') projectId: string,
    @Param('reportId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.reports.discard(projectId, id, version);
  }

  @Post(':reportId/send')
  @Requires('report.send')
  @HttpCode(200)
  @ApiOkResponse({ type: ReportView })
  send(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('reportId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<ReportView> {
    return this.sending.send(caller, projectId, id, version);
  }

  @Post(':reportId/corrections')
  @Requires('report.edit')
  @ApiCreatedResponse({ type: ReportView })
  correct(
    @Param('projectId') projectId: string,
    @Param('reportId', ParseUUIDPipe) id: string,
  ): Promise<ReportView> {
    return this.reports.correct(projectId, id);
  }

  /** Renders the files again when the job that did so failed or was cancelled. */
  @Post(':reportId/files')
  @Requires('report.edit')
  @ApiCreatedResponse({ type: ReportView })
  renderAgain(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('reportId', ParseUUIDPipe) id: string,
  ): Promise<ReportView> {
    return this.sending.renderAgain(caller, projectId, id);
  }

  @Get(':reportId/figures')
  @Requires('report.view')
  @ApiOkResponse({ type: ReportFigures })
  figures(
    @Param('projectId') projectId: string,
    @Param('reportId', ParseUUIDPipe) id: string,
  ): Promise<ReportFigures> {
    return this.shown.figures(projectId, id);
  }

  @Get(':reportId/figures/:figureKey/rows')
  @Requires('report.view')
  @ApiOkResponse({ type: FigureRowPage })
  rows(
    @Param('projectId') projectId: string,
    @Param('reportId', ParseUUIDPipe) id: string,
    @Param('figureKey') figureKey: string,
    @Query() query: PageQuery,
  ): Promise<FigureRowPage> {
    return this.shown.rows(projectId, id, figureKey, query);
  }
}
