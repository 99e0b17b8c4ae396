/** The kinds of cost document as the office calls them; the pages use the same list. */
export const DOCUMENT_WORDS = {
  invoice: 'Fattura',
  receipt: 'Ricevuta o scontrino',
  payslip: 'Cedolino',
  fee_note: 'Notula o parcella',
  expense_claim: 'Nota spese di missione',
  tax_form: 'F24',
  credit_note: 'Nota di credito',
  other: 'Altro',
} as const;

/** Why an expense cannot be claimed, in a word or two. */
export const BLOCK_WORDS = {
  'window.outside': 'fuori periodo',
  'cup.missing': 'senza CUP',
  'cup.other': 'altro CUP',
  'line.over_residual': 'oltre il residuo',
  'payment.missing': 'non pagata',
  'partner.no_budget': 'partner senza budget',
} as const;

export const EXPENSE_WORDS = {
  recorded: 'valida',
  cancelled: 'annullata',
} as const;
