import { describeConstraint } from '../platform/constraints.js';

describeConstraint('activity_staff_overlap', {
  status: 409,
  code: 'activity.overlap',
  detail:
    'Una delle persone è già impegnata in quell’orario, in questo o in un altro progetto: cambia orario o persona.',
});
describeConstraint('activity_locked', {
  status: 409,
  code: 'activity.locked',
  detail:
    'Un rendiconto inviato contiene questa attività: usa «Rettifica», che la annulla e ne crea una nuova.',
});
describeConstraint('activity_shares_of_time', {
  status: 422,
  code: 'activity.shares',
  detail:
    'Le quote di un’attività condivisa prendono insieme più tempo di quanto è durata: riducine una.',
});
describeConstraint('activity_corrected_once', {
  status: 409,
  code: 'activity.rectified',
  detail: 'Questa attività è già stata rettificata: modifica la rettifica.',
});
