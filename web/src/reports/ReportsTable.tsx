import { useNavigate } from 'react-router';
import type { MyProject } from '../api/session.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { instant, period, plural } from '../frame/format.js';
import { DemoMark } from '../frame/StateChip.js';
import { quarterOf } from '../frame/quarters.js';
import type { ReportSummary } from './report-queries.js';
import './reports.css';
import { ReportState } from './words.js';

export interface ReportRow {
  report: ReportSummary;
  project: MyProject;
}

interface ReportsTableProps {
  rows: ReportRow[] | undefined;
  withProject: boolean;
  error: unknown;
  retry: () => void;
}

const COLUMNS: Column<ReportRow>[] = [
  {
    key: 'period',
    header: 'Periodo',
    phone: 'title',
    cell: ({ report }) => (
      <>
        {quarterOf(report.from).name}
        <small className="cf-second">{period(report.from, report.to)}</small>
      </>
    ),
  },
  {
    key: 'number',
    header: 'Scheda',
    cell: ({ report }) => (
      <>
        n. {report.number}
        {report.correctsNumber && (
          <small className="cf-second">rettifica la n. {report.correctsNumber}</small>
        )}
        {report.demonstration && <DemoMark />}
      </>
    ),
  },
  { key: 'state', header: 'Stato', cell: ({ report }) => <ReportState report={report} /> },
  {
    key: 'missing',
    header: 'Completezza',
    cell: ({ report: { missing, state } }) =>
      missing.length === 0
        ? 'testi completi'
        : `${plural(missing.length, 'testo', 'testi')} ${state === 'draft' ? 'da scrivere' : 'in bianco'}`,
  },
  {
    key: 'sent',
    header: 'Invio',
    cell: ({ report }) =>
      report.sentAt ? (
        <>
          {instant(report.sentAt)}
          <small className="cf-second">{report.sentBy}</small>
        </>
      ) : (
        '—'
      ),
  },
];
const PROJECT: Column<ReportRow> = {
  key: 'project',
  header: 'Progetto',
  cell: ({ project }) => project.acronym ?? project.title,
};

export function ReportsTable({ rows, withProject, error, retry }: ReportsTableProps) {
  const navigate = useNavigate();
  return (
    <DataTable
      caption="Schede trimestrali"
      columns={withProject ? [...COLUMNS.slice(0, 1), PROJECT, ...COLUMNS.slice(1)] : COLUMNS}
      rows={rows}
      rowKey={({ report }) => report.id}
      onOpen={({ report, project }) =>
        void navigate(`/rendicontazioni/${project.slug}/${report.id}`)
      }
      isMuted={({ report }) => report.state === 'superseded'}
      error={error}
      retry={retry}
      empty={
        <EmptyState
          title="Nessuna scheda"
          text="Genera la bozza di un trimestre: le cifre si calcolano da ciò che è registrato."
        />
      }
    />
  );
}
