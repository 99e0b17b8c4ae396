import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, dataOf } from '../api/client.js';
import { useMay, useMe } from '../api/session.js';
import { Card } from '../frame/Card.js';
import { Failed } from '../frame/EmptyState.js';
import { day, hours, weekday } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { addDays } from '../frame/parse.js';
import { useToday } from '../frame/today.js';
import { useOpenActivity } from '../activities/ActivityDetail.js';
import { ActivityState } from '../activities/activity-states.js';
import type { ActivityQuery, ActivityRow } from '../activities/activity-queries.js';
import { useActivityActions } from '../activities/useActivityActions.js';

const RECENT = 50;

const useActivities = (query: ActivityQuery) =>
  useQuery({
    queryKey: ['activities', 'home', query],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/activities', { params: { query: { ...query, limit: RECENT } } }),
        )
      ).items,
  });

/** The work of today and yesterday, what is coming, and what is usually repeated. */
export function CoordinatorHome() {
  const { user } = useMe();
  const today = useToday();
  const may = useMay();
  const mine = user.personId ? { personId: [user.personId] } : {};
  const logged = useActivities({ ...mine, from: addDays(today, -1), to: today });
  const coming = useActivities({
    ...mine,
    state: ['planned'],
    from: today,
    to: addDays(today, 14),
  });
  const week = useActivities({
    ...mine,
    from: addDays(today, -30),
    to: today,
    state: ['done', 'confirmed'],
  });
  return (
    <div className="cf-columns is-wide-left">
      <Card
        title={user.personId ? 'Le mie attività' : 'Attività di oggi e di ieri'}
        action={
          <Link
            className="btn btn-link btn-sm"
            to={`/attivita?dal=${addDays(today, -6)}&al=${today}`}
          >
            Tutta la settimana
          </Link>
        }
      >
        {logged.error && <Failed error={logged.error} retry={() => void logged.refetch()} />}
        {logged.data && <Days rows={logged.data} today={today} />}
      </Card>
      <div className="cf-stack">
        {may('activity.log') && week.data && week.data.length > 0 && <Repeat rows={week.data} />}
        <Card title="In programma" lead="I prossimi quattordici giorni.">
          {coming.data?.length === 0 && <p className="cf-muted">Nulla in programma.</p>}
          <Rows rows={(coming.data ?? []).toReversed()} dated />
        </Card>
      </div>
    </div>
  );
}

function Days({ rows, today }: { rows: ActivityRow[]; today: string }) {
  const days = [
    { name: 'Oggi', day: today },
    { name: 'Ieri', day: addDays(today, -1) },
  ];
  return (
    <div className="cf-stack">
      {days.map(({ name, day: date }) => {
        const some = rows.filter((row) => row.day === date);
        const minutes = some
          .filter(({ state }) => state === 'done' || state === 'confirmed')
          .reduce((sum, row) => sum + row.minutes, 0);
        return (
          <section key={date}>
            <h3 className="cf-day-title">
              {name} <span>{weekday(date)}</span>
              <strong>{hours(minutes)} ore</strong>
            </h3>
            {some.length === 0 ? (
              <p className="cf-nothing">
                {name === 'Oggi'
                  ? 'Ancora nulla: premi N per registrare la prima.'
                  : 'Nulla di registrato.'}
              </p>
            ) : (
              <Rows rows={some} />
            )}
          </section>
        );
      })}
    </div>
  );
}

function Rows({ rows, dated }: { rows: ActivityRow[]; dated?: boolean }) {
  const { set } = useOpenActivity();
  return (
    <ul className="cf-lines">
      {rows.map((row) => (
        <li key={row.id} className={row.state === 'cancelled' ? 'is-muted' : undefined}>
          <button type="button" onClick={() => set(row)}>
            <span className="cf-lines-main">
              <strong>{row.kindLabel}</strong>
              <small>
                {[
                  dated ? day(row.day) : '',
                  row.startTime,
                  row.partnerName,
                  row.place,
                  row.staffNames.join(', '),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            {!dated && row.state !== 'done' && <ActivityState state={row.state} />}
            <span className="cf-num">{hours(row.minutes)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The last three different works: one press opens the form filled with all but the day. */
function Repeat({ rows }: { rows: ActivityRow[] }) {
  const { duplicate } = useActivityActions();
  const seen = new Map<string, ActivityRow>();
  for (const row of rows) {
    const key = [row.kind, row.workItemId, row.participationId].join();
    if (!seen.has(key)) seen.set(key, row);
  }
  return (
    <Card
      title="Registra come l’ultima volta"
      lead="Si apre il modulo già compilato, con il giorno di oggi."
    >
      <ul className="cf-lines">
        {[...seen.values()].slice(0, 3).map((row) => (
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
