import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, EvenArchived, Requires } from '../access/requires.js';
import { History } from '../platform/audit/audit.dto.js';
import { IfMatch } from '../platform/versions.js';
import {
  AddProject,
  ChangeProject,
  ProjectFilter,
  ProjectPage,
  ProjectView,
} from './projects.dto.js';
import { ProjectsService } from './projects.service.js';

@ApiTags('progetti')
@Controller('projects')
export class ProjectsController {
  constructor(private readonly projects: ProjectsService) {}

  @Get()
  @Requires('project.view', 'institute')
  @ApiOkResponse({ type: ProjectPage })
  list(@Query() filter: ProjectFilter, @CurrentCaller() caller: Caller): Promise<ProjectPage> {
    return this.projects.list(filter, caller);
  }

  @Post()
  @Requires('project.create', 'institute')
  @ApiCreatedResponse({ type: ProjectView })
  add(@Body() project: AddProject, @CurrentCaller() caller: Caller): Promise<ProjectView> {
    return this.projects.add(project, caller);
  }

  @Get(':projectId')
  @Requires('project.view')
  @ApiOkResponse({ type: ProjectView })
  read(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<ProjectView> {
    return this.projects.read(projectId, caller);
  }

  @Patch(':projectId')
  @Requires('project.edit')
  @EvenArchived()
  @ApiOkResponse({ type: ProjectView })
  change(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @IfMatch() version: number,
    @Body() project: ChangeProject,
    @CurrentCaller() caller: Caller,
  ): Promise<ProjectView> {
    return this.projects.change(projectId, version, project, caller);
  }

  @Get(':projectId/history')
  @Requires('project.view')
  @ApiOkResponse({ type: History })
  history(@Param('projectId', ParseUUIDPipe) projectId: string): Promise<History> {
    return this.projects.history(projectId);
  }
}
