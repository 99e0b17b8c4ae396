import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Conflict, Forbidden, NotFound, Problem } from '../kernel/errors.js';
import { isId } from '../kernel/fields.js';
import { requestContext } from '../platform/context.js';
import type { Caller } from './caller.js';
import type { Permission } from './permissions.js';
import { EVEN_ARCHIVED, REQUIRED, type Requirement, type SignedRequest } from './requires.js';
import { Sessions } from './sessions.js';
import { tokenOf } from './token-of.js';

/**
 * Refuses everything that no route has declared; 401 without a session, 404 without a role there, 403 without the
 * permission, 409 for a change of what is archived.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const required = this.reflector.get<Requirement | 'public' | undefined>(
      REQUIRED,
      context.getHandler(),
    );
    if (required === 'public') return true;
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const caller = await this.callerOf(request);
    if (!required) throw denied();
    if (caller.signed.readOnly && request.method !== 'GET') throw readOnly();
    if (caller.signed.onlyProject && isWider(required, request.method)) throw oneProject();
    request.caller = required.reach === 'project' ? withinProject(caller, request) : caller;
    if (!request.caller.may(required.permission)) throw denied();
    if (request.method !== 'GET') this.assertNotArchived(context, request.caller);
    return true;
  }

  private assertNotArchived(context: ExecutionContext, caller: Caller): void {
    if (!caller.inArchive()) return;
    if (!this.reflector.get<boolean | undefined>(EVEN_ARCHIVED, context.getHandler()))
      throw archived();
  }

  private async callerOf(request: SignedRequest): Promise<Caller> {
    const token = tokenOf(request);
    const caller = token ? await this.sessions.find(token) : null;
    if (!caller) throw new Problem(401, 'access.sign-in', 'Accedi per continuare.');
    const running = requestContext.get();
    if (running) running.userId = caller.userId;
    return caller;
  }
}

/**
 * What a token for one project may not do though its user may: write what belongs to no project, or reach what the user
 * keeps across projects, as other tokens, drafts, views and calendars. Reads of the institute's lists are cut to that
 * project by the caller's memberships.
 */
const isWider = ({ permission, reach }: Requirement, method: string): boolean =>
  reach === 'own' ? !OF_THE_TOKEN.has(permission) : reach === 'institute' && method !== 'GET';

// Who it speaks for, and the jobs that it began.
const OF_THE_TOKEN: ReadonlySet<Permission> = new Set(['session.own', 'job.view', 'job.cancel']);

function withinProject(caller: Caller, request: SignedRequest): Caller {
  const { projectId } = request.params as { projectId?: string };
  if (!isId(projectId)) throw new NotFound();
  const here = caller.within(projectId);
  if (here.actors().length === 0) throw new NotFound();
  return here;
}

const denied = () => new Forbidden('access.denied', 'Non hai il permesso per questa operazione.');
const archived = () =>
  new Conflict(
    'project.archived',
    'Il progetto è archiviato: riaprilo dalla scheda prima di modificarne i dati.',
  );
export const oneProject = () =>
  new Forbidden(
    'token.one-project',
    'Questo token vale per un solo progetto: per questa operazione accedi dalle pagine o usa un token senza questo limite.',
  );
const readOnly = () =>
  new Forbidden(
    'token.read-only',
    'Questo token può soltanto leggere: creane uno che possa anche scrivere.',
  );
