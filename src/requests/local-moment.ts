import type { Clock, IsoDate } from '../kernel/dates.js';

const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Rome',
  hour: '2-digit',
  minute: '2-digit',
});

/** Day and minute in Rome on the program's calendar, so that waits make sense in the demonstration too. */
export const localMoment = (clock: Clock): { day: IsoDate; time: string } => ({
  day: clock.today(),
  time: TIME.format(clock.now()),
});
