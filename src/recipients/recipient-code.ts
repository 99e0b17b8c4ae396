import { randomInt } from 'node:crypto';

// Crockford's alphabet: no letter that is read as a figure.
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new code at random, "7K3M-9QX2": forty bits that say nothing of the person. */
export function newCode(): string {
  const signs = Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** The code as somebody typed it: small letters, without dash, with an O for a zero. */
export const tidyCode = (typed: string): string => {
  const signs = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return signs.length === 8 ? `${signs.slice(0, 4)}-${signs.slice(4)}` : signs;
};
