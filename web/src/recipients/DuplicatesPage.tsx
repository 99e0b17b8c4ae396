import { useQuery } from '@tanstack/react-query';
import type { MyProject } from '../api/session.js';
import { useCoursesChanged } from '../courses/course-queries.js';
import { PeopleTabs } from '../courses/PeopleTabs.js';
import { Card } from '../frame/Card.js';
import { useConfirm } from '../frame/confirm.js';
import { DataTable, RowAction } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { day, instant } from '../frame/format.js';
import { PageHeader } from '../frame/PageHeader.js';
import { useAttempt } from '../frame/useAttempt.js';
import { OneProject } from '../frame/OneProject.js';
import {
  dismissDuplicate,
  duplicatesQuery,
  mergeCodes,
  mergesQuery,
  undoMerge,
} from './identity-queries.js';
import type { Duplicate, Merge } from './identity-queries.js';
import '../courses/courses.css';

const WHY: Record<Duplicate['why'], string> = {
  tax_code: 'stesso codice fiscale',
  name_and_birth: 'stesso nome e stessa nascita, anche con giorno e mese scambiati',
  name: 'stesso nome, nascita non nota',
};

const PAIRS: Column<Duplicate>[] = [
  {
    key: 'one',
    header: 'Codice',
    phone: 'title',
    cell: ({ one, other }) => <span className="cf-code">{`${one} · ${other}`}</span>,
  },
  { key: 'why', header: 'Perché', cell: ({ why }) => WHY[why] },
];

const MERGES: Column<Merge>[] = [
  {
    key: 'codes',
    header: 'Codici',
    phone: 'title',
    cell: ({ kept, gone }) => <span className="cf-code">{`${gone} → ${kept}`}</span>,
  },
  { key: 'reason', header: 'Motivo', cell: ({ reason }) => reason },
  { key: 'at', header: 'Quando', cell: ({ at, actor }) => `${instant(at)} ${actor ?? ''}` },
  {
    key: 'undone',
    header: 'Sciolta',
    cell: ({ undoneOn, undoneReason }) => undoneOn && `${day(undoneOn)}: ${undoneReason}`,
  },
];

/** Codes that are probably one person: proposed, merged by somebody, and unmerged when it was wrong. */
export default function DuplicatesPage() {
  return (
    <OneProject
      permission="recipient.merge"
      title="Doppioni"
      tabs={<PeopleTabs />}
      choose="Corsi e destinatari sono di un progetto"
    >
      {(project) => <Duplicates project={project} />}
    </OneProject>
  );
}

function Duplicates({ project }: { project: MyProject }) {
  const pairs = useQuery(duplicatesQuery(project.id));
  const merges = useQuery(mergesQuery(project.id));
  const { merge, dismiss, undo } = useMerging(project.id);
  return (
    <div className="cf-page">
      <PageHeader
        title="Doppioni"
        state="Proposti confrontando le identità senza aprirle; nessuno si unisce da sé."
      />
      <PeopleTabs />
      <DataTable
        caption="Codici che sono forse della stessa persona"
        columns={PAIRS}
        rows={pairs.data}
        rowKey={({ oneId, otherId }) => `${oneId} ${otherId}`}
        error={pairs.error}
        retry={() => void pairs.refetch()}
        actions={(pair) => (
          <>
            <RowAction
              icon="link"
              label={`Unisci ${pair.one} e ${pair.other}`}
              onClick={() => void merge(pair)}
            />
            <RowAction
              icon="close"
              label={`Sono due persone: ${pair.one} e ${pair.other}`}
              onClick={() => void dismiss(pair)}
            />
          </>
        )}
        empty={
          <EmptyState
            icon="check-circle"
            title="Nessun doppione"
            text="Nessuna coppia di codici ha un’identità che si somiglia."
          />
        }
      />
      <Card title="Unioni" lead="Ogni unione si può sciogliere; una relazione inviata non cambia.">
        <DataTable
          caption="Unioni di codici"
          columns={MERGES}
          rows={merges.data}
          rowKey={({ id }) => id}
          isMuted={({ undoneOn }) => undoneOn !== null}
          error={merges.error}
          actions={(one) =>
            one.undoneOn === null && (
              <RowAction
                icon="restore"
                label={`Sciogli l’unione di ${one.gone} con ${one.kept}`}
                onClick={() => void undo(one)}
              />
            )
          }
          empty={<EmptyState title="Nessuna unione" />}
        />
      </Card>
    </div>
  );
}

function useMerging(projectId: string) {
  const ask = useConfirm();
  const attempt = useAttempt(useCoursesChanged(projectId));
  return {
    merge: async (pair: Duplicate) => {
      const reason = await ask({
        title: `Unire ${pair.one} e ${pair.other}`,
        text: 'Nei conteggi diventano una persona sola. Si può sciogliere.',
        action: 'Unisci',
        reasonLabel: 'Come lo sai',
      });
      if (reason) await attempt(mergeCodes(projectId, pair, reason), 'Codici uniti.');
    },
    dismiss: (pair: Duplicate) =>
      attempt(dismissDuplicate(projectId, pair), 'Non saranno più proposti.'),
    undo: async ({ id, kept, gone }: Merge) => {
      const reason = await ask({
        title: `Sciogliere l’unione di ${gone} con ${kept}`,
        action: 'Sciogli',
        reasonLabel: 'Perché',
      });
      if (reason) await attempt(undoMerge(projectId, id, reason), 'Unione sciolta.');
    },
  };
}
