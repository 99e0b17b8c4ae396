import { STATELESS, UNKNOWN_COUNTRY } from '../recipients/recipient.entity.js';
import { tidy } from './cells.js';

const CODE = /^[A-Z]{2}$/;
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Countries by their Italian name. */
const byName = new Map<string, string>();

function countries(): Map<string, string> {
  if (byName.size > 0) return byName;
  const names = new Intl.DisplayNames('it', { type: 'region', fallback: 'none' });
  for (const a of LETTERS)
    for (const b of LETTERS) {
      const name = names.of(a + b);
      // An old code may bear the name of the country that came after it.
      if (name && !byName.has(tidy(name))) byName.set(tidy(name), a + b);
    }
  return byName;
}

/** 'Marocco', 'ma' → 'MA'; 'apolide' → 'stateless'; 'non nota' → 'XX'; null for what is no country. */
export function citizenshipOf(text: string): string | null {
  const typed = tidy(text);
  if (typed === 'apolide') return STATELESS;
  if (['non nota', 'sconosciuta', 'ignota', 'n d', 'xx'].includes(typed)) return UNKNOWN_COUNTRY;
  const code = text.trim().toUpperCase();
  const isCode = CODE.test(code) && [...countries().values()].includes(code);
  return isCode ? code : (countries().get(typed) ?? null);
}
