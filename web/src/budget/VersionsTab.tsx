import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useMay } from '../api/session.js';
import { useWrite } from '../api/useWrite.js';
import { Card } from '../frame/Card.js';
import { useConfirm } from '../frame/confirm.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { amount, count, day, euro } from '../frame/format.js';
import { DemoChip, StateChip } from '../frame/StateChip.js';
import type { Tone } from '../frame/StateChip.js';
import { useAttempt } from '../frame/useAttempt.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { ApprovePanel } from './ApprovePanel.js';
import { useMoneyChanged, versionsQuery } from './budget-queries.js';
import type { BudgetVersion } from './budget-queries.js';
import { discardVersion, openVersion } from './budget-writes.js';
import './budget.css';
import { DraftLines } from './DraftLines.js';

const STATES: Record<BudgetVersion['state'], { word: string; icon: string; tone: Tone }> = {
  draft: { word: 'in preparazione', icon: 'pencil', tone: 'info' },
  approved: { word: 'in vigore', icon: 'check-circle', tone: 'good' },
  superseded: { word: 'superata', icon: 'clock', tone: 'muted' },
};

const COLUMNS: Column<BudgetVersion>[] = [
  { key: 'number', header: 'Versione', phone: 'title', cell: ({ number }) => `Versione ${number}` },
  {
    key: 'state',
    header: 'Stato',
    cell: ({ state, demonstration }) => (
      <span className="cf-chips">
        <StateChip {...STATES[state]} />
        {demonstration && <DemoChip />}
      </span>
    ),
  },
  { key: 'approved', header: 'Approvata il', cell: ({ approvedOn }) => day(approvedOn) },
  { key: 'act', header: 'Atto', cell: ({ act }) => act },
  { key: 'lines', header: 'Righe', numeric: true, cell: ({ lines }) => count(lines) },
  { key: 'total', header: 'Totale', unit: '€', numeric: true, cell: ({ total }) => amount(total) },
];

/** The versions of a budget, and the one in preparation with its lines. */
export default function VersionsTab({ projectId }: { projectId: string }) {
  const { data, error, refetch } = useQuery(versionsQuery(projectId));
  const draft = data?.find(({ state }) => state === 'draft');
  return (
    <div className="cf-stack">
      {data && !draft && <OpenDraft projectId={projectId} first={data.length === 0} />}
      {draft && <Draft projectId={projectId} draft={draft} />}
      <DataTable
        caption="Versioni del budget"
        columns={COLUMNS}
        rows={data}
        rowKey={({ id }) => id}
        error={error}
        retry={() => void refetch()}
        empty={<EmptyState title="Nessuna versione del budget" />}
      />
    </div>
  );
}

function OpenDraft({ projectId, first }: { projectId: string; first: boolean }) {
  const may = useMay();
  const attempt = useAttempt(useMoneyChanged(projectId));
  const write = useWrite((_: null, key) => openVersion(projectId, key));
  if (!may('budget.edit', projectId)) return null;
  const open = () => void attempt(write.mutateAsync(null));
  return (
    <p className="cf-buttons">
      <Button type="button" color="primary" onClick={open} disabled={write.isPending}>
        {first ? 'Scrivi il primo budget' : 'Apri una variazione'}
      </Button>
      {!first && <span className="cf-muted">Parte da una copia del budget in vigore.</span>}
    </p>
  );
}

function Draft({ projectId, draft }: { projectId: string; draft: BudgetVersion }) {
  const may = useMay();
  const ask = useConfirm();
  const attempt = useAttempt(useMoneyChanged(projectId));
  const [open, setOpen] = useUrlValue('apri');
  const discard = async () => {
    const sure = await ask({
      title: `Eliminare la versione ${draft.number} in preparazione?`,
      text: 'Le sue righe vanno perse; il budget in vigore resta com’è.',
      action: 'Elimina',
      danger: true,
    });
    if (sure !== null) await attempt(discardVersion(projectId, draft));
  };
  return (
    <Card
      title={`Versione ${draft.number}, in preparazione`}
      lead={`${draft.lines} righe, ${euro(draft.total)}`}
      action={
        <>
          {may('budget.approve', projectId) && (
            <Button type="button" color="primary" size="sm" onClick={() => setOpen('approva')}>
              Approva
            </Button>
          )}
          {may('budget.edit', projectId) && (
            <Button type="button" color="danger" outline size="sm" onClick={() => void discard()}>
              Elimina
            </Button>
          )}
        </>
      }
    >
      <DraftLines projectId={projectId} draft={draft} />
      {may('budget.approve', projectId) && open === 'approva' && (
        <ApprovePanel projectId={projectId} draft={draft} close={() => setOpen(null)} />
      )}
    </Card>
  );
}
