import { describeConstraint } from '../platform/constraints.js';

describeConstraint('enrolment_once', {
  status: 409,
  code: 'enrolment.once',
  detail: 'Questa persona è già iscritta al corso: cambia la sua iscrizione.',
});
describeConstraint('enrolment_forward', {
  status: 422,
  code: 'enrolment.dates',
  detail: 'Il ritiro viene prima dell’iscrizione: correggi il giorno.',
});
