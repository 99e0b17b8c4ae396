import { useIsFetching, useIsMutating } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useNavigate } from 'react-router';
import { useMay } from '../api/session.js';
import type { MyProject } from '../api/session.js';
import { useWrite } from '../api/useWrite.js';
import { useConfirm } from '../frame/confirm.js';
import { Icon } from '../frame/Icon.js';
import { plural } from '../frame/format.js';
import { useAttempt } from '../frame/useAttempt.js';
import {
  correctReport,
  discardReport,
  reportQuery,
  sendReport,
  useReportsChanged,
} from './report-queries.js';
import type { Report } from './report-queries.js';

interface ActionsProps {
  report: Report;
  project: MyProject;
}

/** What can be done with the whole sheet: send or throw away a draft, correct what was sent. */
export function ReportActions({ report, project }: ActionsProps) {
  const may = useMay();
  const { send, discard, correct, busy } = useActions({ report, project });
  const edits = may('report.edit', project.id);
  if (report.state === 'draft') {
    return (
      <div className="cf-buttons">
        {edits && (
          <Button type="button" color="secondary" outline onClick={discard} disabled={busy}>
            Elimina bozza
          </Button>
        )}
        {may('report.send', project.id) && (
          <Button type="button" color="primary" onClick={send} disabled={busy}>
            <Icon name="upload" />
            Invia
          </Button>
        )}
      </div>
    );
  }
  if (report.state !== 'sent' || !edits) return null;
  return (
    <Button type="button" color="primary" outline onClick={correct} disabled={busy}>
      Rettifica
    </Button>
  );
}

function useActions({ report, project }: ActionsProps) {
  const ask = useConfirm();
  const navigate = useNavigate();
  const attempt = useAttempt(useReportsChanged(project.id));
  const place = { projectId: project.id, reportId: report.id };
  const sending = useWrite((_: null, key) => sendReport(place, report.version, key));
  const discarding = useWrite((_: null, key) => discardReport(place, report.version, key));
  const correcting = useWrite((_: null, key) => correctReport(place, key));
  const { queryKey } = reportQuery(place);
  const saving = useIsMutating() + useIsFetching({ queryKey, exact: true }) > 0;

  const send = async () => {
    const missing = report.missing.length;
    const answer = await ask({
      title: `Inviare la scheda n. ${report.number}?`,
      text: `${missing > 0 ? `Restano ${plural(missing, 'testo', 'testi')} da scrivere. ` : ''}Cifre e righe si congelano; attività e spese del trimestre cambiano poi solo con una rettifica.`,
      action: 'Invia',
    });
    if (answer === null) return;
    if (await attempt(sending.mutateAsync(null), 'Scheda inviata: preparo i file.'))
      void navigate(`/rendicontazioni/${project.slug}/${report.id}/file`);
  };
  const discard = async () => {
    const answer = await ask({
      title: `Eliminare la bozza n. ${report.number}?`,
      text: 'I testi scritti vanno perduti; attività e spese restano come sono.',
      action: 'Elimina bozza',
      danger: true,
    });
    if (answer !== null && (await attempt(discarding.mutateAsync(null))))
      void navigate(`/rendicontazioni?progetto=${project.slug}`);
  };
  const correct = () =>
    attempt(correcting.mutateAsync(null), ({ id, number }) => {
      void navigate(`/rendicontazioni/${project.slug}/${id}`);
      return `Bozza della scheda n. ${number}, che rettifica la n. ${report.number}.`;
    });
  return {
    send: () => void send(),
    discard: () => void discard(),
    correct: () => void correct(),
    // What is being written now must be in what is sent.
    busy: correcting.isPending || (report.state === 'draft' && saving),
  };
}
