import type { FastifyRequest } from 'fastify';

/** `__Host-` binds the cookie to one secure origin; plain http on the own machine cannot have it. */
export const cookieName = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-capofila' : 'capofila';

/** The opaque token of a request: bearer first, else one of our cookies. */
export function tokenOf(request: FastifyRequest): string | null {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? request.cookies['__Host-capofila'] ?? request.cookies['capofila'] ?? null;
}
