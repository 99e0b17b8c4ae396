import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { sheetTypes } from '../platform/sheet-file.js';
import { ActivitiesQueries } from './activities.queries.js';
import {
  ActivityExportFilter,
  ActivityFilter,
  ActivityListFilter,
  ActivityPage,
  ActivityTotals,
} from './activity.dto.js';
import { ActivityExport } from './activity-export.js';
import { ActivitySheet } from './activity-sheet.js';
import { Hours, HoursFilter, HoursView } from './hours.js';

/** Activities over all the projects that the caller reaches: list, totals, export, sums. */
@Controller()
export class ActivityListsController {
  constructor(
    private readonly activities: ActivitiesQueries,
    private readonly exporter: ActivityExport,
    private readonly sheet: ActivitySheet,
    private readonly hours: Hours,
  ) {}

  @Get('activities')
  @Requires('activity.view', 'institute')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOkResponse({ type: ActivityPage })
  list(@CurrentCaller() caller: Caller, @Query() filter: ActivityListFilter): Promise<string> {
    return this.activities.list(caller, filter);
  }

  @Get('activities/totals')
  @Requires('activity.view', 'institute')
  @ApiOkResponse({ type: ActivityTotals })
  totals(
    @CurrentCaller() caller: Caller,
    @Query() filter: ActivityFilter,
  ): Promise<ActivityTotals> {
    return this.activities.totals(caller, filter);
  }

  @Get('activities/export.csv')
  @Requires('activity.view', 'institute')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="attivita.csv"')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @CurrentCaller() caller: Caller,
    @Query() filter: ActivityFilter,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.exporter.csv(caller, filter));
  }

  @Get('activities/export')
  @Requires('activity.view', 'institute')
  @ApiProduces(sheetTypes.xlsx, sheetTypes.ods)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(
    @CurrentCaller() caller: Caller,
    @Query() { format = 'xlsx', ...filter }: ActivityExportFilter,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.sheet.file(caller, filter, format), {
      type: sheetTypes[format],
      disposition: `attachment; filename="attivita.${format}"`,
    });
  }

  @Get('hours')
  @Requires('hours.view', 'institute')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOkResponse({ type: HoursView })
  sums(@CurrentCaller() caller: Caller, @Query() filter: HoursFilter): Promise<string> {
    return this.hours.read(caller, filter);
  }
}
