import helmet from '@fastify/helmet';
import { fastify } from 'fastify';

// What HTTP itself adds to the probe's answer.
const OF_THE_ANSWER = ['content-length', 'content-type', 'date', 'connection'];

/**
 * What helmet answers under our policy, worked out once: it is the same for every request, and helmet builds it anew for
 * each, which cost a twentieth of logging an activity.
 */
export async function securityHeaders(publicUrl: string): Promise<Record<string, string>> {
  const probe = fastify();
  await probe.register(helmet, policyFor(publicUrl));
  probe.get('/', (_request, reply) => reply.send());
  const { headers } = await probe.inject('/');
  await probe.close();
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !OF_THE_ANSWER.includes(name))
      .map(([name, value]) => [name, String(value)]),
  );
}

const policyFor = (publicUrl: string) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: [`'self'`],
      baseUri: [`'none'`],
      objectSrc: [`'none'`],
      frameAncestors: [`'none'`],
      formAction: [`'self'`],
      imgSrc: [`'self'`, 'data:'],
    },
  },
  // Plain http on the own machine has no certificate to insist on.
  strictTransportSecurity: publicUrl.startsWith('https:')
    ? { maxAge: 63_072_000, includeSubDomains: true }
    : false,
  referrerPolicy: { policy: 'same-origin' as const },
});
