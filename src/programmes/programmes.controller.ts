import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../access/requires.js';
import { FundList } from './programmes.dto.js';
import { ProgrammesService } from './programmes.service.js';

@ApiTags('programmi')
@Controller('programmes')
export class ProgrammesController {
  constructor(private readonly programmes: ProgrammesService) {}

  @Get()
  @Requires('programme.view', 'institute')
  @ApiOkResponse({ type: FundList })
  list(): Promise<FundList> {
    return this.programmes.list();
  }
}
