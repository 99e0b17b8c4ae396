import type { CSSProperties, DragEvent } from 'react';
import { weekday } from '../frame/format.js';
import { daysBetween } from '../frame/parse.js';
import { useOnPhone } from '../frame/useOnPhone.js';
import { minuteOf } from './calendar-days.js';
import type { CalendarItem } from './calendar-queries.js';
import { drag, EventBox, heightIn } from './EventBox.js';
import type { ViewProps } from './view-props.js';
import { QUARTER } from './useMove.js';
import { sideBySide } from './side-by-side.js';
import type { Lane } from './side-by-side.js';
import { onDay } from './view-props.js';

const HOUR = 44;
/** Below this a drag means another day at the same hour. */
const SLACK = 12;
/** Narrower than that part of a day of the week nothing can be read, nor pressed by a thumb. */
const IN_A_WEEK = { desk: 3, phone: 2 };
const WHOLE: Lane = { at: 0, of: 1 };

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
  const inAWeek = IN_A_WEEK[useOnPhone() ? 'phone' : 'desk'];
  const most = days.length > 1 ? inAWeek : Infinity;
  const { lanes, rests } = sideBySide(timed, most);
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
        {timed
          .filter(({ id }) => lanes.has(id) || id === mover.moving?.item.id)
          .map((item) => (
            <EventBox
              key={item.id}
              item={item}
              mover={mover}
              style={placeOf(item, first, lanes.get(item.id) ?? WHOLE)}
              hour={HOUR}
            />
          ))}
        {rests.map((rest) => (
          <button
            key={rest.ids[0]}
            type="button"
            className="cf-cal-rest"
            style={placeOf(rest, first, rest.lane)}
            aria-label={`Altre ${rest.ids.length} attività tra le ${rest.startTime} e le ${rest.endTime}: apri il giorno`}
            onClick={() => open(day)}
          >
            +{rest.ids.length}
          </button>
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

type Timed = Pick<CalendarItem, 'startTime' | 'endTime'>;

function placeOf({ startTime, endTime }: Timed, first: number, { at, of }: Lane): CSSProperties {
  const start = minuteOf(startTime ?? '00:00');
  const end = minuteOf(endTime ?? '00:00');
  return {
    position: 'absolute',
    top: (start / 60 - first) * HOUR,
    height: Math.max(((end - start) / 60) * HOUR - 2, 22),
    left: `${(at / of) * 100}%`,
    width: `calc(${100 / of}% - 3px)`,
  };
}
