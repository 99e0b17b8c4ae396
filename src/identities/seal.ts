import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Problem } from '../kernel/errors.js';
import type { Identity } from './identity.dto.js';
import type { IdentityKeys } from './identity-key.js';
import { birthSign, nameWords, soundOf } from './name-words.js';

const NONCE = 12;
const TAG = 16;
const SIGN = 16;

/** AES-256-GCM, bound to the code it belongs to: nonce, ciphertext, tag. */
export function seal(keys: IdentityKeys, recipientId: string, identity: Identity): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keys.seal, nonce).setAAD(Buffer.from(recipientId));
  const text = Buffer.concat([cipher.update(JSON.stringify(identity), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, text, cipher.getAuthTag()]);
}

/** Throws 503 when the key is not the one under which it was sealed, or the record was touched. */
export function unseal(
  keys: IdentityKeys,
  { recipient_id, sealed, key_id }: { recipient_id: string; sealed: Buffer; key_id: string },
): Identity {
  if (key_id !== keys.id) throw otherKey();
  const decipher = createDecipheriv('aes-256-gcm', keys.seal, sealed.subarray(0, NONCE))
    .setAAD(Buffer.from(recipient_id))
    .setAuthTag(sealed.subarray(-TAG));
  try {
    const text = Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
    return JSON.parse(text.toString('utf8')) as Identity;
  } catch {
    throw otherKey();
  }
}

/** Keyed hashes by which two records are found alike without opening either. */
export function signsOf(keys: IdentityKeys, identity: Identity) {
  const sign = (text: string): string =>
    createHmac('sha256', keys.signs).update(text).digest().subarray(0, SIGN).toString('base64');
  const words = nameWords(identity.surname, identity.name);
  return {
    names: words.map((word) => sign(`name ${word}`)),
    sounds: [...new Set(words.map((word) => sign(`sound ${soundOf(word)}`)))],
    birth: identity.birthDate ? sign(`birth ${birthSign(identity.birthDate)}`) : null,
    tax: identity.taxCode ? sign(`tax ${identity.taxCode}`) : null,
  };
}

const otherKey = () =>
  new Problem(
    503,
    'identity.key',
    'Questa identità non si apre con la chiave in uso: avvisa chi amministra il sistema.',
  );
