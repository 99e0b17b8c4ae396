import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { EvidenceReminded, RemindOfEvidence } from './evidence-reminder.dto.js';
import { EvidenceReminders } from './evidence-reminders.service.js';

@Controller('projects/:projectId/evidence-reminders')
export class EvidenceRemindersController {
  constructor(private readonly reminders: EvidenceReminders) {}

  @Post()
  @Requires('activity.confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: EvidenceReminded })
  remind(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Body() { activityIds }: RemindOfEvidence,
  ): Promise<EvidenceReminded> {
    return this.reminders.remind(caller, projectId, activityIds);
  }
}
