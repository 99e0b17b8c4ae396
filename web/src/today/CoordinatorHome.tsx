import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { Link } from 'react-router';
import { api, dataOf } from '../api/client.js';
import { useMay, useMe } from '../api/session.js';
import { ActivityLines } from '../activities/ActivityLines.js';
import { totalsQuery } from '../activities/activity-queries.js';
import type { ActivityQuery, ActivityRow } from '../activities/activity-queries.js';
import { useActivityActions } from '../activities/useActivityActions.js';
import { Card } from '../frame/Card.js';
import { Failed } from '../frame/EmptyState.js';
import { hours, plural, weekday } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { addDays } from '../frame/parse.js';
import { useContextLink, useProjectContext } from '../frame/project-context.js';
import { useToday } from '../frame/today.js';

const MOST = 8;
const MOST_LATE = 3;
/** Days; what is older belongs to the list. */
const LOOK_BACK = 30;

const useActivities = (query: ActivityQuery, limit = 100) =>
  useQuery({
    queryKey: ['activities', 'home', query, limit],
    queryFn: async () => {
      const params = { query: { ...query, limit } };
      return (await dataOf(api.GET('/api/v1/activities', { params }))).items;
    },
  });

/** The sessions of today and tomorrow, what is still to be written down, and what is usually repeated. */
export function CoordinatorHome() {
  const { user } = useMe();
  const { project } = useProjectContext();
  const today = useToday();
  const may = useMay();
  const mine: ActivityQuery = {
    ...(user.personId && { personId: [user.personId] }),
    ...(project && { projectId: [project.id] }),
  };
  return (
    <div className="cf-columns is-wide-left">
      <Agenda mine={mine} today={today} title={user.personId ? 'Le mie attività' : 'Attività'} />
      <div className="cf-stack">
        <Repeat mine={mine} today={today} />
        {may('document.add') && <WithoutEvidence mine={mine} today={today} />}
        <Coming mine={mine} today={today} />
      </div>
    </div>
  );
}

interface PartProps {
  /** The caller's own activities, or all that it sees, of the project of the context. */
  mine: ActivityQuery;
  today: string;
}

function Agenda({ mine, today, title }: PartProps & { title: string }) {
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
          to={withDays(link('/attivita'), addDays(today, -6), today)}
        >
          Ultimi sette giorni
        </Link>
      }
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
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

const withDays = (path: string, from: string, to: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}dal=${from}&al=${to}`;

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
        <Link className="cf-rest" to={`${withDays(link('/attivita'), from, to)}&stato=planned`}>
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
        <Link className="cf-rest" to={`${withDays(link('/attivita'), day, day)}`}>
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
  const { register } = useActivityActions();
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

/** Work of the last two weeks to which nobody has attached anything. */
function WithoutEvidence({ mine, today }: PartProps) {
  const link = useContextLink();
  const period = { from: addDays(today, -13), to: today };
  const query = { ...mine, ...period, evidence: 'missing' as const };
  const { data: totals } = useQuery(totalsQuery(query));
  const { data: rows = [] } = useActivities({ ...query, state: ['done', 'confirmed'] }, 3);
  if (!totals || totals.activities === 0) return null;
  return (
    <Card title="Senza prove" lead="Svolte negli ultimi quattordici giorni, senza un allegato.">
      <ActivityLines rows={rows} dated />
      <Link
        className="cf-rest"
        to={`${withDays(link('/attivita'), period.from, period.to)}&prova=manca`}
      >
        {plural(totals.activities, 'attività senza allegati', 'attività senza allegati')}
      </Link>
    </Card>
  );
}

function Coming({ mine, today }: PartProps) {
  const link = useContextLink();
  const [from, to] = [addDays(today, 2), addDays(today, 14)];
  const { data } = useActivities({ ...mine, state: ['planned'], from, to });
  const next = (data ?? []).toReversed();
  return (
    <Card title="In programma" lead="Da dopodomani, per due settimane.">
      {data?.length === 0 && <p className="cf-muted">Nulla in programma.</p>}
      <ActivityLines rows={next.slice(0, 5)} dated />
      {next.length > 5 && (
        <Link className="cf-rest" to={`${withDays(link('/attivita'), from, to)}&periodo=prossime`}>
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
