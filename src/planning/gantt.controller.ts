import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { GanttView } from './gantt.dto.js';
import { GanttService } from './gantt.service.js';

@ApiTags('calendario')
@Controller('projects/:projectId/gantt')
export class GanttController {
  constructor(private readonly gantt: GanttService) {}

  @Get()
  @Requires('plan.view')
  @ApiOkResponse({ type: GanttView })
  read(@CurrentCaller() caller: Caller, @Param('projectId') projectId: string): Promise<GanttView> {
    return this.gantt.read(caller, projectId);
  }
}
