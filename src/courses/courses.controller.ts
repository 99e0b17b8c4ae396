import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { History } from '../platform/audit/audit.dto.js';
import { IfMatch } from '../platform/versions.js';
import { ChangeCourse, CourseFilter, CourseList, CourseView, NewCourse } from './course.dto.js';
import { CoursesService } from './courses.service.js';

@Controller('projects/:projectId/courses')
export class CoursesController {
  constructor(
    private readonly courses: CoursesService,
    private readonly trail: AuditTrail,
  ) {}

  @Get()
  @Requires('course.view')
  @ApiOkResponse({ type: CourseList })
  list(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Query() filter: CourseFilter,
  ): Promise<CourseList> {
    return this.courses.list(caller, projectId, filter);
  }

  @Post()
  @Requires('course.edit')
  @ApiCreatedResponse({ type: CourseView })
  add(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Body() course: NewCourse,
  ): Promise<CourseView> {
    return this.courses.add(caller, projectId, course);
  }

  @Get(':courseId')
  @Requires('course.view')
  @ApiOkResponse({ type: CourseView })
  read(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('courseId', ParseUUIDPipe) id: string,
  ): Promise<CourseView> {
    return this.courses.read(caller, projectId, id);
  }

  @Patch(':courseId')
  @Requires('course.edit')
  @ApiOkResponse({ type: CourseView })
  change(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('courseId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() change: ChangeCourse,
  ): Promise<CourseView> {
    return this.courses.change(caller, projectId, id, version, change);
  }

  @Get(':courseId/history')
  @Requires('course.view')
  @ApiOkResponse({ type: History })
  async history(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('courseId', ParseUUIDPipe) id: string,
  ): Promise<History> {
    await this.courses.read(caller, projectId, id);
    return { items: await this.trail.of('course', id) };
  }
}
