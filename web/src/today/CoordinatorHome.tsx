import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMay, useMe } from '../api/session.js';
import { ActivityLines } from '../activities/ActivityLines.js';
import { totalsQuery } from '../activities/activity-queries.js';
import type { ActivityQuery, ActivityRow } from '../activities/activity-queries.js';
import { useActivityActions } from '../activities/useActivityActions.js';
import { Card } from '../frame/Card.js';
import { plural } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { addDays } from '../frame/parse.js';
import { useContextLink, useProjectContext } from '../frame/project-context.js';
import { useToday } from '../frame/today.js';
import { Agenda } from './Agenda.js';
import { useActivities } from './home-activities.js';
import type { PartProps } from './home-activities.js';
import { MediationToday } from './MediationToday.js';

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
        {may('request.view') && <MediationToday />}
        {may('document.add') && <WithoutEvidence mine={mine} today={today} />}
        <Coming mine={mine} today={today} />
      </div>
    </div>
  );
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
        to={link('/attivita', { dal: period.from, al: period.to, prova: 'manca' })}
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
        <Link
          className="cf-rest"
          to={link('/attivita', { dal: from, al: to, periodo: 'prossime' })}
        >
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
