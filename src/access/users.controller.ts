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
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { IfMatch } from '../platform/versions.js';
import {
  NewMembership,
  NewUser,
  OneTimeLink,
  UserChange,
  UserList,
  UserView,
} from './access.dto.js';
import { Caller } from './caller.js';
import { CurrentCaller, Requires } from './requires.js';
import { UsersService } from './users.service.js';

@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Requires('user.view', 'institute')
  @ApiOkResponse({ type: UserList })
  list(): Promise<UserList> {
    return this.users.list();
  }

  @Post()
  @Requires('user.edit', 'institute')
  @ApiCreatedResponse({ type: UserView })
  add(@Body() user: NewUser): Promise<UserView> {
    return this.users.add(user);
  }

  @Patch(':userId')
  @Requires('user.edit', 'institute')
  @ApiOkResponse({ type: UserView })
  change(
    @Param('userId', ParseUUIDPipe) userId: string,
    @IfMatch() version: number,
    @Body() change: UserChange,
    @CurrentCaller() caller: Caller,
  ): Promise<UserView> {
    return this.users.change(userId, version, change, caller.userId);
  }

  @Post(':userId/memberships')
  @Requires('user.edit', 'institute')
  @ApiCreatedResponse({ type: UserView })
  addMembership(
    @Param('userId', ParseUUIDPipe) userId: string,
    @Body() membership: NewMembership,
  ): Promise<UserView> {
    return this.users.addMembership(userId, membership);
  }

  @Delete(':userId/memberships/:membershipId')
  @Requires('user.edit', 'institute')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeMembership(
    @Param('userId', ParseUUIDPipe) userId: string,
    @Param('membershipId', ParseUUIDPipe) membershipId: string,
  ): Promise<void> {
    return this.users.removeMembership(userId, membershipId);
  }

  @Post(':userId/one-time-links')
  @Requires('user.edit', 'institute')
  @ApiCreatedResponse({ type: OneTimeLink })
  oneTimeLink(@Param('userId', ParseUUIDPipe) userId: string): Promise<OneTimeLink> {
    return this.users.oneTimeLink(userId);
  }
}
