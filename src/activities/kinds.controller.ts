import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Requires } from '../access/requires.js';
import { IfMatch } from '../platform/versions.js';
import { AddKind, ChangeKind, KindList, KindView } from './kind.dto.js';
import { Kinds } from './kinds.service.js';

/** One list for the whole institute. */
@Controller('activity-kinds')
export class KindsController {
  constructor(private readonly kinds: Kinds) {}

  @Get()
  @Requires('activity.kinds', 'institute')
  @ApiOkResponse({ type: KindList })
  list(): Promise<KindList> {
    return this.kinds.list();
  }

  @Post()
  @Requires('kind.edit', 'institute')
  @ApiCreatedResponse({ type: KindView })
  add(@Body() kind: AddKind): Promise<KindView> {
    return this.kinds.add(kind);
  }

  @Patch(':kindCode')
  @Requires('kind.edit', 'institute')
  @ApiOkResponse({ type: KindView })
  change(
    @Param('kindCode') code: string,
    @IfMatch() version: number,
    @Body() kind: ChangeKind,
  ): Promise<KindView> {
    return this.kinds.change(code, version, kind);
  }
}
