import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { sheetTypes } from '../platform/sheet-file.js';
import { PivotExportFilter, PivotFilter, PivotView } from './pivot.dto.js';
import { PivotService } from './pivot.service.js';

@Controller('pivot')
export class PivotController {
  constructor(private readonly pivot: PivotService) {}

  @Get()
  @Requires('activity.view', 'institute')
  @ApiOkResponse({ type: PivotView })
  read(@CurrentCaller() caller: Caller, @Query() filter: PivotFilter): Promise<PivotView> {
    return this.pivot.read(caller, filter);
  }

  @Get('export')
  @Requires('activity.view', 'institute')
  @ApiProduces(...Object.values(sheetTypes).map((type) => type.replace('; charset=utf-8', '')))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @CurrentCaller() caller: Caller,
    @Query() filter: PivotExportFilter,
  ): Promise<StreamableFile> {
    const format = filter.format ?? 'csv';
    return new StreamableFile(await this.pivot.file(caller, filter, format), {
      type: sheetTypes[format],
      disposition: `attachment; filename="pivot.${format}"`,
    });
  }
}
