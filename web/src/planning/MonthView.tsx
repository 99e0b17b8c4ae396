import { longDay } from '../frame/format.js';
import { daysBetween } from '../frame/parse.js';
import { drag, EventBox } from './EventBox.js';
import type { ViewProps } from './view-props.js';
import { onDay } from './view-props.js';

const NAMES = ['lun', 'mar', 'mer', 'gio', 'ven', 'sab', 'dom'];
const MOST = 4;

/** Weeks of a month; an activity is dropped on another day. */
export function MonthView(props: ViewProps) {
  const { days, month, today, holidays, open } = props;
  const weeks = Array.from({ length: days.length / 7 }, (_, i) => days.slice(i * 7, i * 7 + 7));
  return (
    <div className="cf-cal-scroll">
      <table className="cf-cal-month">
        <caption className="visually-hidden">Calendario del mese</caption>
        <thead>
          <tr>
            {NAMES.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  data-day={day}
                  className={classOf(day, month, today, holidays.has(day))}
                  onDragOver={(event) => event.preventDefault()}
                  onDrop={(event) => {
                    event.preventDefault();
                    drop(props, day);
                  }}
                >
                  <button
                    type="button"
                    className="cf-cal-day"
                    aria-label={longDay(day)}
                    onClick={() => open(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                  {holidays.get(day) && <span className="cf-cal-holiday">{holidays.get(day)}</span>}
                  <DayEvents {...props} day={day} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const classOf = (day: string, month: string, today: string, holiday: boolean): string =>
  [!day.startsWith(month) && 'is-other', day === today && 'is-today', holiday && 'is-holiday']
    .filter(Boolean)
    .join(' ');

function drop({ mover }: ViewProps, day: string): void {
  const { item } = drag;
  if (item) void mover.settle({ item, days: daysBetween(item.day, day), minutes: 0, longer: 0 });
}

function DayEvents({ day, items, mover, open }: ViewProps & { day: string }) {
  const here = onDay(items, day, mover);
  const hidden = here.length - MOST;
  return (
    <>
      {here.slice(0, hidden > 0 ? MOST - 1 : MOST).map((item) => (
        <EventBox key={item.id} item={item} mover={mover} />
      ))}
      {hidden > 0 && (
        <button type="button" className="cf-cal-rest" onClick={() => open(day)}>
          altre {hidden + 1}
        </button>
      )}
    </>
  );
}
