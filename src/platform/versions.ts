import {
  CallHandler,
  ExecutionContext,
  Injectable,
  NestInterceptor,
  createParamDecorator,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, Observable } from 'rxjs';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { NotFound, PreconditionRequired, Problem, Stale } from '../kernel/errors.js';

/** The version that the caller saw, from `If-Match: "3"`. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) {
    throw new PreconditionRequired(
      'version.missing',
      'Manca la versione di partenza: ricarica la pagina e ripeti la modifica.',
    );
  }
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) {
    throw new Problem(
      400,
      'version.format',
      'La versione di partenza (If-Match) non è leggibile: ricarica la pagina.',
    );
  }
  return Number(version);
});

type Versioned = ObjectLiteral & { version: number };

/** Locks the row and raises its version in memory, to be saved; 404 when it is not there, 412 when another write came first. */
export async function bumpVersion<E extends Versioned>(
  db: EntityManager,
  entity: EntityTarget<E>,
  where: FindOptionsWhere<E>,
  seen: number,
): Promise<E> {
  const row = await db.findOne(entity, { where, lock: { mode: 'pessimistic_write' } });
  if (!row) throw new NotFound();
  if (row.version !== seen) {
    throw new Stale(
      'version.stale',
      'Nel frattempo qualcuno ha modificato questa scheda: ricaricala e riprova.',
    );
  }
  row.version += 1;
  return row;
}

/** What a request names: what it leaves out stays as it is. Members that are no columns are not saved with an entity. */
export const given = <Body extends object>(body: Body): Partial<Body> =>
  Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined),
  ) as Partial<Body>;

/** Gives every answer that has a version its `ETag`. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: { version?: unknown } | null | undefined) => {
        if (typeof answer?.version === 'number') reply.header('etag', `"${answer.version}"`);
        return answer;
      }),
    );
  }
}
