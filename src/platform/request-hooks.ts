import { createHmac, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { BadShape, Forbidden } from '../kernel/errors.js';
import { tidyId } from '../kernel/fields.js';
import { requestContext, type RequestContext } from './context.js';
import { log } from './log.js';
import { assertPlain } from './plain-input.js';
import { deriveKey, readSecret } from './secret.js';

const GIVEN_ID = /^[\w.-]{8,64}$/;
const KEY = /^[\x21-\x7e]{8,200}$/;
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && GIVEN_ID.test(given) ? given : randomUUID();
}

/** What happens to every request: same-origin check, its context, one log line. */
export function addRequestHooks(server: FastifyInstance, config: Config): void {
  const ownOrigin = new URL(config.publicUrl).origin;
  const hashOf = bodyHasher(config);
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    done(SAFE.includes(request.method) || isSameOrigin(request, ownOrigin) ? undefined : foreign());
  });
  // Only now has the body been read, and nothing of Nest has run.
  server.addHook('preHandler', (request, _reply, done) => {
    assertReadable(request);
    tidyParameters(request.params as Record<string, string> | undefined);
    const context = contextOf(request, hashOf);
    requestContext.run(context, () => done());
  });
  server.addHook('onResponse', (request, reply, done) => {
    log.info({
      requestId: request.id,
      route: request.routeOptions.url,
      method: request.method,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
}

/** Browsers name their origin on every write; programs with a bearer token have none. */
function isSameOrigin(request: FastifyRequest, ownOrigin: string): boolean {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin !== undefined)
    return origin === ownOrigin || origin === `${request.protocol}://${request.headers.host}`;
  return site !== undefined || request.headers.cookie === undefined;
}

const foreign = () =>
  new Forbidden(
    'origin.foreign',
    'La richiesta non parte dalle nostre pagine: aprile e ripeti l’operazione da lì.',
  );

function assertReadable({ body, query }: FastifyRequest): void {
  if (body === null)
    throw new BadShape('request.shape', 'La richiesta è vuota: invia i dati del modulo.');
  assertPlain(query);
  if (!Buffer.isBuffer(body)) assertPlain(body);
}

/** Ids in an address are told apart as the fields of a body tell them. */
function tidyParameters(parameters: Record<string, string> = {}): void {
  for (const [name, value] of Object.entries(parameters)) parameters[name] = tidyId(value);
}

function contextOf(
  request: FastifyRequest,
  hashOf: (request: FastifyRequest) => Buffer,
): RequestContext {
  const key = request.headers['idempotency-key'];
  if (key !== undefined && (typeof key !== 'string' || !KEY.test(key))) {
    throw new BadShape(
      'idempotency.format',
      'La chiave di ripetizione deve avere da 8 a 200 caratteri, senza spazi.',
    );
  }
  return {
    requestId: String(request.id),
    userId: null,
    idempotencyKey: key ?? null,
    bodyHash: key === undefined ? null : hashOf(request),
  };
}

/**
 * The hash of what was asked stays in the table of repetitions for months. It is keyed with the installation's secret: a
 * body that can be guessed, such as a name with a birth day, must not be found by trying. Without a secret no identity is kept.
 */
function bodyHasher(config: Config): (request: FastifyRequest) => Buffer {
  let key: Buffer | undefined;
  return ({ method, url, body, headers }) => {
    key ??= deriveKey(readSecret(config) ?? Buffer.alloc(0), 'request');
    const asked = `${method} ${url}\n${headers['if-match'] ?? ''}\n${body === undefined ? '' : JSON.stringify(body)}`;
    return createHmac('sha256', key).update(asked).digest();
  };
}
