import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { CalendarService } from './calendar.service.js';
import { CalendarQuery, CalendarView } from './planning.dto.js';

@ApiTags('calendario')
@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Get()
  @Requires('activity.view', 'institute')
  @ApiOkResponse({ type: CalendarView })
  read(@CurrentCaller() caller: Caller, @Query() query: CalendarQuery): Promise<CalendarView> {
    return this.calendar.read(caller, query);
  }
}
