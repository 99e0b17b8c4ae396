import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { JobView } from './job.dto.js';
import { JobsService } from './jobs.service.js';

@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Get(':jobId')
  @Requires('job.view', 'own')
  @ApiOkResponse({ type: JobView })
  one(
    @CurrentCaller() caller: Caller,
    @Param('jobId', ParseUUIDPipe) id: string,
  ): Promise<JobView> {
    return this.jobs.one(caller, id);
  }

  /** A cancelled job never takes effect, even when it was already running. */
  @Post(':jobId/cancel')
  @HttpCode(200)
  @Requires('job.cancel', 'own')
  @ApiOkResponse({ type: JobView })
  cancel(
    @CurrentCaller() caller: Caller,
    @Param('jobId', ParseUUIDPipe) id: string,
  ): Promise<JobView> {
    return this.jobs.cancel(caller, id);
  }
}
