import { EmptyState } from '../frame/EmptyState.js';
import { longDay } from '../frame/format.js';
import { EventBox } from './EventBox.js';
import type { ViewProps } from './view-props.js';
import { onDay } from './view-props.js';

/** What is to come, day by day: the view of a phone. */
export function AgendaView({ days, items, holidays, mover, today }: ViewProps) {
  const full = days
    .map((day) => ({ day, here: onDay(items, day, mover) }))
    .filter(({ day, here }) => here.length > 0 || holidays.has(day));
  if (full.length === 0) {
    return (
      <EmptyState
        icon="calendar"
        title="Nulla in questi giorni"
        text="Premi M, o il pulsante in alto, per mettere qualcosa in calendario."
      />
    );
  }
  return (
    <ol className="cf-cal-agenda">
      {full.map(({ day, here }) => (
        <li key={day} className={day === today ? 'is-today' : undefined}>
          <h2>{longDay(day)}</h2>
          {holidays.get(day) && <p className="cf-cal-holiday">{holidays.get(day)}</p>}
          {here.map((item) => (
            <EventBox key={item.id} item={item} mover={mover} />
          ))}
        </li>
      ))}
    </ol>
  );
}
