import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../access/requires.js';
import { IfMatch } from '../platform/versions.js';
import { ObjectivesService } from './objectives.service.js';
import { AddObjective, ChangeObjective, ObjectiveList, ObjectiveView } from './work-plan.dto.js';

@ApiTags('piano di lavoro')
@Controller('projects/:projectId/objectives')
export class ObjectivesController {
  constructor(private readonly objectives: ObjectivesService) {}

  @Get()
  @Requires('plan.view')
  @ApiOkResponse({ type: ObjectiveList })
  list(@Param('projectId', ParseUUIDPipe) projectId: string): Promise<ObjectiveList> {
    return this.objectives.list(projectId);
  }

  @Post()
  @Requires('plan.edit')
  @ApiCreatedResponse({ type: ObjectiveView })
  add(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Body() objective: AddObjective,
  ): Promise<ObjectiveView> {
    return this.objectives.add(projectId, objective);
  }

  @Patch(':objectiveId')
  @Requires('plan.edit')
  @ApiOkResponse({ type: ObjectiveView })
  change(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Param('objectiveId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() objective: ChangeObjective,
  ): Promise<ObjectiveView> {
    return this.objectives.change(projectId, id, version, objective);
  }

  @Delete(':objectiveId')
  @Requires('plan.edit')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Param('objectiveId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.objectives.remove(projectId, id, version);
  }
}
