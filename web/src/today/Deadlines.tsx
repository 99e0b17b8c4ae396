import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { MyProject } from '../api/session.js';
import type { Schemas } from '../api/client.js';
import { Card } from '../frame/Card.js';
import { day, plural } from '../frame/format.js';
import { daysBetween } from '../frame/parse.js';
import { StateChip } from '../frame/StateChip.js';
import { fundsQuery, projectQuery } from '../projects/project-queries.js';
import { type Deadline, deadlinesOf, inTime } from './what-is-due.js';

interface DeadlinesProps {
  projects: { project: MyProject; reports: Schemas['ReportSummary'][] }[];
  today: string;
  /** First day of the quarter whose sheets are listed beside. */
  listed: string;
}

const MOST = 8;

/** What ends or waits, as far as the projects, their calls and their sheets say. */
export function Deadlines({ projects, today, listed }: DeadlinesProps) {
  const { data: funds = [] } = useQuery(fundsQuery);
  const sheets = useQueries({ queries: projects.map(({ project }) => projectQuery(project.id)) });
  const calls = funds.flatMap((fund) => fund.programmes.flatMap((programme) => programme.calls));
  const deadlines = projects
    .flatMap(({ project, reports }, index) => {
      const sheet = sheets[index]?.data ?? null;
      const rules = calls.find(({ id }) => id === sheet?.fund?.call?.id)?.rules ?? [];
      return deadlinesOf({ project, sheet, reports, rules }, today, listed);
    })
    .toSorted(inTime);
  return (
    <Card
      title="Scadenze"
      lead="Dalle date dei progetti, dalle regole degli avvisi e dalle schede non inviate."
    >
      {deadlines.length === 0 && <p className="cf-muted">Nessuna scadenza nota.</p>}
      <ul className="cf-lines">
        {deadlines.slice(0, MOST).map((deadline) => (
          <li key={deadline.key}>
            <Link to={deadline.to}>
              <span className="cf-lines-main">
                <strong>{deadline.what}</strong>
                <small>{deadline.project}</small>
              </span>
              <When {...deadline} today={today} />
            </Link>
          </li>
        ))}
      </ul>
      {deadlines.length > MOST && (
        <p className="cf-muted">
          {plural(deadlines.length - MOST, 'altra più lontana', 'altre più lontane')}.
        </p>
      )}
    </Card>
  );
}

function When({ date, overdue, today }: Deadline & { today: string }) {
  const left = date.length === 10 ? daysBetween(today, date) : null;
  const title = left === null || overdue ? undefined : `Tra ${plural(left, 'giorno', 'giorni')}`;
  return overdue ? (
    <StateChip word={day(date)} icon="warning-circle" tone="warn" title="Data passata" />
  ) : (
    <StateChip word={day(date)} icon="clock" tone="info" title={title} />
  );
}
