import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { IfMatch } from '../platform/versions.js';
import { ChangeTask, TaskFilter, TaskPage, TaskRow } from './meeting.dto.js';
import { TasksService } from './tasks.service.js';

@ApiTags('incontri')
@Controller()
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Get('tasks')
  @Requires('activity.view', 'institute')
  @ApiOkResponse({ type: TaskPage })
  list(@CurrentCaller() caller: Caller, @Query() filter: TaskFilter): Promise<TaskPage> {
    return this.tasks.list(caller, filter);
  }

  @Patch('projects/:projectId/tasks/:taskId')
  @Requires('activity.log')
  @ApiOkResponse({ type: TaskRow })
  change(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('taskId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() task: ChangeTask,
  ): Promise<TaskRow> {
    return this.tasks.change(caller, projectId, id, version, task);
  }
}
