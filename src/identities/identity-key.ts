import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.js';
import { Problem } from '../kernel/errors.js';

const BYTES = 32;
const FILE = 'identity.key';

/** The keys under which identities are kept, of one secret that never stands in the database. */
export interface IdentityKeys {
  /** Names the secret, so that a wrong one is told from a broken record. */
  id: string;
  seal: Buffer;
  signs: Buffer;
}

/** From IDENTITY_KEY; with the embedded database from a file beside it that only its owner reads, made when first needed. Throws 503 when there is none. */
export function readKeys({ identityKey, databaseUrl, dataDir }: Config): IdentityKeys {
  if (identityKey) return keysOf(Buffer.from(identityKey, 'base64'));
  if (databaseUrl) {
    throw new Problem(
      503,
      'identity.key',
      'Manca la chiave delle identità (IDENTITY_KEY): chiedi a chi amministra il sistema di impostarla.',
    );
  }
  return keysOf(keyFile(join(dataDir, FILE)));
}

function keyFile(path: string): Buffer {
  if (!existsSync(path))
    writeFileSync(path, randomBytes(BYTES).toString('base64'), { mode: 0o600, flag: 'wx' });
  return Buffer.from(readFileSync(path, 'utf8'), 'base64');
}

function keysOf(secret: Buffer): IdentityKeys {
  const derive = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', `capofila identity ${use}`, BYTES));
  return {
    id: createHash('sha256').update(derive('name')).digest('hex').slice(0, 12),
    seal: derive('seal'),
    signs: derive('signs'),
  };
}
