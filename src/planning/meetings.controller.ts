import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { PageQuery } from '../kernel/page.js';
import { IfMatch } from '../platform/versions.js';
import { AddDecision, AddMeeting, ChangeMeeting, MeetingPage, MeetingView } from './meeting.dto.js';
import { MeetingsService } from './meetings.service.js';

@ApiTags('incontri')
@Controller('projects/:projectId/meetings')
export class MeetingsController {
  constructor(private readonly meetings: MeetingsService) {}

  @Get()
  @Requires('activity.view')
  @ApiOkResponse({ type: MeetingPage })
  list(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Query() query: PageQuery,
  ): Promise<MeetingPage> {
    return this.meetings.list(caller, projectId, query);
  }

  @Post()
  @Requires('activity.log')
  @ApiCreatedResponse({ type: MeetingView })
  add(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Body() meeting: AddMeeting,
  ): Promise<MeetingView> {
    return this.meetings.add(caller, projectId, meeting);
  }

  @Get(':meetingId')
  @Requires('activity.view')
  @ApiOkResponse({ type: MeetingView })
  read(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('meetingId', ParseUUIDPipe) id: string,
  ): Promise<MeetingView> {
    return this.meetings.read(caller, projectId, id);
  }

  @Patch(':meetingId')
  @Requires('activity.log')
  @ApiOkResponse({ type: MeetingView })
  change(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('meetingId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() meeting: ChangeMeeting,
  ): Promise<MeetingView> {
    return this.meetings.change(caller, projectId, id, version, meeting);
  }

  @Post(':meetingId/convoke')
  @HttpCode(200)
  @Requires('activity.log')
  @ApiOkResponse({ type: MeetingView })
  convoke(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('meetingId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<MeetingView> {
    return this.meetings.convoke(caller, projectId, id, version);
  }

  @Post(':meetingId/decisions')
  @Requires('activity.log')
  @ApiCreatedResponse({ type: MeetingView })
  decide(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('meetingId', ParseUUIDPipe) id: string,
    @Body() decision: AddDecision,
  ): Promise<MeetingView> {
    return this.meetings.decide(caller, projectId, id, decision);
  }
}
