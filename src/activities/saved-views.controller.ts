import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { IfMatch } from '../platform/versions.js';
import { AddView, ChangeView, SavedViewView, ViewFilter, ViewList } from './saved-view.dto.js';
import { SavedViews } from './saved-views.service.js';

@Controller('views')
export class SavedViewsController {
  constructor(private readonly views: SavedViews) {}

  @Get()
  @Requires('activity.view', 'institute')
  @ApiOkResponse({ type: ViewList })
  list(@CurrentCaller() caller: Caller, @Query() filter: ViewFilter): Promise<ViewList> {
    return this.views.list(caller, filter);
  }

  @Post()
  @Requires('activity.view', 'own')
  @ApiCreatedResponse({ type: SavedViewView })
  add(@CurrentCaller() caller: Caller, @Body() view: AddView): Promise<SavedViewView> {
    return this.views.add(caller, view);
  }

  @Patch(':viewId')
  @Requires('activity.view', 'own')
  @ApiOkResponse({ type: SavedViewView })
  change(
    @CurrentCaller() caller: Caller,
    @Param('viewId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() view: ChangeView,
  ): Promise<SavedViewView> {
    return this.views.change(caller, id, version, view);
  }

  @Delete(':viewId')
  @Requires('activity.view', 'own')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(
    @CurrentCaller() caller: Caller,
    @Param('viewId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.views.remove(caller, id, version);
  }
}
