import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { IfMatch } from '../platform/versions.js';
import { AssignmentsService } from './assignments.service.js';
import { ConfirmationLink } from './confirmation.dto.js';
import { ConfirmationsService } from './confirmations.service.js';
import { ProposalList } from './mediator.dto.js';
import { MediatorsService } from './mediators.service.js';
import { AssignRequest, DeliverRequest, RequestView } from './request.dto.js';

@Controller('projects/:projectId/mediation-requests/:requestId')
export class AssignmentsController {
  constructor(
    private readonly mediators: MediatorsService,
    private readonly assignments: AssignmentsService,
    private readonly confirmations: ConfirmationsService,
  ) {}

  @Get('proposals')
  @Requires('request.edit')
  @ApiOkResponse({ type: ProposalList })
  proposals(
    @CurrentCaller() caller: Caller,
    @Param('requestId', ParseUUIDPipe) id: string,
  ): Promise<ProposalList> {
    return this.mediators.proposals(caller, id);
  }

  @Post('assign')
  @Requires('request.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: RequestView })
  assign(
    @CurrentCaller() caller: Caller,
    @Param('requestId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
    @Body() assignment: AssignRequest,
  ): Promise<RequestView> {
    return this.assignments.assign(caller, id, seen, assignment);
  }

  @Post('deliver')
  @Requires('request.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: RequestView })
  deliver(
    @CurrentCaller() caller: Caller,
    @Param('requestId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
    @Body() delivery: DeliverRequest,
  ): Promise<RequestView> {
    return this.assignments.deliver(caller, id, seen, delivery);
  }

  @Post('confirmation-links')
  @Requires('request.edit')
  @ApiCreatedResponse({ type: ConfirmationLink })
  askToConfirm(
    @CurrentCaller() caller: Caller,
    @Param('requestId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
  ): Promise<ConfirmationLink> {
    return this.confirmations.ask(caller, id, seen);
  }
}
