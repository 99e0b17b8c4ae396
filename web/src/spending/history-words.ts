import { EXPENSE_WORDS } from '../../../src/spending/spending-words.js';
import { day, euro } from '../frame/format.js';
import { BLOCKS, KINDS } from './words.js';
import type { Block, DocumentKind } from './spending-queries.js';

/** Fields of the stored rows, in the words of the screen; what is not listed is not shown. */
export const FIELD_WORDS: Record<string, string> = {
  amount: 'Importo',
  incurredOn: 'Giorno del costo',
  paidOn: 'Pagata il',
  description: 'Descrizione',
  state: 'Stato',
  cancelReason: 'Motivo dell’annullamento',
  blocks: 'Segni',
  kind: 'Tipo',
  issuerName: 'Emittente',
  issuerTaxId: 'Partita IVA o codice fiscale',
  number: 'Numero',
  issuedOn: 'Data',
  total: 'Totale',
  vat: 'IVA',
  eligibleTotal: 'Parte ammissibile',
  cup: 'CUP',
  note: 'Nota',
};

const money = (value: string): string => euro(value);

const SHOWN: Record<string, (value: string) => string> = {
  amount: money,
  total: money,
  vat: money,
  eligibleTotal: money,
  incurredOn: day,
  paidOn: day,
  issuedOn: day,
  state: (value) => EXPENSE_WORDS[value as keyof typeof EXPENSE_WORDS] ?? value,
  kind: (value) => KINDS[value as DocumentKind] ?? value,
  blocks: (value) =>
    (JSON.parse(value) as Block[]).map((block) => BLOCKS[block].word).join(', ') || 'nessuno',
};

export const showField = (field: string, value: string): string => SHOWN[field]?.(value) ?? value;
