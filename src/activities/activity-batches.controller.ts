import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { BatchUndone, BatchView, SaveBatch } from './activity-batch.dto.js';
import { ActivityBatches } from './activity-batches.service.js';
import { UndoBatch } from './undo-batch.js';

/** Many activities in one save: a block pasted from a spreadsheet, a week, a change of many. */
@Controller('projects/:projectId/activity-batches')
export class ActivityBatchesController {
  constructor(
    private readonly batches: ActivityBatches,
    private readonly undoing: UndoBatch,
  ) {}

  @Post()
  @Requires('activity.log')
  @ApiCreatedResponse({ type: BatchView })
  save(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Body() batch: SaveBatch,
  ): Promise<BatchView> {
    return this.batches.save(caller, projectId, batch);
  }

  @Post(':batchId/undo')
  @Requires('activity.log')
  @HttpCode(200)
  @ApiOkResponse({ type: BatchUndone })
  undo(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('batchId', ParseUUIDPipe) id: string,
  ): Promise<BatchUndone> {
    return this.undoing.undo(caller, projectId, id);
  }
}
