import { describeConstraint } from '../platform/constraints.js';

describeConstraint('recipient_one_age', {
  status: 422,
  code: 'recipient.age',
  detail: 'Indica l’anno di nascita oppure la fascia d’età, non entrambi.',
});
describeConstraint('intake_once', {
  status: 409,
  code: 'intake.once',
  detail: 'Questa persona è già in carico qui: cercala per codice.',
});
