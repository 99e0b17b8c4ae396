import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import {
  BatchUndone,
  BatchView,
  ofProject,
  SaveBatch,
  SaveBatchOfProjects,
} from './activity-batch.dto.js';
import { ActivityBatches } from './activity-batches.service.js';
import { UndoBatch } from './undo-batch.js';

/** Many activities in one save: a block pasted from a spreadsheet, a week, a change of many; of one project or of several. */
@Controller()
export class ActivityBatchesController {
  constructor(
    private readonly batches: ActivityBatches,
    private readonly undoing: UndoBatch,
  ) {}

  @Post('projects/:projectId/activity-batches')
  @Requires('activity.log')
  @ApiCreatedResponse({ type: BatchView })
  save(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Body() batch: SaveBatch,
  ): Promise<BatchView> {
    return this.batches.save(caller, ofProject(projectId, batch));
  }

  @Post('projects/:projectId/activity-batches/:batchId/undo')
  @Requires('activity.log')
  @HttpCode(200)
  @ApiOkResponse({ type: BatchUndone })
  undo(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('batchId', ParseUUIDPipe) id: string,
  ): Promise<BatchUndone> {
    return this.undoing.undo(caller, id, projectId);
  }

  @Post('activity-batches')
  @Requires('activity.log', 'institute')
  @ApiCreatedResponse({ type: BatchView })
  saveOfProjects(
    @CurrentCaller() caller: Caller,
    @Body() batch: SaveBatchOfProjects,
  ): Promise<BatchView> {
    return this.batches.save(caller, batch);
  }

  @Post('activity-batches/:batchId/undo')
  @Requires('activity.log', 'institute')
  @HttpCode(200)
  @ApiOkResponse({ type: BatchUndone })
  undoOfProjects(
    @CurrentCaller() caller: Caller,
    @Param('batchId', ParseUUIDPipe) id: string,
  ): Promise<BatchUndone> {
    return this.undoing.undo(caller, id);
  }
}
