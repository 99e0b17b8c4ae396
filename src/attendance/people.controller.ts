import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { PeopleCounts, PeopleQuery, PeopleRowsQuery, PersonRowPage } from './people.dto.js';
import { PeopleService } from './people.service.js';

@Controller('people')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get('counts')
  @Requires('people.count', 'institute')
  @ApiOkResponse({ type: PeopleCounts })
  count(@CurrentCaller() caller: Caller, @Query() query: PeopleQuery): Promise<PeopleCounts> {
    return this.people.count(caller, query);
  }

  @Get('rows')
  @Requires('people.count', 'institute')
  @ApiOkResponse({ type: PersonRowPage })
  rows(@CurrentCaller() caller: Caller, @Query() query: PeopleRowsQuery): Promise<PersonRowPage> {
    return this.people.rows(caller, query);
  }
}
