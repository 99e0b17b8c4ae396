import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { ActivityDraft, DraftView } from './draft.dto.js';
import { Drafts } from './drafts.service.js';

/** The activity that one was typing: given back after a crash, on this or another machine. */
@Controller('me/drafts/activity')
export class DraftsController {
  constructor(private readonly drafts: Drafts) {}

  @Get()
  @Requires('activity.log', 'own')
  @ApiOkResponse({ type: DraftView })
  read(@CurrentCaller() caller: Caller): Promise<DraftView> {
    return this.drafts.read(caller);
  }

  @Put()
  @Requires('activity.log', 'own')
  @HttpCode(204)
  @ApiNoContentResponse()
  keep(@CurrentCaller() caller: Caller, @Body() draft: ActivityDraft): Promise<void> {
    return this.drafts.keep(caller, draft);
  }

  @Delete()
  @Requires('activity.log', 'own')
  @HttpCode(204)
  @ApiNoContentResponse()
  drop(@CurrentCaller() caller: Caller): Promise<void> {
    return this.drafts.drop(caller);
  }
}
