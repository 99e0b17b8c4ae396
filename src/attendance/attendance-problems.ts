import { describeConstraint } from '../platform/constraints.js';

describeConstraint('attendance_locked', {
  status: 409,
  code: 'attendance.locked',
  detail:
    'Un rendiconto inviato contiene questo incontro: usa «Rettifica» sull’attività, che ne porta con sé le presenze.',
});
describeConstraint('attendance_within', {
  status: 422,
  code: 'attendance.within',
  detail: 'Nessuno è presente più a lungo dell’incontro, né a un incontro annullato: correggi.',
});
describeConstraint('activity_attendance_fits', {
  status: 409,
  code: 'activity.attendance',
  detail:
    'Qualcuno risulta presente più a lungo della nuova durata: correggi prima le sue presenze.',
});
