import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import {
  DuplicateList,
  MergeInput,
  MergeList,
  MergeView,
  NotTheSame,
  UndoMerge,
} from './merge.dto.js';
import { MergesService } from './merges.service.js';

@Controller('projects/:projectId')
export class MergesController {
  constructor(private readonly merges: MergesService) {}

  @Get('duplicates')
  @Requires('recipient.merge')
  @ApiOkResponse({ type: DuplicateList })
  duplicates(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
  ): Promise<DuplicateList> {
    return this.merges.duplicates(caller, projectId);
  }

  @Post('duplicates/dismiss')
  @Requires('recipient.merge')
  @HttpCode(204)
  @ApiNoContentResponse()
  dismiss(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Body() { oneId, otherId }: NotTheSame,
  ): Promise<void> {
    return this.merges.dismiss(caller, projectId, [oneId, otherId]);
  }

  @Get('merges')
  @Requires('recipient.merge')
  @ApiOkResponse({ type: MergeList })
  list(@Param('projectId') projectId: string): Promise<MergeList> {
    return this.merges.list(projectId);
  }

  @Post('merges')
  @Requires('recipient.merge')
  @ApiCreatedResponse({ type: MergeView })
  merge(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Body() merge: MergeInput,
  ): Promise<MergeView> {
    return this.merges.merge(caller, projectId, merge);
  }

  @Post('merges/:mergeId/undo')
  @Requires('recipient.merge')
  @HttpCode(200)
  @ApiOkResponse({ type: MergeView })
  undo(
    @Param('projectId') projectId: string,
    @Param('mergeId', ParseUUIDPipe) id: string,
    @Body() { reason }: UndoMerge,
  ): Promise<MergeView> {
    return this.merges.undo(projectId, id, reason);
  }
}
