import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { NestLog } from './platform/log.js';
import type { Databases } from './platform/platform.module.js';
import { ProblemFilter, sendProblem } from './platform/problem.filter.js';
import { addRequestHooks, requestId } from './platform/request-hooks.js';
import { securityHeaders } from './platform/security-headers.js';
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
  const adapter = new ProblemAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: requestId,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: false },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLog(),
    abortOnError: false,
  });
  await addPlugins(app, config);
  app.setGlobalPrefix('api/v1', { exclude: ['status', 'status/live'] });
  app.useGlobalPipes(shapePipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new EtagInterceptor());
  return app;
}

async function addPlugins(app: NestFastifyApplication, config: Config): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  const safe = await securityHeaders(config.publicUrl);
  // First of all, so that what is refused before it reaches a route carries them too.
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(safe);
    done();
  });
  await app.register(cookie);
  await app.register(rateLimit, {
    max: config.rateLimit,
    timeWindow: 60_000,
    keyGenerator: (request) =>
      request.headers.authorization ?? request.cookies['capofila'] ?? request.ip,
    addHeadersOnExceeding: {
      'x-ratelimit-limit': true,
      'x-ratelimit-remaining': true,
      'x-ratelimit-reset': true,
    },
  });
  addRequestHooks(server, config);
  server.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
}
