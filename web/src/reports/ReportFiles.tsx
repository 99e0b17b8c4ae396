import { Button } from 'design-react-kit';
import { useMay } from '../api/session.js';
import { useWrite } from '../api/useWrite.js';
import { Card } from '../frame/Card.js';
import { EmptyState } from '../frame/EmptyState.js';
import { fileSize } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { Progress } from '../frame/Progress.js';
import { useAttempt } from '../frame/useAttempt.js';
import { cancelJob, renderAgain, useReportsChanged } from './report-queries.js';
import type { Place, Report } from './report-queries.js';
import './reports.css';

interface FilesProps {
  report: Report;
  place: Place;
}

/** The files of a sent sheet, or how far their preparation is. */
export function ReportFiles({ report, place }: FilesProps) {
  if (report.state === 'draft') {
    return (
      <EmptyState title="Ancora nessun file" text="I file si preparano all’invio della scheda." />
    );
  }
  return (
    <Card
      title="File inviati"
      lead="Preparati dalle cifre congelate: l’impronta SHA-256 dice se un file è ancora quello."
    >
      {report.files.length > 0 ? (
        <FileList report={report} place={place} />
      ) : (
        <Preparing report={report} place={place} />
      )}
      <p className="cf-help">Impronta delle cifre e delle righe congelate</p>
      <code className="cf-hash">{report.sha256}</code>
    </Card>
  );
}

const FileList = ({ report, place }: FilesProps) => (
  <ul className="cf-report-files">
    {report.files.map(({ format, documentId, name, sizeBytes, sha256 }) => (
      <li key={format}>
        <a
          href={`/api/v1/projects/${place.projectId}/documents/${documentId}/content`}
          download={name}
        >
          <Icon name="download" />
          {name}
        </a>
        <span>
          {format.toUpperCase()}, {fileSize(sizeBytes)}
        </span>
        <code className="cf-hash">{sha256}</code>
      </li>
    ))}
  </ul>
);

function Preparing({ report, place }: FilesProps) {
  const { job } = report;
  const may = useMay();
  const attempt = useAttempt(useReportsChanged(place.projectId));
  const again = useWrite((_: null, key) => renderAgain(place, key));
  if (job && (job.state === 'queued' || job.state === 'running')) {
    return (
      <Progress
        label={job.message ?? 'In attesa di preparare i file'}
        value={job.progress / job.total}
        detail={`${job.progress} di ${job.total}`}
        onCancel={
          may('job.cancel', place.projectId) ? () => void attempt(cancelJob(job.id)) : undefined
        }
      />
    );
  }
  return (
    <EmptyState
      title={
        job?.state === 'cancelled' ? 'Preparazione interrotta' : 'I file non sono stati preparati'
      }
      text={job?.message}
      action={
        may('report.edit', place.projectId) && (
          <Button
            type="button"
            color="primary"
            outline
            disabled={again.isPending}
            onClick={() => void attempt(again.mutateAsync(null))}
          >
            Prepara di nuovo
          </Button>
        )
      }
    />
  );
}
