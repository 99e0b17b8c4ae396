import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NotFound } from './kernel/errors.js';
import { sendProblem } from './platform/problem.filter.js';

const YEAR = 31_536_000;

/** Serves the built pages; an address of the client's own answers the one page, an unknown one of the API a problem. */
export async function servePages(app: NestFastifyApplication, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Built files carry their hash in the name; the page that names them does not.
      reply.header(
        'cache-control',
        path.includes('/assets/') ? `public, max-age=${YEAR}, immutable` : 'no-cache',
      );
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .setNotFoundHandler((request, reply) => {
      const isPage =
        request.method === 'GET' &&
        !request.url.startsWith('/api/') &&
        !request.url.startsWith('/assets/');
      if (isPage) return reply.sendFile('index.html');
      sendProblem(new NotFound(), request, reply);
      return reply;
    });
}
