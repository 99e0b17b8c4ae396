import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Requires } from '../access/requires.js';
import { IfMatch } from '../platform/versions.js';
import { AddTerritory, ChangeTerritory, TerritoryList, TerritoryView } from './territory.dto.js';
import { TerritoriesService } from './territories.service.js';

/** One list for the whole institute, like the address book. */
@Controller('territories')
export class TerritoriesController {
  constructor(private readonly territories: TerritoriesService) {}

  @Get()
  @Requires('territory.view', 'institute')
  @ApiOkResponse({ type: TerritoryList })
  list(): Promise<TerritoryList> {
    return this.territories.list();
  }

  @Post()
  @Requires('territory.edit', 'institute')
  @ApiCreatedResponse({ type: TerritoryView })
  add(@Body() territory: AddTerritory): Promise<TerritoryView> {
    return this.territories.add(territory);
  }

  @Patch(':territoryId')
  @Requires('territory.edit', 'institute')
  @ApiOkResponse({ type: TerritoryView })
  change(
    @Param('territoryId') id: string,
    @IfMatch() version: number,
    @Body() changes: ChangeTerritory,
  ): Promise<TerritoryView> {
    return this.territories.change(id, version, changes);
  }
}
