import { plural, weekday } from '../frame/format.js';
import type { CalendarItem, Conflict } from './calendar-queries.js';

export const titleOf = ({ title, kindLabel }: CalendarItem): string => title ?? kindLabel;

export const timesOf = ({ startTime, endTime }: CalendarItem): string =>
  startTime && endTime ? `${startTime}–${endTime}` : 'tutto il giorno';

/** Everything that the small box cannot show, read aloud and on hover. */
export const wholeOf = (item: CalendarItem): string =>
  [
    `${weekday(item.day)}, ${timesOf(item)}: ${titleOf(item)}`,
    item.place,
    item.staffNames.join(', '),
    item.partnerName,
    item.projectName,
    item.state === 'planned' ? 'in programma' : 'svolta',
  ]
    .filter(Boolean)
    .join(' · ');

export const conflictWords = ({ kind, name, startTime, endTime, what }: Conflict): string =>
  kind === 'person'
    ? `${name} è già impegnata o impegnato, ${startTime}–${endTime}: ${what}`
    : `${name} è già occupato, ${startTime}–${endTime}: ${what}`;

/** '3 incontri annullati, 1 già svolto resta' */
export const changedWords = (changed: number, kept: number, words: [string, string]): string =>
  `${plural(changed, ...words)}${kept > 0 ? `, ${plural(kept, 'già svolto resta', 'già svolti restano')}` : ''}.`;
