import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { History } from '../platform/audit/audit.dto.js';
import { IfMatch } from '../platform/versions.js';
import {
  CancelReason,
  CostDocumentChange,
  CostDocumentPage,
  CostDocumentQuery,
  CostDocumentView,
  NewCostDocument,
} from './cost-document.dto.js';
import { CostDocumentsService } from './cost-documents.service.js';

@Controller('projects/:projectId/cost-documents')
export class CostDocumentsController {
  constructor(
    private readonly documents: CostDocumentsService,
    private readonly trail: AuditTrail,
  ) {}

  @Get()
  @Requires('expense.view')
  @ApiOkResponse({ type: CostDocumentPage })
  list(
    @CurrentCaller() caller: Caller,
    @Query() query: CostDocumentQuery,
  ): Promise<CostDocumentPage> {
    return this.documents.list(caller, query);
  }

  @Post()
  @Requires('expense.edit')
  @ApiCreatedResponse({ type: CostDocumentView })
  record(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @CurrentCaller() caller: Caller,
    @Body() document: NewCostDocument,
  ): Promise<CostDocumentView> {
    return this.documents.record(caller, projectId, document);
  }

  @Get(':costDocumentId')
  @Requires('expense.view')
  @ApiOkResponse({ type: CostDocumentView })
  one(
    @CurrentCaller() caller: Caller,
    @Param('costDocumentId', ParseUUIDPipe) id: string,
  ): Promise<CostDocumentView> {
    return this.documents.one(caller, id);
  }

  @Patch(':costDocumentId')
  @Requires('expense.edit')
  @ApiOkResponse({ type: CostDocumentView })
  change(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @CurrentCaller() caller: Caller,
    @Param('costDocumentId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
    @Body() change: CostDocumentChange,
  ): Promise<CostDocumentView> {
    return this.documents.change(caller, projectId, id, seen, change);
  }

  @Post(':costDocumentId/cancel')
  @Requires('expense.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: CostDocumentView })
  cancel(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @CurrentCaller() caller: Caller,
    @Param('costDocumentId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
    @Body() { reason }: CancelReason,
  ): Promise<CostDocumentView> {
    return this.documents.cancel(caller, projectId, id, seen, reason);
  }

  @Get(':costDocumentId/history')
  @Requires('expense.view')
  @ApiOkResponse({ type: History })
  async history(
    @CurrentCaller() caller: Caller,
    @Param('costDocumentId', ParseUUIDPipe) id: string,
  ): Promise<History> {
    await this.documents.one(caller, id);
    return { items: await this.trail.of('cost_document', id) };
  }
}
