import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useEffect, useRef } from 'react';
import { count, instant, plural } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { Progress } from '../frame/Progress.js';
import { cancelJob, isBusy, jobQuery, useImported } from './import-queries.js';
import type { Import } from './import-queries.js';
import { ImportActions } from './ImportActions.js';
import { MappingForm } from './MappingForm.js';
import { ResultTable } from './ResultTable.js';
import { ImportState, TARGETS } from './words.js';

interface OneImportProps {
  file: Import;
  projectId: string;
  edits: boolean;
  close: () => void;
}

/** One file: its columns, what each row would become, and the way on. */
export function OneImport({ file, projectId, edits, close }: OneImportProps) {
  useWhenDone(file);
  const open = ['read', 'checked'].includes(file.state);
  return (
    <>
      <section className="cf-card cf-import-head" aria-label="Il file">
        <div>
          <h2>{file.fileName}</h2>
          <p>
            <ImportState state={file.state} /> {TARGETS[file.target].label} ·{' '}
            {plural(file.rows, 'riga', 'righe')} · {file.madeBy}, {instant(file.createdAt)}
          </p>
          <Summary file={file} />
        </div>
        <div className="cf-buttons">
          <Button type="button" color="primary" outline onClick={close}>
            <Icon name="arrow-left" />
            Tutte le importazioni
          </Button>
          {edits && <ImportActions file={file} projectId={projectId} />}
        </div>
        {isBusy(file) && file.jobId && <JobProgress jobId={file.jobId} file={file} />}
        {file.failure && (
          <p className="cf-failed" role="alert">
            <Icon name="warning-circle" />
            {file.failure}
          </p>
        )}
      </section>
      {edits && open && <MappingForm file={file} projectId={projectId} />}
      {!isBusy(file) && file.state !== 'read' && <ResultTable file={file} projectId={projectId} />}
    </>
  );
}

const VERBS: Record<string, [string, string]> = {
  applied: ['importata', 'importate'],
  undone: ['annullata', 'annullate'],
};

/** What was found, in one sentence. */
function Summary({ file }: { file: Import }) {
  const { state, good, bad, already, sameFile } = file;
  if (state === 'read' || isBusy(file)) return null;
  const [one, many] = VERBS[state] ?? ['buona', 'buone'];
  const words = [
    plural(good, one, many),
    bad > 0 && `${count(bad)} da correggere`,
    already > 0 && plural(already, 'c’è già', 'ci sono già'),
  ].filter(Boolean);
  return (
    <p className="cf-import-summary" role="status">
      <strong>{words.join(' · ')}</strong>
      {sameFile && state === 'checked' && (
        <> Lo stesso file è già stato importato il {instant(sameFile.appliedAt)}.</>
      )}
    </p>
  );
}

const DOING: Record<string, string> = {
  checking: 'Controllo le righe',
  applying: 'Importo le righe',
  undoing: 'Annullo l’importazione',
};

function JobProgress({ jobId, file }: { jobId: string; file: Import }) {
  const { data } = useQuery(jobQuery(jobId));
  return (
    <Progress
      label={DOING[file.state] ?? ''}
      value={data ? data.progress / data.total : null}
      {...(data && { detail: `riga ${count(data.progress)} di ${count(data.total)}` })}
      onCancel={() => void cancelJob(jobId).catch(() => undefined)}
    />
  );
}

/** When a job has made or taken back rows, what the other pages show is old. */
function useWhenDone(file: Import): void {
  const imported = useImported();
  const before = useRef(file.state);
  useEffect(() => {
    const was = before.current;
    before.current = file.state;
    if (was !== file.state && ['applying', 'undoing'].includes(was)) void imported();
  }, [file.state, imported]);
}
