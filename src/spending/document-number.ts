import { RuleBroken } from '../kernel/errors.js';

/**
 * The number of a document without what people write differently: letters and digits apart, no leading zeros.
 * "FT 0012/2019", "ft12-2019" and "FT/12/2019" are the same number; "1/23" and "12/3" are not.
 */
export function normaliseNumber(typed: string): string {
  const parts =
    typed
      .normalize('NFKC')
      .toUpperCase()
      .match(/\p{L}+|\d+/gu) ?? [];
  if (parts.length === 0) {
    throw new RuleBroken(
      'cost_document.number',
      'Il numero del giustificativo deve contenere lettere o cifre.',
      [{ path: 'number', message: 'Scrivi il numero come appare sul giustificativo.' }],
    );
  }
  return parts.map((part) => part.replace(/^0+(?=\d)/, '')).join('/');
}
