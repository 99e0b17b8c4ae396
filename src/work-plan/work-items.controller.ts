import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../access/requires.js';
import { History } from '../platform/audit/audit.dto.js';
import { IfMatch } from '../platform/versions.js';
import { AddWorkItem, ChangeWorkItem, WorkItemList, WorkItemView } from './work-plan.dto.js';
import { WorkItemsService } from './work-items.service.js';

@ApiTags('piano di lavoro')
@Controller('projects/:projectId/work-items')
export class WorkItemsController {
  constructor(private readonly items: WorkItemsService) {}

  @Get()
  @Requires('plan.view')
  @ApiOkResponse({ type: WorkItemList })
  list(@Param('projectId', ParseUUIDPipe) projectId: string): Promise<WorkItemList> {
    return this.items.list(projectId);
  }

  @Post()
  @Requires('plan.edit')
  @ApiCreatedResponse({ type: WorkItemView })
  add(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Body() item: AddWorkItem,
  ): Promise<WorkItemView> {
    return this.items.add(projectId, item);
  }

  @Get(':workItemId')
  @Requires('plan.view')
  @ApiOkResponse({ type: WorkItemView })
  read(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Param('workItemId', ParseUUIDPipe) id: string,
  ): Promise<WorkItemView> {
    return this.items.read(projectId, id);
  }

  @Patch(':workItemId')
  @Requires('plan.edit')
  @ApiOkResponse({ type: WorkItemView })
  change(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Param('workItemId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() item: ChangeWorkItem,
  ): Promise<WorkItemView> {
    return this.items.change(projectId, id, version, item);
  }

  @Get(':workItemId/history')
  @Requires('plan.view')
  @ApiOkResponse({ type: History })
  history(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Param('workItemId', ParseUUIDPipe) id: string,
  ): Promise<History> {
    return this.items.history(projectId, id);
  }
}
