import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { IfMatch } from '../platform/versions.js';
import { AddPerson, ChangePerson, PersonFilter, PersonPage, PersonView } from './persons.dto.js';
import { PersonsService } from './persons.service.js';

@ApiTags('persone')
@Controller('persons')
export class PersonsController {
  constructor(private readonly persons: PersonsService) {}

  @Get()
  @Requires('person.view', 'institute')
  @ApiOkResponse({ type: PersonPage })
  list(@Query() filter: PersonFilter, @CurrentCaller() caller: Caller): Promise<PersonPage> {
    return this.persons.list(filter, caller);
  }

  @Post()
  @Requires('person.edit', 'institute')
  @ApiCreatedResponse({ type: PersonView })
  add(@Body() person: AddPerson): Promise<PersonView> {
    return this.persons.add(person);
  }

  @Patch(':personId')
  @Requires('person.edit', 'institute')
  @ApiOkResponse({ type: PersonView })
  change(
    @Param('personId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() person: ChangePerson,
  ): Promise<PersonView> {
    return this.persons.change(id, version, person);
  }
}
