import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { IfMatch } from '../platform/versions.js';
import {
  AddOrganisation,
  ChangeOrganisation,
  OrganisationFilter,
  OrganisationPage,
  OrganisationView,
} from './organisations.dto.js';
import { OrganisationsService } from './organisations.service.js';

@ApiTags('enti')
@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get()
  @Requires('organisation.view', 'institute')
  @ApiOkResponse({ type: OrganisationPage })
  list(@Query() filter: OrganisationFilter): Promise<OrganisationPage> {
    return this.organisations.list(filter);
  }

  @Post()
  @Requires('organisation.edit', 'institute')
  @ApiCreatedResponse({ type: OrganisationView })
  add(
    @Body() organisation: AddOrganisation,
    @CurrentCaller() caller: Caller,
  ): Promise<OrganisationView> {
    return this.organisations.add(organisation, caller);
  }

  @Get(':organisationId')
  @Requires('organisation.view', 'institute')
  @ApiOkResponse({ type: OrganisationView })
  read(
    @Param('organisationId', ParseUUIDPipe) id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<OrganisationView> {
    return this.organisations.read(id, caller);
  }

  @Patch(':organisationId')
  @Requires('organisation.edit', 'institute')
  @ApiOkResponse({ type: OrganisationView })
  change(
    @Param('organisationId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() organisation: ChangeOrganisation,
    @CurrentCaller() caller: Caller,
  ): Promise<OrganisationView> {
    return this.organisations.change(id, version, organisation, caller);
  }
}
