import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { Pocket } from './attendance.dto.js';
import { PocketService } from './pocket.service.js';

@Controller('attendance')
export class PocketController {
  constructor(private readonly pocket: PocketService) {}

  @Get('pocket')
  @Requires('attendance.edit', 'institute')
  @ApiOkResponse({ type: Pocket })
  of(@CurrentCaller() caller: Caller): Promise<Pocket> {
    return this.pocket.of(caller);
  }
}
