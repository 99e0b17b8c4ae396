import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../access/requires.js';
import { IfMatch } from '../platform/versions.js';
import { AddTeamMember, ChangeTeamMember, TeamList, TeamMemberView } from './sheet.dto.js';
import { TeamService } from './team.service.js';

@ApiTags('progetti')
@Controller('projects/:projectId/team')
export class TeamController {
  constructor(private readonly team: TeamService) {}

  @Get()
  @Requires('project.view')
  @ApiOkResponse({ type: TeamList })
  list(@Param('projectId', ParseUUIDPipe) projectId: string): Promise<TeamList> {
    return this.team.list(projectId);
  }

  @Post()
  @Requires('team.edit')
  @ApiCreatedResponse({ type: TeamMemberView })
  add(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Body() member: AddTeamMember,
  ): Promise<TeamMemberView> {
    return this.team.add(projectId, member);
  }

  @Patch(':teamMemberId')
  @Requires('team.edit')
  @ApiOkResponse({ type: TeamMemberView })
  change(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Param('teamMemberId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() member: ChangeTeamMember,
  ): Promise<TeamMemberView> {
    return this.team.change(projectId, id, version, member);
  }
}
