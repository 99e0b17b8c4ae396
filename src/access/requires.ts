import { createParamDecorator, ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from './caller.js';
import type { Permission } from './permissions.js';

export const REQUIRED = 'access:required';

/** `project`: a role in the project of the URL; `institute`: a role anywhere, the rows are cut to the caller's scope; `own`: only what belongs to the caller. */
export type Reach = 'project' | 'institute' | 'own';
export interface Requirement {
  permission: Permission;
  reach: Reach;
}

/** Declares who may call a route; a route without it is refused to everybody. */
export const Requires = (permission: Permission, reach: Reach = 'project') =>
  SetMetadata(REQUIRED, { permission, reach } satisfies Requirement);

export const EVEN_ARCHIVED = 'access:even-archived';

/** A write that an archived project still takes; every other is refused there. */
export const EvenArchived = () => SetMetadata(EVEN_ARCHIVED, true);

/** A route that needs no session: sign-in, status, public documents. */
export const Public = () => SetMetadata(REQUIRED, 'public');

export interface SignedRequest extends FastifyRequest {
  caller?: Caller;
}

export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<SignedRequest>().caller,
);
