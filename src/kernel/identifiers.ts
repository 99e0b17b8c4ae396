import { CheckDigitizer, Matcher } from '@marketto/codice-fiscale-utils';
import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
// The package's index loads the numbers of 100 countries, 150 ms at every start.
import { validate as validateIva } from 'stdnum/lib/cjs/it/iva.js';

/**
 * The code as it is stored, what is wrong with it (Italian, null when acceptable), and a doubt that is worth a look
 * but refuses nothing.
 */
export interface Checked {
  value: string;
  error: string | null;
  warning: string | null;
}

const compact = (text: string): string => text.replace(/[\s.-]/g, '').toUpperCase();
const verdict = (value: string, error: string | null, warning: string | null = null): Checked => ({
  value,
  error,
  warning,
});

const CUP_FORMAT = /^[A-Z]\d{2}[A-Z]\d{11}$/;
// Every one of 160 real codes looks like this, but no published rule says that all must: hence only a doubt.
const CUP_USUAL = /^[A-J]\d{2}[A-J]\d{2}\d{5}000[1-9]$/;

/** Codice unico di progetto: 15 characters. Whether it exists can only be asked of OpenCUP. */
export function checkCup(text: string): Checked {
  const value = compact(text);
  if (!CUP_FORMAT.test(value)) {
    return verdict(
      value,
      'Il CUP ha 15 caratteri: una lettera, due cifre, una lettera, undici cifre.',
    );
  }
  const usual = CUP_USUAL.test(value);
  return verdict(value, null, usual ? null : 'Il CUP ha una forma insolita: ricontrollalo.');
}

const PERSON = new RegExp(`^(?:${Matcher.CODICE_FISCALE})$`);

/** Codice fiscale of a person (16 characters, also with digits replaced for homonyms) or the 11-digit one of a body. */
export function checkCodiceFiscale(text: string): Checked {
  const value = compact(text);
  if (/^\d{11}$/.test(value)) {
    const right = validateIva(value).isValid;
    return verdict(
      value,
      right ? null : 'Il codice fiscale di 11 cifre ha la cifra di controllo sbagliata.',
    );
  }
  if (!PERSON.test(value)) {
    return verdict(
      value,
      'Il codice fiscale ha 16 caratteri (11 cifre per gli enti): questo non ne ha la forma.',
    );
  }
  const right = CheckDigitizer.checkDigit(value) === value[15];
  return verdict(value, right ? null : 'Il codice fiscale ha la lettera di controllo sbagliata.');
}

/** Partita IVA: 11 digits with check digit, with or without the prefix IT. */
export function checkPartitaIva(text: string): Checked {
  const value = compact(text).replace(/^IT/, '');
  if (!/^\d{11}$/.test(value)) return verdict(value, 'La partita IVA ha 11 cifre.');
  const right = validateIva(value).isValid;
  return verdict(value, right ? null : 'La partita IVA ha la cifra di controllo sbagliata.');
}

/** IBAN of any country. */
export function checkIban(text: string): Checked {
  const value = electronicFormatIBAN(text) ?? compact(text);
  return verdict(
    value,
    isValidIBAN(value) ? null : "L'IBAN non è valido: ricontrolla lettere e cifre.",
  );
}
