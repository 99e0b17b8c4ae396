import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.js';

const BYTES = 32;
const FILE = 'identity.key';

/**
 * The installation's secret, which never stands in the database: IDENTITY_KEY; with the embedded database a file beside it
 * that only its owner reads, made when first needed. Null with a database of one's own and no IDENTITY_KEY.
 */
export function readSecret({ identityKey, databaseUrl, dataDir }: Config): Buffer | null {
  if (identityKey) return Buffer.from(identityKey, 'base64');
  return databaseUrl ? null : keyFile(join(dataDir, FILE));
}

/** A key of 32 bytes for one use only (HKDF, RFC 5869): who learns one learns nothing of the others. */
export const deriveKey = (secret: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `capofila ${use}`, BYTES));

function keyFile(path: string): Buffer {
  if (!existsSync(path)) makeWhole(path);
  return Buffer.from(readFileSync(path, 'utf8'), 'base64');
}

/** Appears at once or not at all: of two processes that start together both read the key of the first. */
function makeWhole(path: string): void {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, randomBytes(BYTES).toString('base64'), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
