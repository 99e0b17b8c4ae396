import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { Callers } from './callers.js';
import { LocalStrategy } from './local.strategy.js';
import { MeService } from './me.service.js';
import { OwnSessions } from './own-sessions.service.js';
import { MeController, SessionController } from './session.controller.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { SignInService } from './sign-in.service.js';
import { TokensService } from './tokens.service.js';
import { UsersController } from './users.controller.js';
import { UsersService } from './users.service.js';

@Global()
@Module({
  controllers: [SessionController, MeController, UsersController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    Sessions,
    Callers,
    SessionCookie,
    SignInService,
    LocalStrategy,
    MeService,
    TokensService,
    OwnSessions,
    UsersService,
  ],
  exports: [Callers, Sessions],
})
export class AccessModule {}
