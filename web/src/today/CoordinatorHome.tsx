import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, dataOf } from '../api/client.js';
import { useMay, useMe } from '../api/session.js';
import { ActivityLines } from '../activities/ActivityLines.js';
import type { ActivityQuery, ActivityRow } from '../activities/activity-queries.js';
import { useActivityActions } from '../activities/useActivityActions.js';
import { Card } from '../frame/Card.js';
import { Failed } from '../frame/EmptyState.js';
import { hours, weekday } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { addDays } from '../frame/parse.js';
import { useToday } from '../frame/today.js';

const MOST = 8;

const useActivities = (query: ActivityQuery) =>
  useQuery({
    queryKey: ['activities', 'home', query],
    queryFn: async () => {
      const params = { query: { ...query, limit: 100 } };
      return (await dataOf(api.GET('/api/v1/activities', { params }))).items;
    },
  });

/** The work of today and yesterday, what is coming, and what is usually repeated. */
export function CoordinatorHome() {
  const { user } = useMe();
  const today = useToday();
  const mine = user.personId ? { personId: [user.personId] } : {};
  return (
    <div className="cf-columns is-wide-left">
      <Logged mine={mine} today={today} title={user.personId ? 'Le mie attività' : 'Attività'} />
      <div className="cf-stack">
        <Repeat mine={mine} today={today} />
        <Coming mine={mine} today={today} />
      </div>
    </div>
  );
}

interface PartProps {
  /** The caller's own activities, or all that it sees. */
  mine: ActivityQuery;
  today: string;
}

function Logged({ mine, today, title }: PartProps & { title: string }) {
  const yesterday = addDays(today, -1);
  const { data, error, refetch } = useActivities({ ...mine, from: yesterday, to: today });
  const week = `/attivita?dal=${addDays(today, -6)}&al=${today}`;
  return (
    <Card
      title={title}
      action={
        <Link className="btn btn-link btn-sm" to={week}>
          Ultimi sette giorni
        </Link>
      }
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data && (
        <div className="cf-stack">
          <Day
            name="Oggi"
            day={today}
            rows={data}
            none="Ancora nulla: premi N per registrare la prima."
          />
          <Day name="Ieri" day={yesterday} rows={data} none="Nulla di registrato." />
        </div>
      )}
    </Card>
  );
}

interface DayProps {
  name: string;
  day: string;
  rows: ActivityRow[];
  none: string;
}

function Day({ name, day, rows, none }: DayProps) {
  const some = rows.filter((row) => row.day === day);
  const counted = some.filter(({ state }) => state === 'done' || state === 'confirmed');
  const minutes = counted.reduce((sum, row) => sum + row.minutes, 0);
  return (
    <section>
      <h3 className="cf-day-title">
        {name} <span>{weekday(day)}</span>
        <strong>{hours(minutes)} ore</strong>
      </h3>
      {some.length === 0 && <p className="cf-nothing">{none}</p>}
      <ActivityLines rows={some.slice(0, MOST)} />
      {some.length > MOST && (
        <Link className="cf-rest" to={`/attivita?dal=${day}&al=${day}`}>
          Tutte le {some.length} di {name.toLowerCase()}
        </Link>
      )}
    </section>
  );
}

function Coming({ mine, today }: PartProps) {
  const until = addDays(today, 14);
  const { data } = useActivities({ ...mine, state: ['planned'], from: today, to: until });
  const next = (data ?? []).toReversed();
  return (
    <Card title="In programma" lead="I prossimi quattordici giorni.">
      {data?.length === 0 && <p className="cf-muted">Nulla in programma.</p>}
      <ActivityLines rows={next.slice(0, 5)} dated />
      {next.length > 5 && (
        <Link className="cf-rest" to={`/attivita?stato=planned&dal=${today}&al=${until}`}>
          Tutte le {next.length} in programma
        </Link>
      )}
    </Card>
  );
}

/** The last three different works: one press opens the form filled with all but the day. */
function Repeat({ mine, today }: PartProps) {
  const may = useMay();
  const { duplicate } = useActivityActions();
  const { data = [] } = useActivities({
    ...mine,
    from: addDays(today, -30),
    to: today,
    state: ['done', 'confirmed'],
  });
  const different = new Map<string, ActivityRow>();
  for (const row of data) {
    const key = [row.kind, row.workItemId, row.participationId].join();
    if (!different.has(key)) different.set(key, row);
  }
  if (!may('activity.log') || different.size === 0) return null;
  return (
    <Card
      title="Registra come l’ultima volta"
      lead="Il modulo si apre già compilato, al giorno di oggi."
    >
      <ul className="cf-lines">
        {[...different.values()].slice(0, 3).map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => duplicate(row)}>
              <Icon name="copy" />
              <span className="cf-lines-main">
                <strong>{row.kindLabel}</strong>
                <small>{[row.partnerName, row.workItemTitle].filter(Boolean).join(' · ')}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
