import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useMay } from '../api/session.js';
import { useMoneyChanged } from '../budget/budget-queries.js';
import { Facts } from '../frame/Card.js';
import { useConfirm } from '../frame/confirm.js';
import { day, euro } from '../frame/format.js';
import { History } from '../frame/History.js';
import { SidePanel } from '../frame/SidePanel.js';
import { Loading } from '../frame/Loading.js';
import { useAttempt } from '../frame/useAttempt.js';
import { DemoChip } from '../frame/StateChip.js';
import { ExpenseForm } from './ExpenseForm.js';
import { FIELD_WORDS, showField } from './history-words.js';
import { expenseHistoryQuery, expenseQuery } from './spending-queries.js';
import type { Expense } from './spending-queries.js';
import { cancelExpense } from './spending-writes.js';
import { BLOCKS, documentName, ExpenseState } from './words.js';

interface ExpenseDetailProps {
  projectId: string;
  id: string;
  close: () => void;
}

/** The sheet of one expense: facts, why it cannot be claimed, history, and what may be done with it. */
export function ExpenseDetail({ projectId, id, close }: ExpenseDetailProps) {
  const { data, error, refetch } = useQuery(expenseQuery(projectId, id));
  const [editing, setEditing] = useState(false);
  if (!data) {
    return (
      <SidePanel title="Spesa" onClose={close}>
        <Loading {...{ error, refetch }} />
      </SidePanel>
    );
  }
  const done = () => setEditing(false);
  return (
    <SidePanel
      title={euro(data.amount)}
      lead={`${data.issuerName}, ${documentName(data)}`}
      onClose={close}
      footer={!editing && <Actions expense={data} edit={() => setEditing(true)} />}
    >
      {editing ? (
        <ExpenseForm expense={data} done={done} moved={close} />
      ) : (
        <Sheet expense={data} />
      )}
    </SidePanel>
  );
}

function Sheet({ expense }: { expense: Expense }) {
  return (
    <div className="cf-stack">
      <p className="cf-buttons">
        <ExpenseState expense={expense} />
        {expense.demonstration && <DemoChip />}
      </p>
      <Reasons expense={expense} />
      <ExpenseFacts expense={expense} />
      <ExpenseHistory expense={expense} />
    </div>
  );
}

function Reasons({ expense }: { expense: Expense }) {
  if (expense.blocks.length === 0 || expense.state === 'cancelled') return null;
  return (
    <section>
      <h3 className="cf-section-title">Perché oggi non è rendicontabile</h3>
      <ul>
        {expense.blocks.map((block) => (
          <li key={block}>{BLOCKS[block].help}</li>
        ))}
      </ul>
    </section>
  );
}

function ExpenseFacts({ expense }: { expense: Expense }) {
  const { search } = useLocation();
  const project = new URLSearchParams(search).get('progetto');
  const params = new URLSearchParams({
    ...(project && { progetto: project }),
    giustificativo: expense.costDocumentId,
  });
  const rows = [
    { term: 'Giorno del costo', value: day(expense.incurredOn) },
    { term: 'Pagata il', value: expense.paidOn ? day(expense.paidOn) : 'non ancora' },
    { term: 'Riga di budget', value: expense.lineDescription },
    { term: 'Voce', value: `${expense.categoryCode} · ${expense.categoryLabel}` },
    { term: 'Azione', value: expense.workItemCode },
    { term: 'Partner', value: expense.participationName },
    { term: 'Descrizione', value: expense.description },
    { term: 'Motivo dell’annullamento', value: expense.cancelReason },
    {
      term: 'Giustificativo',
      value: (
        <Link to={`/budget/giustificativi?${params.toString()}`}>{documentName(expense)}</Link>
      ),
    },
  ];
  return <Facts rows={rows.filter(({ value }) => value)} />;
}

function ExpenseHistory({ expense }: { expense: Expense }) {
  const { data } = useQuery(expenseHistoryQuery(expense.projectId, expense.id));
  return <History entries={data} words={FIELD_WORDS} show={showField} />;
}

function Actions({ expense, edit }: { expense: Expense; edit: () => void }) {
  const may = useMay();
  const ask = useConfirm();
  const attempt = useAttempt(useMoneyChanged(expense.projectId));
  if (!may('expense.edit', expense.projectId) || expense.state === 'cancelled') return null;
  const cancel = async () => {
    const reason = await ask({
      title: `Annullare la spesa di ${euro(expense.amount)}?`,
      text: 'Resta nella storia e non conta più; il giustificativo torna disponibile.',
      action: 'Annulla la spesa',
      danger: true,
      reasonLabel: 'Motivo',
    });
    if (reason !== null) await attempt(cancelExpense(expense, reason), 'Spesa annullata.');
  };
  return (
    <div className="cf-buttons">
      <Button type="button" color="primary" size="sm" onClick={edit}>
        {expense.locked ? 'Rettifica' : 'Modifica'}
      </Button>
      {!expense.locked && (
        <Button type="button" color="danger" outline size="sm" onClick={() => void cancel()}>
          Annulla la spesa
        </Button>
      )}
    </div>
  );
}
