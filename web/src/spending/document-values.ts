import type { Schemas } from '../api/client.js';
import { amount, dayTyped } from '../frame/format.js';
import { parseDay, parseMoney } from '../frame/parse.js';
import { orNull } from '../frame/form-values.js';
import type { CostDocument, DocumentKind } from './spending-queries.js';

/** What cannot be understood goes to the server as it is, which says what is wrong with it. */
export const readMoney = (typed: string): string => parseMoney(typed) ?? typed;
export const readDay = (typed: string, today: string): string => parseDay(typed, today) ?? typed;

export interface ShareValues {
  budgetLineId: string;
  amount: string;
}

/** The form of a document: texts as typed. */
export interface DocumentValues {
  participationId: string;
  kind: DocumentKind;
  issuerName: string;
  issuerTaxId: string;
  number: string;
  issuedOn: string;
  total: string;
  vat: string;
  eligibleTotal: string;
  cup: string;
  creditsId: string;
  note: string;
  paidOn: string;
  shares: ShareValues[];
}

export const emptyShare: ShareValues = { budgetLineId: '', amount: '' };

export const emptyDocument: DocumentValues = {
  participationId: '',
  kind: 'invoice',
  issuerName: '',
  issuerTaxId: '',
  number: '',
  issuedOn: '',
  total: '',
  vat: '',
  eligibleTotal: '',
  cup: '',
  creditsId: '',
  note: '',
  paidOn: '',
  shares: [emptyShare],
};

export const valuesOf = (document: CostDocument): DocumentValues => ({
  ...emptyDocument,
  participationId: document.participationId,
  kind: document.kind,
  issuerName: document.issuerName,
  issuerTaxId: document.issuerTaxId ?? '',
  number: document.number,
  issuedOn: dayTyped(document.issuedOn),
  total: amount(document.total),
  vat: amount(document.vat),
  eligibleTotal: amount(document.eligibleTotal),
  cup: document.cup ?? '',
  note: document.note ?? '',
  shares: [],
});

/** What an edit may change. */
export const changeOf = (values: DocumentValues, today: string) =>
  ({
    issuerName: values.issuerName,
    issuerTaxId: orNull(values.issuerTaxId),
    number: values.number,
    issuedOn: readDay(values.issuedOn, today),
    total: readMoney(values.total),
    vat: readMoney(values.vat || '0'),
    eligibleTotal: readMoney(values.eligibleTotal || values.total),
    cup: orNull(values.cup),
    note: orNull(values.note),
  }) satisfies Schemas['CostDocumentChange'];

export function bodyOf(values: DocumentValues, today: string): Schemas['NewCostDocument'] {
  const paidOn = values.paidOn.trim() ? readDay(values.paidOn, today) : null;
  const credit = values.kind === 'credit_note';
  return {
    ...changeOf(values, today),
    kind: values.kind,
    participationId: values.participationId,
    creditsId: credit ? orNull(values.creditsId) : null,
    expenses: credit
      ? []
      : values.shares
          .filter((share) => share.budgetLineId || share.amount.trim())
          .map((share) => ({ ...share, amount: readMoney(share.amount), paidOn })),
  };
}
