import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { Purpose } from '../identities/identity.dto.js';
import { Marks, MarksSaved, NewSessions, Register, RegisterQuery } from './attendance.dto.js';
import { AttendanceService } from './attendance.service.js';
import { RegisterService } from './register.service.js';
import { SessionsService } from './sessions.service.js';

@Controller('projects/:projectId')
export class AttendanceController {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly registers: RegisterService,
    private readonly sessions: SessionsService,
  ) {}

  @Post('attendance')
  @Requires('attendance.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: MarksSaved })
  mark(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Body() { marks }: Marks,
  ): Promise<MarksSaved> {
    return this.attendance.mark(caller, projectId, marks);
  }

  @Get('courses/:courseId/register')
  @Requires('attendance.view')
  @ApiOkResponse({ type: Register })
  register(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('courseId', ParseUUIDPipe) courseId: string,
    @Query() { month }: RegisterQuery,
  ): Promise<Register> {
    return this.registers.read(caller, projectId, courseId, month);
  }

  @Get('courses/:courseId/register.pdf')
  @Requires('attendance.view')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async print(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('courseId', ParseUUIDPipe) courseId: string,
    @Query() { month }: RegisterQuery,
  ): Promise<StreamableFile> {
    const bytes = await this.registers.print(caller, projectId, courseId, { month });
    return pdf(bytes, `registro${month ? `-${month}` : ''}.pdf`);
  }

  /** With names in the place of codes. A write, since each reading is written down. */
  @Post('courses/:courseId/register.pdf')
  @Requires('identity.view')
  @HttpCode(200)
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async printNames(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('courseId', ParseUUIDPipe) courseId: string,
    @Query() { month }: RegisterQuery,
    @Body() { purpose }: Purpose,
  ): Promise<StreamableFile> {
    const bytes = await this.registers.print(caller, projectId, courseId, { month, purpose });
    return pdf(bytes, `registro-nomi${month ? `-${month}` : ''}.pdf`);
  }

  @Post('courses/:courseId/sessions')
  @Requires('course.edit')
  @ApiCreatedResponse({ type: Register })
  addSessions(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('courseId', ParseUUIDPipe) courseId: string,
    @Body() sessions: NewSessions,
  ): Promise<Register> {
    return this.sessions.add(caller, projectId, courseId, sessions);
  }
}

export const pdf = (bytes: Buffer, name: string): StreamableFile =>
  new StreamableFile(bytes, {
    type: 'application/pdf',
    disposition: `attachment; filename="${name}"`,
    length: bytes.length,
  });
