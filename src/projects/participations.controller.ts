import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { History } from '../platform/audit/audit.dto.js';
import { IfMatch } from '../platform/versions.js';
import {
  AddParticipation,
  ChangeParticipation,
  NetworkView,
  ParticipationFilter,
  ParticipationPage,
  ParticipationView,
} from './participations.dto.js';
import { ParticipationsService } from './participations.service.js';

@ApiTags('partenariato')
@Controller('projects/:projectId')
export class ParticipationsController {
  constructor(private readonly participations: ParticipationsService) {}

  @Get('participations')
  @Requires('participation.view')
  @ApiOkResponse({ type: ParticipationPage })
  list(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Query() filter: ParticipationFilter,
    @CurrentCaller() caller: Caller,
  ): Promise<ParticipationPage> {
    return this.participations.list(projectId, filter, caller);
  }

  @Post('participations')
  @Requires('participation.edit')
  @ApiCreatedResponse({ type: ParticipationView })
  add(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Body() participation: AddParticipation,
    @CurrentCaller() caller: Caller,
  ): Promise<ParticipationView> {
    return this.participations.add(projectId, participation, caller);
  }

  @Get('participations/:participationId')
  @Requires('participation.view')
  @ApiOkResponse({ type: ParticipationView })
  read(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Param('participationId', ParseUUIDPipe) id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<ParticipationView> {
    return this.participations.read(projectId, id, caller);
  }

  @Patch('participations/:participationId')
  @Requires('participation.edit')
  @ApiOkResponse({ type: ParticipationView })
  change(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Param('participationId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() participation: ChangeParticipation,
    @CurrentCaller() caller: Caller,
  ): Promise<ParticipationView> {
    return this.participations.change(projectId, id, version, participation, caller);
  }

  @Get('participations/:participationId/history')
  @Requires('participation.view')
  @ApiOkResponse({ type: History })
  history(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Param('participationId', ParseUUIDPipe) id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<History> {
    return this.participations.history(projectId, id, caller);
  }

  @Get('network')
  @Requires('participation.view')
  @ApiOkResponse({ type: NetworkView })
  network(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<NetworkView> {
    return this.participations.network(projectId, caller);
  }
}
