import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.js';
import { Sessions } from './access/sessions.js';
import { tokenOf } from './access/token-of.js';
import type { Config } from './config.js';
import { log, NestLog } from './platform/log.js';
import { networkOf } from './platform/network.js';
import type { Databases } from './platform/platform.module.js';
import { ProblemFilter, sendProblem } from './platform/problem.filter.js';
import { addRequestHooks, requestId } from './platform/request-hooks.js';
import { securityHeaders } from './platform/security-headers.js';
import { withPrefix } from './openapi-document.js';
import { serveInterface } from './serve-interface.js';
import { shapePipe } from './platform/shape.pipe.js';
import { EtagInterceptor } from './platform/versions.js';

/** Nest would set its own handler over ours, which also answers what fails before Nest has the request. */
class ProblemAdapter extends FastifyAdapter {
  override setErrorHandler(): ReturnType<FastifyAdapter['setErrorHandler']> {
    return this.getInstance();
  }
}

const BODY_LIMIT = 1_048_576;

/** The whole web program, not yet listening. */
export function createApp(config: Config, databases: Databases): Promise<NestFastifyApplication> {
  return createAppOf(AppModule.with(config, databases), config);
}

export async function createAppOf(
  module: DynamicModule,
  config: Config,
): Promise<NestFastifyApplication> {
  log.level = config.logLevel;
  const safe = await securityHeaders(config.publicUrl);
  const adapter = new ProblemAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    genReqId: requestId,
    // An address that cannot be read fails before any hook has run.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers({ ...safe, 'x-request-id': request.id });
      sendProblem(error, request, reply);
    },
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: false },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLog(),
    abortOnError: false,
  });
  await addPlugins(app, config, safe);
  withPrefix(app);
  app.useGlobalPipes(shapePipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new EtagInterceptor());
  serveInterface(app);
  return app;
}

async function addPlugins(
  app: NestFastifyApplication,
  config: Config,
  safe: Record<string, string>,
): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  const sessions = app.get(Sessions);
  // First of all, so that what is refused before it reaches a route carries them too.
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(safe);
    done();
  });
  await app.register(cookie);
  await app.register(rateLimit, {
    max: config.rateLimit,
    timeWindow: 60_000,
    keyGenerator: (request) => counted(request, sessions),
    addHeadersOnExceeding: {
      'x-ratelimit-limit': true,
      'x-ratelimit-remaining': true,
      'x-ratelimit-reset': true,
    },
  });
  addRequestHooks(server, config);
  server.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
}

/** A user's requests count together, whatever token they carry; a token that nobody has verified counts for nothing. */
function counted(request: FastifyRequest, sessions: Sessions): string {
  const token = tokenOf(request);
  return (token ? sessions.knownUserOf(token) : undefined) ?? networkOf(request.ip);
}
