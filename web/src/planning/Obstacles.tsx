import './calendar.css';
import { weekday } from '../frame/format.js';
import type { PlannedDay } from './calendar-queries.js';
import { conflictWords } from './event-words.js';

/** What speaks against a day. */
export function Obstacles({ planned: { holiday, conflicts } }: { planned: PlannedDay }) {
  if (!holiday && conflicts.length === 0) return null;
  return (
    <ul className="cf-cal-conflicts" aria-label="Cosa lo ostacola">
      {holiday && <li>Festivo: {holiday}</li>}
      {conflicts.map((conflict) => (
        <li key={`${conflict.kind}${conflict.name}${conflict.startTime}`}>
          {conflictWords(conflict)}
        </li>
      ))}
    </ul>
  );
}

/** Day by day what is in the way of several activities. */
export function ObstaclesByDay({ days }: { days: PlannedDay[] }) {
  if (days.length === 0) return null;
  return (
    // Long ones are scrolled, also by keys.
    <div className="cf-cal-planned" role="group" aria-label="Giorni con ostacoli" tabIndex={0}>
      {days.map((one) => (
        <div key={one.day}>
          <strong>{weekday(one.day, true)}</strong>
          <Obstacles planned={one} />
        </div>
      ))}
    </div>
  );
}
