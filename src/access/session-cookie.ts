import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Config } from '../config.js';
import { InjectConfig } from '../platform/config.token.js';
import type { SessionView } from './access.dto.js';
import { cookieName } from './token-of.js';

/** The browser's side of a session: a cookie that no script reads and no other site sends. */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly options;

  constructor(@InjectConfig() { publicUrl }: Config) {
    this.name = cookieName(publicUrl);
    const secure = publicUrl.startsWith('https:');
    this.options = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure };
  }

  give(reply: FastifyReply, token: string): SessionView {
    reply.setCookie(this.name, token, this.options);
    return { token };
  }

  take(reply: FastifyReply): void {
    reply.clearCookie(this.name, this.options);
  }
}
