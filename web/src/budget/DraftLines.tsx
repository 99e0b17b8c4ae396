import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useMay } from '../api/session.js';
import { useConfirm } from '../frame/confirm.js';
import { DataTable, RowAction } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { amount } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { useAttempt } from '../frame/useAttempt.js';
import { matrixQuery, useMoneyChanged } from './budget-queries.js';
import type { BudgetVersion, MatrixLine } from './budget-queries.js';
import { removeLine } from './budget-writes.js';
import { isNegative } from './cents.js';
import { LinePanel } from './LinePanel.js';

const columnsOf = (total: string | undefined): Column<MatrixLine>[] => [
  {
    key: 'description',
    header: 'Riga',
    phone: 'title',
    cell: (line) => (
      <>
        {line.description}
        <small className="cf-second">
          {[line.participationName, line.workItemCode].filter(Boolean).join(' · ')}
        </small>
      </>
    ),
  },
  {
    key: 'category',
    header: 'Voce',
    cell: (line) => `${line.categoryCode} · ${line.categoryLabel}`,
  },
  {
    key: 'planned',
    header: 'Previsto',
    unit: '€',
    numeric: true,
    cell: (line) => amount(line.planned),
    ...(total && { total: amount(total) }),
  },
  {
    key: 'spent',
    header: 'Già speso',
    unit: '€',
    numeric: true,
    cell: (line) => amount(line.spent),
  },
  {
    key: 'residual',
    header: 'Residuo',
    unit: '€',
    numeric: true,
    cell: (line) => (
      <span className={isNegative(line.residual) ? 'cf-figure is-alarm' : undefined}>
        {amount(line.residual)}
      </span>
    ),
  },
];

/** The lines of a version in preparation, with what is already spent on each. */
export function DraftLines({ projectId, draft }: { projectId: string; draft: BudgetVersion }) {
  const { data } = useQuery(matrixQuery(projectId, draft.id));
  const [editing, setEditing] = useState<MatrixLine | 'new' | null>(null);
  const may = useMay();
  const ask = useConfirm();
  const attempt = useAttempt(useMoneyChanged(projectId));
  const edits = may('budget.edit', projectId);
  const remove = async (line: MatrixLine) => {
    const sure = await ask({
      title: `Togliere «${line.description}»?`,
      action: 'Togli la riga',
      danger: true,
    });
    if (sure !== null) await attempt(removeLine(projectId, line));
  };
  return (
    <>
      <DataTable
        caption="Righe della versione in preparazione"
        columns={columnsOf(data?.total.planned)}
        rows={data?.lines}
        rowKey={({ id }) => id}
        onOpen={edits ? setEditing : undefined}
        actions={
          edits
            ? (line) => (
                <RowAction
                  icon="delete"
                  label={`Togli ${line.description}`}
                  onClick={() => void remove(line)}
                />
              )
            : undefined
        }
        empty={
          <EmptyState
            title="Ancora nessuna riga"
            text="Aggiungi la prima: voce, partner, azione e importo."
          />
        }
      />
      {edits && (
        <Button type="button" color="primary" outline size="sm" onClick={() => setEditing('new')}>
          <Icon name="plus" />
          Aggiungi una riga
        </Button>
      )}
      {editing && (
        <LinePanel
          projectId={projectId}
          draft={draft}
          line={editing === 'new' ? null : editing}
          close={() => setEditing(null)}
        />
      )}
    </>
  );
}
