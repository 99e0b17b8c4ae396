import { createHash } from 'node:crypto';
import type { Config } from '../config.js';
import { Problem } from '../kernel/errors.js';
import { deriveKey, readSecret } from '../platform/secret.js';

/** The keys under which identities are kept, of one secret that never stands in the database. */
export interface IdentityKeys {
  /** Names the secret, so that a wrong one is told from a broken record. */
  id: string;
  seal: Buffer;
  signs: Buffer;
}

/** Derived from the installation's secret. Throws 503 when there is none. */
export function readKeys(config: Config): IdentityKeys {
  const secret = readSecret(config);
  if (!secret) {
    throw new Problem(
      503,
      'identity.key',
      'Manca la chiave delle identità (IDENTITY_KEY): chiedi a chi amministra il sistema di impostarla.',
    );
  }
  const derive = (use: string): Buffer => deriveKey(secret, `identity ${use}`);
  return {
    id: createHash('sha256').update(derive('name')).digest('hex').slice(0, 12),
    seal: derive('seal'),
    signs: derive('signs'),
  };
}
