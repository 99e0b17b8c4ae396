import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { MediatorInput, MediatorList, MediatorView } from './mediator.dto.js';
import { MediatorsService } from './mediators.service.js';
import { RequestFigures, RequestFilter, RequestPage } from './request.dto.js';
import { RequestQueries } from './request.queries.js';

/** Requests over all the projects that the caller reaches, and the mediators of the institute. */
@Controller()
export class RequestListsController {
  constructor(
    private readonly requests: RequestQueries,
    private readonly mediators: MediatorsService,
  ) {}

  @Get('mediation-requests')
  @Requires('request.view', 'institute')
  @ApiOkResponse({ type: RequestPage })
  list(@CurrentCaller() caller: Caller, @Query() filter: RequestFilter): Promise<RequestPage> {
    return this.requests.list(caller, filter);
  }

  @Get('mediation-requests/figures')
  @Requires('request.view', 'institute')
  @ApiOkResponse({ type: RequestFigures })
  figures(
    @CurrentCaller() caller: Caller,
    @Query() filter: RequestFilter,
  ): Promise<RequestFigures> {
    return this.requests.figures(caller, filter);
  }

  @Get('mediators')
  @Requires('request.edit', 'institute')
  @ApiOkResponse({ type: MediatorList })
  mediatorList(): Promise<MediatorList> {
    return this.mediators.list();
  }

  @Put('mediators/:personId')
  @Requires('request.edit', 'institute')
  @ApiOkResponse({ type: MediatorView })
  keep(
    @Param('personId', ParseUUIDPipe) personId: string,
    @Body() mediator: MediatorInput,
  ): Promise<MediatorView> {
    return this.mediators.keep(personId, mediator);
  }
}
