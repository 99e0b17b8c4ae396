import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Public, Requires } from '../access/requires.js';
import {
  CalendarAddressList,
  CreatedCalendarAddress,
  NewCalendarAddress,
} from './calendar-address.dto.js';
import { CalendarAddresses } from './calendar-addresses.service.js';

@ApiTags('calendario')
@Controller()
export class CalendarAddressesController {
  constructor(private readonly addresses: CalendarAddresses) {}

  @Get('me/calendars')
  @Requires('calendar.own', 'own')
  @ApiOkResponse({ type: CalendarAddressList })
  list(@CurrentCaller() caller: Caller): Promise<CalendarAddressList> {
    return this.addresses.list(caller);
  }

  @Post('me/calendars')
  @Requires('calendar.own', 'own')
  @ApiCreatedResponse({ type: CreatedCalendarAddress })
  add(
    @CurrentCaller() caller: Caller,
    @Body() address: NewCalendarAddress,
  ): Promise<CreatedCalendarAddress> {
    return this.addresses.add(caller, address);
  }

  @Delete('me/calendars/:calendarId')
  @Requires('calendar.own', 'own')
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(
    @CurrentCaller() caller: Caller,
    @Param('calendarId', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.addresses.revoke(caller, id);
  }

  /** What a calendar program reads: the secret in the address is all it has. */
  @Get('calendars/:calendarToken/calendario.ics')
  @Public()
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('content-type', 'text/calendar; charset=utf-8')
  file(@Param('calendarToken') token: string): Promise<string> {
    return this.addresses.file(token);
  }
}
