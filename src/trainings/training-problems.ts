import { describeConstraint } from '../platform/constraints.js';

describeConstraint('training_forward', {
  status: 422,
  code: 'training.days',
  detail: 'L’ultimo giorno viene prima del primo: correggi i giorni.',
});
