import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { BadShape } from '../kernel/errors.js';

/** Passport's own refusals, before any password is looked at, mean that the body has the wrong shape. */
@Injectable()
export class SignInGuard extends AuthGuard('local') {
  override handleRequest<User>(error: unknown, user: User | false): User {
    if (error) throw error;
    if (!user) throw new BadShape('request.shape', 'Scrivi indirizzo e password.');
    return user;
  }
}
