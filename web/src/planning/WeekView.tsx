import type { CSSProperties, DragEvent } from 'react';
import { weekday } from '../frame/format.js';
import { daysBetween } from '../frame/parse.js';
import { minuteOf } from './calendar-days.js';
import type { CalendarItem } from './calendar-queries.js';
import { drag, EventBox, heightIn } from './EventBox.js';
import type { ViewProps } from './view-props.js';
import { QUARTER } from './useMove.js';
import { onDay } from './view-props.js';

const HOUR = 44;
/** Below this a drag means another day at the same hour. */
const SLACK = 12;

/** Days side by side with their hours; one day is a week of one. */
export function WeekView(props: ViewProps) {
  const { days, items } = props;
  const [first, last] = hoursOf(items);
  const hours = Array.from({ length: last - first }, (_, index) => first + index);
  return (
    <div className="cf-cal-scroll">
      <div className={`cf-cal-week ${days.length === 1 ? 'is-one' : ''}`}>
        <div className="cf-cal-hours" aria-hidden="true">
          <div className="cf-cal-head" />
          <div className="cf-cal-column" style={{ height: hours.length * HOUR }}>
            {hours.map((hour) => (
              <span key={hour} style={{ top: (hour - first) * HOUR }}>
                {hour}:00
              </span>
            ))}
          </div>
        </div>
        {days.map((day) => (
          <Day key={day} {...props} day={day} first={first} height={hours.length * HOUR} />
        ))}
      </div>
    </div>
  );
}

/** Office hours, and more where there is something. */
function hoursOf(items: CalendarItem[]): [number, number] {
  const starts = items.flatMap(({ startTime }) => (startTime ? [minuteOf(startTime) / 60] : []));
  const ends = items.flatMap(({ endTime }) => (endTime ? [minuteOf(endTime) / 60] : []));
  return [Math.floor(Math.min(8, ...starts)), Math.ceil(Math.max(19, ...ends))];
}

interface DayProps extends ViewProps {
  day: string;
  first: number;
  height: number;
}

function Day(props: DayProps) {
  const { day, first, height, items, mover, today, holidays, open, days } = props;
  const here = onDay(items, day, mover);
  const timed = here.filter(({ startTime, endsOn }) => startTime && !endsOn);
  const whole = here.filter((item) => !timed.includes(item));
  const lanes = lanesOf(timed);
  return (
    <section
      className={`cf-cal-weekday ${day === today ? 'is-today' : ''}`}
      aria-label={weekday(day, true)}
      data-day={day}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => drop(event, props)}
    >
      <div className="cf-cal-head">
        {days.length > 1 ? (
          <button type="button" className="cf-cal-day" onClick={() => open(day)}>
            {weekday(day)}
          </button>
        ) : (
          <strong>{weekday(day)}</strong>
        )}
        {holidays.get(day) && <span className="cf-cal-holiday">{holidays.get(day)}</span>}
        {whole.map((item) => (
          <EventBox key={item.id} item={item} mover={mover} />
        ))}
      </div>
      <div className="cf-cal-column" style={{ height }}>
        {timed.map((item) => (
          <EventBox
            key={item.id}
            item={item}
            mover={mover}
            style={placeOf(item, first, lanes)}
            hour={HOUR}
          />
        ))}
      </div>
    </section>
  );
}

function drop(event: DragEvent<HTMLElement>, { day, mover }: DayProps): void {
  event.preventDefault();
  const { item, y } = drag;
  if (!item) return;
  const down = heightIn(event) - y;
  const minutes = Math.abs(down) < SLACK ? 0 : Math.round(((down / HOUR) * 60) / QUARTER) * QUARTER;
  void mover.settle({ item, days: daysBetween(item.day, day), minutes, longer: 0 });
}

interface Lane {
  at: number;
  /** How many stand side by side where this one stands. */
  of: number;
}

/** Activities at the same hour stand side by side; those that meet nobody have the whole width. */
function lanesOf(items: CalendarItem[]): Map<string, Lane> {
  const lanes = new Map<string, Lane>();
  let ends: string[] = [];
  let together: Lane[] = [];
  for (const { id, startTime, endTime } of items) {
    const start = startTime ?? '';
    if (ends.every((end) => end <= start)) [ends, together] = [[], []];
    const free = ends.findIndex((end) => end <= start);
    const lane = { at: free === -1 ? ends.length : free, of: 1 };
    ends[lane.at] = endTime ?? '';
    together.push(lane);
    for (const one of together) one.of = ends.length;
    lanes.set(id, lane);
  }
  return lanes;
}

function placeOf(item: CalendarItem, first: number, lanes: Map<string, Lane>): CSSProperties {
  const start = minuteOf(item.startTime ?? '00:00');
  const end = minuteOf(item.endTime ?? '00:00');
  const { at, of } = lanes.get(item.id) ?? { at: 0, of: 1 };
  return {
    position: 'absolute',
    top: (start / 60 - first) * HOUR,
    height: Math.max(((end - start) / 60) * HOUR - 2, 22),
    left: `${(at / of) * 100}%`,
    width: `calc(${100 / of}% - 3px)`,
  };
}
