import { RuleBroken } from '../kernel/errors.js';
import { checkCodiceFiscale, checkPartitaIva } from '../kernel/identifiers.js';

const FOREIGN = /^(?!IT)[A-Z]{2}[A-Z0-9]{2,18}$/;

/**
 * The tax number of who issued a document, without spaces in capitals: Italian ones are checked, foreign ones start
 * with their country. RuleBroken 'issuer.tax_id'.
 */
export function issuerTaxId(typed: string): string {
  const compact = typed.replace(/[\s.-]/g, '').toUpperCase();
  if (/^[A-Z]{6}\d|^\d{11}$/.test(compact)) return right(checkCodiceFiscale(compact));
  if (compact.startsWith('IT')) return right(checkPartitaIva(compact));
  if (FOREIGN.test(compact)) return compact;
  throw broken(
    'Scrivi 11 cifre, 16 caratteri oppure, per l’estero, la sigla del paese e il numero (FR12345678901).',
  );
}

function right({ value, error }: { value: string; error: string | null }): string {
  if (error) throw broken(error);
  return value;
}

const broken = (message: string) =>
  new RuleBroken('issuer.tax_id', `Partita IVA o codice fiscale dell’emittente: ${message}`, [
    { path: 'issuerTaxId', message },
  ]);
