import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiProduces,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { PageQuery } from '../kernel/page.js';
import { DocumentStore } from '../platform/documents/document-store.js';
import { sheetTypes } from '../platform/sheet-file.js';
import {
  ApplyImport,
  CheckImport,
  ImportPage,
  ImportView,
  mappingOf,
  ResultFilter,
  ResultPage,
  TemplateQuery,
} from './import.dto.js';
import { ImportsService } from './imports.service.js';
import { RunImport } from './run-import.service.js';
import { importSchema, readSheetUpload } from './upload-import.js';

@Controller('projects/:projectId/imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly running: RunImport,
    private readonly store: DocumentStore,
  ) {}

  @Get()
  @Requires('import.view')
  @ApiOkResponse({ type: ImportPage })
  list(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Query() query: PageQuery,
  ): Promise<ImportPage> {
    return this.imports.list(caller, projectId, query);
  }

  @Post()
  @Requires('import.edit')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: importSchema })
  @ApiCreatedResponse({ type: ImportView })
  async add(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportView> {
    return this.imports.add(caller, projectId, await readSheetUpload(request, this.store));
  }

  /** An empty sheet for what a file may hold, with what its columns take. */
  @Get('template')
  @Requires('import.edit')
  @ApiProduces(sheetTypes.xlsx, sheetTypes.csv)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async template(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Query() { target, format = 'xlsx' }: TemplateQuery,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.imports.template(caller, projectId, target, format), {
      type: sheetTypes[format],
      disposition: `attachment; filename="modello-${target}.${format}"`,
    });
  }

  @Get(':importId')
  @Requires('import.view')
  @ApiOkResponse({ type: ImportView })
  read(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('importId', ParseUUIDPipe) id: string,
  ): Promise<ImportView> {
    return this.imports.read(caller, projectId, id);
  }

  @Get(':importId/rows')
  @Requires('import.view')
  @ApiOkResponse({ type: ResultPage })
  rows(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('importId', ParseUUIDPipe) id: string,
    @Query() query: ResultFilter,
  ): Promise<ResultPage> {
    return this.imports.results(caller, projectId, id, query);
  }

  /** The dry run: says what each row would become, and what is wrong with it. */
  @Post(':importId/check')
  @HttpCode(200)
  @Requires('import.edit')
  @ApiOkResponse({ type: ImportView })
  check(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('importId', ParseUUIDPipe) id: string,
    @Body() mapping: CheckImport,
  ): Promise<ImportView> {
    return this.running.check(caller, projectId, id, mappingOf(mapping));
  }

  @Post(':importId/apply')
  @HttpCode(200)
  @Requires('import.edit')
  @ApiOkResponse({ type: ImportView })
  apply(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('importId', ParseUUIDPipe) id: string,
    @Body() { onlyGood = false }: ApplyImport,
  ): Promise<ImportView> {
    return this.running.apply(caller, projectId, id, onlyGood);
  }

  @Post(':importId/undo')
  @HttpCode(200)
  @Requires('import.edit')
  @ApiOkResponse({ type: ImportView })
  undo(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('importId', ParseUUIDPipe) id: string,
  ): Promise<ImportView> {
    return this.running.undo(caller, projectId, id);
  }
}
