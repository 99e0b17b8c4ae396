import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { whileTheirs } from '../access/while-theirs.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { History } from '../platform/audit/audit.dto.js';
import { IfMatch } from '../platform/versions.js';
import { ChangeRequest, CloseRequest, NewRequest, RequestView } from './request.dto.js';
import { RequestsService } from './requests.service.js';

// To whom letters went is nobody's business but theirs.
const ADDRESSED = ['told', 'called_off'];

@Controller('projects/:projectId/mediation-requests')
export class RequestsController {
  constructor(
    private readonly requests: RequestsService,
    private readonly trail: AuditTrail,
  ) {}

  @Post()
  @Requires('request.edit')
  @ApiCreatedResponse({ type: RequestView })
  add(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Body() request: NewRequest,
  ): Promise<RequestView> {
    return this.requests.add(caller, projectId, request);
  }

  @Get(':requestId')
  @Requires('request.view')
  @ApiOkResponse({ type: RequestView })
  read(
    @CurrentCaller() caller: Caller,
    @Param('requestId', ParseUUIDPipe) id: string,
  ): Promise<RequestView> {
    return this.requests.one(caller, id);
  }

  @Patch(':requestId')
  @Requires('request.edit')
  @ApiOkResponse({ type: RequestView })
  change(
    @CurrentCaller() caller: Caller,
    @Param('requestId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
    @Body() request: ChangeRequest,
  ): Promise<RequestView> {
    return this.requests.change(caller, id, seen, request);
  }

  @Post(':requestId/accept')
  @Requires('request.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: RequestView })
  accept(
    @CurrentCaller() caller: Caller,
    @Param('requestId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
  ): Promise<RequestView> {
    return this.requests.accept(caller, id, seen);
  }

  @Post(':requestId/close')
  @Requires('request.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: RequestView })
  close(
    @CurrentCaller() caller: Caller,
    @Param('requestId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
    @Body() closing: CloseRequest,
  ): Promise<RequestView> {
    return this.requests.close(caller, id, seen, closing);
  }

  @Get(':requestId/history')
  @Requires('request.view')
  @ApiOkResponse({ type: History })
  async history(
    @CurrentCaller() caller: Caller,
    @Param('requestId', ParseUUIDPipe) id: string,
  ): Promise<History> {
    await this.requests.one(caller, id);
    const shownIf = whileTheirs(caller, 'request.view');
    return { items: await this.trail.of('mediation_request', id, { shownIf, without: ADDRESSED }) };
  }
}
