import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiBody } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  CreatedToken,
  FirstAccess,
  Me,
  NewToken,
  OwnSessionList,
  SessionView,
  SignIn,
  TokenList,
} from './access.dto.js';
import { Caller } from './caller.js';
import { deviceOf } from './device.js';
import { MeService } from './me.service.js';
import { OwnSessions } from './own-sessions.service.js';
import { CurrentCaller, Public, Requires } from './requires.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { SignInGuard } from './sign-in.guard.js';
import { SignInService } from './sign-in.service.js';
import { TokensService } from './tokens.service.js';

@Controller()
export class SessionController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('sign-in')
  @Public()
  @UseGuards(SignInGuard)
  @HttpCode(200)
  @ApiBody({ type: SignIn })
  @ApiOkResponse({ type: SessionView })
  async open(
    @Req() request: FastifyRequest & { user: { id: string } },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const token = await this.sessions.open(
      request.user.id,
      deviceOf(request.headers['user-agent']),
    );
    return this.cookie.give(reply, token);
  }

  @Post('first-access')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: SessionView })
  async firstAccess(
    @Body() access: FirstAccess,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const device = deviceOf(request.headers['user-agent']);
    return this.cookie.give(reply, await this.signIn.firstAccess(access, device));
  }

  @Post('sign-out')
  @Requires('session.own', 'own')
  @HttpCode(204)
  @ApiNoContentResponse()
  async close(
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(caller.signed.sessionId);
    this.cookie.take(reply);
  }
}

@Controller('me')
export class MeController {
  constructor(
    private readonly me: MeService,
    private readonly tokens: TokensService,
    private readonly sessions: OwnSessions,
  ) {}

  @Get()
  @Requires('session.own', 'own')
  @ApiOkResponse({ type: Me })
  read(@CurrentCaller() caller: Caller): Promise<Me> {
    return this.me.read(caller);
  }

  @Get('sessions')
  @Requires('session.own', 'own')
  @ApiOkResponse({ type: OwnSessionList })
  listSessions(@CurrentCaller() caller: Caller): Promise<OwnSessionList> {
    return this.sessions.list(caller);
  }

  @Delete('sessions/:sessionId')
  @Requires('session.own', 'own')
  @HttpCode(204)
  @ApiNoContentResponse()
  endSession(
    @CurrentCaller() caller: Caller,
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
  ): Promise<void> {
    return this.sessions.end(caller, sessionId);
  }

  @Post('sessions/end-others')
  @Requires('session.own', 'own')
  @HttpCode(204)
  @ApiNoContentResponse()
  endOtherSessions(@CurrentCaller() caller: Caller): Promise<void> {
    return this.sessions.endOthers(caller);
  }

  @Get('tokens')
  @Requires('token.own', 'own')
  @ApiOkResponse({ type: TokenList })
  list(@CurrentCaller() caller: Caller): Promise<TokenList> {
    return this.tokens.list(caller.userId);
  }

  @Post('tokens')
  @Requires('token.own', 'own')
  @ApiCreatedResponse({ type: CreatedToken })
  add(@CurrentCaller() caller: Caller, @Body() token: NewToken): Promise<CreatedToken> {
    return this.tokens.add(caller, token);
  }

  @Delete('tokens/:tokenId')
  @Requires('token.own', 'own')
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(
    @CurrentCaller() caller: Caller,
    @Param('tokenId', ParseUUIDPipe) tokenId: string,
  ): Promise<void> {
    return this.tokens.revoke(caller.userId, tokenId);
  }
}
