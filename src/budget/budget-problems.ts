import { describeConstraint } from '../platform/constraints.js';

describeConstraint('budget_version_frozen', {
  status: 409,
  code: 'budget.not_draft',
  detail:
    'Una versione approvata del budget non cambia più: apri una variazione e modifica quella.',
});
for (const constraint of ['budget_version_one_draft', 'budget_version_project_id_number_key']) {
  describeConstraint(constraint, {
    status: 409,
    code: 'budget.draft_exists',
    detail: 'C’è già una variazione in corso: completa o elimina quella.',
  });
}
describeConstraint('budget_version_one_approved', {
  status: 409,
  code: 'budget.approved_meanwhile',
  detail: 'Nel frattempo è stata approvata un’altra versione: ricarica la pagina.',
});
describeConstraint('budget_line_partner', {
  status: 422,
  code: 'budget.partner',
  detail: 'Solo capofila e partner hanno un budget: scegli uno di loro.',
});
describeConstraint('budget_line_category', {
  status: 422,
  code: 'budget.category',
  detail: 'Questa voce di costo non appartiene all’avviso del progetto: sceglila dall’elenco.',
});
describeConstraint('budget_line_sources_sum', {
  status: 422,
  code: 'budget.sources',
  detail: 'Le fonti di una riga devono sommare al suo importo: ricarica la pagina e riprova.',
});
describeConstraint('budget_line_charged', {
  status: 422,
  code: 'budget.line_charged',
  detail: 'Una riga tolta dalla variazione ha già delle spese: rimettila o sposta prima le spese.',
});
