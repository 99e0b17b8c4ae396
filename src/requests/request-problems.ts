import { describeConstraint } from '../platform/constraints.js';

describeConstraint('mediator_person_id_key', {
  status: 409,
  code: 'mediator.duplicate',
  detail: 'Qualcun altro sta descrivendo lo stesso mediatore: ricarica la pagina.',
});
describeConstraint('mediator_slot_forward', {
  status: 422,
  code: 'mediator.slot',
  detail: 'Un orario finisce prima di cominciare: correggilo.',
});
describeConstraint('mediator_person_id_fkey', {
  status: 422,
  code: 'mediator.person',
  detail: 'La persona scelta non esiste: sceglila dall’elenco.',
});
