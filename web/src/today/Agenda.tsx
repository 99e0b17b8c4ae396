import { Button } from 'design-react-kit';
import { Link } from 'react-router';
import { useMay } from '../api/session.js';
import { ActivityLines } from '../activities/ActivityLines.js';
import type { ActivityRow } from '../activities/activity-queries.js';
import { useRegister } from '../activities/useRegister.js';
import { Card } from '../frame/Card.js';
import { Failed } from '../frame/EmptyState.js';
import { hours, weekday } from '../frame/format.js';
import { addDays } from '../frame/parse.js';
import { useContextLink } from '../frame/project-context.js';
import { useToday } from '../frame/today.js';
import { useActivities } from './home-activities.js';
import type { PartProps } from './home-activities.js';

const MOST = 8;
const MOST_LATE = 3;
/** Days; what is older belongs to the list. */
const LOOK_BACK = 30;

/** The day before, today and the day after; first what is still to be written down. */
export function Agenda({ mine, today, title }: PartProps & { title: string }) {
  const yesterday = addDays(today, -1);
  const tomorrow = addDays(today, 1);
  const link = useContextLink();
  const { data, error, refetch } = useActivities({ ...mine, from: yesterday, to: tomorrow });
  return (
    <Card
      title={title}
      action={
        <Link
          className="btn btn-link btn-sm"
          to={link('/attivita', { dal: addDays(today, -6), al: today })}
        >
          Ultimi sette giorni
        </Link>
      }
    >
      {error && !data && <Failed error={error} retry={() => void refetch()} />}
      {data && (
        <div className="cf-stack">
          <Late mine={mine} today={today} />
          <Day
            name="Oggi"
            day={today}
            rows={data}
            none="Ancora nulla: premi N per registrare la prima."
          />
          <Day name="Domani" day={tomorrow} rows={data} none="Nulla in programma." />
          <Day name="Ieri" day={yesterday} rows={data} none="Nulla di registrato." />
        </div>
      )}
    </Card>
  );
}

/** Planned for days gone by: it took place, or it is to be cancelled. */
function Late({ mine, today }: PartProps) {
  const link = useContextLink();
  const [from, to] = [addDays(today, -LOOK_BACK), addDays(today, -1)];
  const { data = [] } = useActivities({ ...mine, state: ['planned'], from, to });
  if (data.length === 0) return null;
  return (
    <section>
      <h3 className="cf-day-title">
        Da registrare <span>in programma nei giorni scorsi</span>
        <strong>{data.length}</strong>
      </h3>
      <Sessions rows={data.slice(0, MOST_LATE)} dated />
      {data.length > MOST_LATE && (
        <Link className="cf-rest" to={link('/attivita', { dal: from, al: to, stato: 'planned' })}>
          Tutte le {data.length} da registrare
        </Link>
      )}
    </section>
  );
}

interface DayProps {
  name: string;
  day: string;
  rows: ActivityRow[];
  none: string;
}

/** What is still planned comes first: it waits for a word. */
function Day({ name, day, rows, none }: DayProps) {
  const link = useContextLink();
  const some = rows.filter((row) => row.day === day);
  const planned = some.filter(({ state }) => state === 'planned').toSorted(byTime);
  const rest = some.filter(({ state }) => state !== 'planned');
  const counted = rest.filter(({ state }) => state !== 'cancelled');
  const minutes = (counted.length > 0 ? counted : planned).reduce(
    (sum, row) => sum + row.minutes,
    0,
  );
  return (
    <section>
      <h3 className="cf-day-title">
        {name} <span>{weekday(day)}</span>
        <strong>{hours(minutes)} ore</strong>
      </h3>
      {some.length === 0 && <p className="cf-nothing">{none}</p>}
      <Sessions rows={[...planned, ...rest].slice(0, MOST)} />
      {some.length > MOST && (
        <Link className="cf-rest" to={link('/attivita', { dal: day, al: day })}>
          Tutte le {some.length} di {name.toLowerCase()}
        </Link>
      )}
    </section>
  );
}

const byTime = (a: ActivityRow, b: ActivityRow): number =>
  (a.startTime ?? '').localeCompare(b.startTime ?? '');

/** Lines of activities; what was planned up to today is registered with one press. */
function Sessions({ rows, dated }: { rows: ActivityRow[]; dated?: boolean }) {
  const today = useToday();
  const may = useMay();
  const register = useRegister();
  const button = (row: ActivityRow) =>
    row.state === 'planned' && row.day <= today && may('activity.log', row.projectId) ? (
      <Button
        type="button"
        color="primary"
        outline
        size="sm"
        aria-label={`Registra: ${row.kindLabel} di ${weekday(row.day)}`}
        onClick={() => void register(row)}
      >
        Registra
      </Button>
    ) : null;
  return <ActivityLines rows={rows} dated={dated} action={button} />;
}
