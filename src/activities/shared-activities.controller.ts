import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { SharedActivities } from './shared-activities.service.js';
import { ShareActivity, SharedActivityView } from './shared-activity.dto.js';

@Controller('shared-activities')
export class SharedActivitiesController {
  constructor(private readonly activities: SharedActivities) {}

  @Post()
  @Requires('activity.log', 'institute')
  @ApiCreatedResponse({ type: SharedActivityView })
  share(
    @CurrentCaller() caller: Caller,
    @Body() activity: ShareActivity,
  ): Promise<SharedActivityView> {
    return this.activities.share(caller, activity);
  }
}
