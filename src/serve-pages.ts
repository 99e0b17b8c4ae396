import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NotFound } from './kernel/errors.js';
import { sendProblem } from './platform/problem.filter.js';

const YEAR = 31_536_000;

/** Serves the built pages; an address of the client's own answers the one page, an unknown one of the API a problem. */
export async function servePages(app: NestFastifyApplication, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    // Each built file is a route of its own: what is left are the addresses of the client.
    wildcard: false,
    cacheControl: false,
    // As the build packed them: the pages weigh a sixth.
    preCompressed: true,
    setHeaders: (reply, path) => {
      // Built files carry their hash in the name; the page that names them does not.
      reply.header(
        'cache-control',
        path.includes('/assets/') ? `public, max-age=${YEAR}, immutable` : 'no-cache',
      );
    },
  });
  const server = app.getHttpAdapter().getInstance();
  server.get('/*', (request, reply) => {
    const isPage = !/^\/(api|assets)\//.test(request.url);
    if (isPage) return reply.sendFile('index.html');
    sendProblem(new NotFound(), request, reply);
    return reply;
  });
}
