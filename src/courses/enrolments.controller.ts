import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { IfMatch } from '../platform/versions.js';
import { ChangeEnrolment, EnrolmentList, EnrolmentView, NewEnrolment } from './course.dto.js';
import { EnrolmentsService } from './enrolments.service.js';

@Controller('projects/:projectId')
export class EnrolmentsController {
  constructor(private readonly enrolments: EnrolmentsService) {}

  @Get('courses/:courseId/enrolments')
  @Requires('course.view')
  @ApiOkResponse({ type: EnrolmentList })
  enrolled(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('courseId', ParseUUIDPipe) id: string,
  ): Promise<EnrolmentList> {
    return this.enrolments.list(caller, projectId, id);
  }

  @Post('courses/:courseId/enrolments')
  @Requires('course.edit')
  @ApiCreatedResponse({ type: EnrolmentView })
  enrol(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('courseId', ParseUUIDPipe) id: string,
    @Body() enrolment: NewEnrolment,
  ): Promise<EnrolmentView> {
    return this.enrolments.enrol(caller, projectId, id, enrolment);
  }

  @Patch('enrolments/:enrolmentId')
  @Requires('course.edit')
  @ApiOkResponse({ type: EnrolmentView })
  changeEnrolment(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('enrolmentId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() change: ChangeEnrolment,
  ): Promise<EnrolmentView> {
    return this.enrolments.change(caller, projectId, id, version, change);
  }
}
