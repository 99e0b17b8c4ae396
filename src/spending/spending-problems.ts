import { describeConstraint } from '../platform/constraints.js';

export const DUPLICATE =
  'Questo giustificativo è già registrato (stesso emittente, numero e anno): cercalo e imputa da lì quello che resta.';

describeConstraint('cost_document_once', {
  status: 409,
  code: 'cost_document.duplicate',
  detail: DUPLICATE,
});
describeConstraint('cost_document_vat_within', {
  status: 422,
  code: 'cost_document.vat',
  detail: 'L’IVA non può superare il totale del giustificativo: controlla i due importi.',
});
describeConstraint('cost_document_eligible_within', {
  status: 422,
  code: 'cost_document.eligible',
  detail:
    'La parte ammissibile non può superare il totale del giustificativo: controlla i due importi.',
});
describeConstraint('cost_document_credit', {
  status: 422,
  code: 'cost_document.credit',
  detail:
    'Una nota di credito, e solo lei, indica il giustificativo che riduce: sceglilo dall’elenco.',
});
describeConstraint('cost_document_credits_id_project_id_fkey', {
  status: 422,
  code: 'cost_document.credit',
  detail: 'Il giustificativo da ridurre non esiste in questo progetto: sceglilo dall’elenco.',
});
describeConstraint('cost_document_above_charged', {
  status: 422,
  code: 'cost_document.below_charged',
  detail:
    'Le spese già imputate superano quello che resterebbe del giustificativo: riduci prima le spese.',
});
describeConstraint('expense_within_document', {
  status: 422,
  code: 'expense.beyond_document',
  detail:
    'L’importo supera quello che resta del giustificativo, fra tutti i progetti: ricarica e controlla il residuo.',
});
describeConstraint('expense_locked', {
  status: 409,
  code: 'expense.locked',
  detail:
    'Un rendiconto inviato contiene questa spesa: usa «Rettifica», che la annulla e ne crea una nuova.',
});
describeConstraint('expense_corrected_once', {
  status: 409,
  code: 'expense.rectified',
  detail: 'Questa spesa è già stata rettificata: modifica la rettifica.',
});
