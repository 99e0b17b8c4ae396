import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { BadShape } from '../kernel/errors.js';
import { SignInService } from './sign-in.service.js';

const LONGEST = 1000;

/** Passport checks the password; the session is ours. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy) {
  constructor(private readonly signIn: SignInService) {
    super({ usernameField: 'email', session: false, passReqToCallback: true });
  }

  validate(request: FastifyRequest, email: unknown, password: unknown): Promise<{ id: string }> {
    // Passport hands over whatever the body holds.
    if (!isShortText(email) || !isShortText(password)) throw notTexts();
    return this.signIn.check(email.trim(), password.trim().normalize('NFC'), request.ip);
  }
}

const isShortText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST && !value.includes('\u0000');

const notTexts = () =>
  new BadShape('request.shape', 'Indirizzo e password devono essere testi brevi.');
