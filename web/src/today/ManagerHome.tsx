import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { hoursQuery, type HoursCell } from '../activities/activity-queries.js';
import type { MyProject } from '../api/session.js';
import { Card } from '../frame/Card.js';
import { day, hours, instant, plural } from '../frame/format.js';
import { daysBetween } from '../frame/parse.js';
import { StateChip } from '../frame/StateChip.js';
import { useToday } from '../frame/today.js';
import { useProjectsWith } from '../frame/project-context.js';
import { quarterOf } from '../frame/quarters.js';
import type { Quarter } from '../frame/quarters.js';
import { ReportState } from '../reports/words.js';
import type { ReportSummary } from '../reports/report-queries.js';
import { reportsQuery } from '../reports/report-queries.js';
import { Deadlines } from './Deadlines.js';

/** What to report on: the quarter that has closed, project by project, and the one that runs. */
export function ManagerHome() {
  const today = useToday();
  const closed = quarterOf(today, 1);
  const running = quarterOf(today);
  const mine = useProjectsWith('report.view');
  const worked = useQuery(hoursQuery({ from: closed.from, to: closed.to }));
  const answers = useQueries({ queries: mine.map(({ id }) => reportsQuery(id)) });
  const rows = mine.map((project, index) => ({
    project,
    minutes: minutesOf(worked.data, project.id),
    reports: answers[index]?.data?.items ?? [],
  }));
  const shown = rows.filter(({ minutes, reports }) => minutes > 0 || reports.length > 0);
  const left = daysBetween(today, running.to);
  return (
    <>
      <Card
        title="Rendicontazioni"
        lead={`${closed.name} è chiuso. ${running.name} finisce il ${day(running.to)}, tra ${plural(left, 'giorno', 'giorni')}.`}
        action={
          <Link className="btn btn-link btn-sm" to="/rendicontazioni">
            Tutte
          </Link>
        }
      >
        {shown.length === 0 && (
          <p className="cf-muted">Nessun progetto con lavoro da rendicontare.</p>
        )}
        <ul className="cf-lines">
          {shown.map((row) => (
            <Line key={row.project.id} {...row} closed={closed} />
          ))}
        </ul>
      </Card>
      <Deadlines projects={rows} today={today} listed={closed.from} />
    </>
  );
}

const minutesOf = (cells: HoursCell[] | undefined, projectId: string): number =>
  (cells ?? [])
    .filter((cell) => cell.projectId === projectId)
    .reduce((sum, cell) => sum + cell.minutes, 0);

interface LineProps {
  project: MyProject;
  minutes: number;
  reports: ReportSummary[];
  closed: Quarter;
}

function Line({ project, minutes, reports, closed }: LineProps) {
  const report = reports
    .filter(({ from, state }) => from === closed.from && state !== 'superseded')
    .toSorted((a, b) => b.number - a.number)[0];
  const to = report
    ? `/rendicontazioni/${project.slug}/${report.id}`
    : `/rendicontazioni?progetto=${project.slug}`;
  return (
    <li>
      <Link to={to}>
        <span className="cf-lines-main">
          <strong>{project.title}</strong>
          <small>
            {[closed.name, `${hours(minutes)} ore svolte`, saidOf(report)]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </span>
        {report ? (
          <ReportState report={report} />
        ) : (
          <StateChip word="da preparare" icon="warning-circle" tone="warn" />
        )}
      </Link>
    </li>
  );
}

function saidOf(report: ReportSummary | undefined): string {
  if (!report) return 'nessuna scheda';
  if (report.sentAt) return `scheda ${report.number}, inviata il ${instant(report.sentAt)}`;
  const { missing } = report;
  return missing.length > 0
    ? `scheda ${report.number}, ${plural(missing.length, 'testo da scrivere', 'testi da scrivere')}`
    : `scheda ${report.number}, pronta da inviare`;
}
