import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useState } from 'react';
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
import { ChargeForm } from './ChargeForm.js';
import { DocumentFiles } from './DocumentFiles.js';
import { EditDocument } from './EditDocument.js';
import { FIELD_WORDS, showField } from './history-words.js';
import { documentHistoryQuery, documentQuery, everyExpense } from './spending-queries.js';
import type { CostDocument } from './spending-queries.js';
import { cancelDocument } from './spending-writes.js';
import { ExpenseState, KINDS } from './words.js';

interface DocumentDetailProps {
  projectId: string;
  id: string;
  close: () => void;
}

type Doing = 'edit' | 'charge' | null;

/** The sheet of a cost document: what is on it, where it is charged, its files and its history. */
export function DocumentDetail({ projectId, id, close }: DocumentDetailProps) {
  const { data, error, refetch } = useQuery(documentQuery(projectId, id));
  const [doing, setDoing] = useState<Doing>(null);
  const done = () => setDoing(null);
  if (!data) {
    return (
      <SidePanel title="Giustificativo" onClose={close}>
        <Loading {...{ error, refetch }} />
      </SidePanel>
    );
  }
  return (
    <SidePanel
      title={`${KINDS[data.kind]} ${data.number}`}
      lead={`${data.issuerName}, ${day(data.issuedOn)}`}
      onClose={close}
      footer={!doing && <Actions document={data} projectId={projectId} start={setDoing} />}
    >
      {doing === 'edit' && <EditDocument document={data} done={done} />}
      {doing === 'charge' && <ChargeForm document={data} projectId={projectId} done={done} />}
      {!doing && <Sheet document={data} projectId={projectId} />}
    </SidePanel>
  );
}

function Sheet({ document, projectId }: { document: CostDocument; projectId: string }) {
  return (
    <div className="cf-stack">
      {document.demonstration && <DemoChip />}
      <Amounts document={document} />
      <DocumentFacts document={document} />
      <Charges projectId={projectId} id={document.id} />
      <DocumentFiles projectId={projectId} id={document.id} withoutCup={!document.cup} />
      <DocumentHistory projectId={projectId} id={document.id} />
    </div>
  );
}

const Amounts = ({ document }: { document: CostDocument }) => (
  <p className="cf-remaining">
    <span>Ammissibile {euro(document.eligibleTotal)}</span>
    {document.credited !== '0.00' && <span>Note di credito −{euro(document.credited)}</span>}
    <span>Imputato {euro(document.charged)}</span>
    <strong>Restano {euro(document.remaining)}</strong>
  </p>
);

function DocumentFacts({ document }: { document: CostDocument }) {
  const rows = [
    { term: 'Totale', value: `${euro(document.total)}, di cui IVA ${euro(document.vat)}` },
    { term: 'Partita IVA o codice fiscale', value: document.issuerTaxId },
    { term: 'CUP sul documento', value: document.cup ?? 'manca' },
    { term: 'Ricevuto da', value: document.participationName },
    { term: 'Nota', value: document.note },
    { term: 'Motivo dell’annullamento', value: document.cancelReason },
  ];
  return <Facts rows={rows.filter(({ value }) => value)} />;
}

function Charges({ projectId, id }: { projectId: string; id: string }) {
  const { data = [] } = useQuery({
    queryKey: ['spending', projectId, 'charges', id],
    queryFn: () => everyExpense(projectId, { costDocumentId: id, state: 'all' }),
  });
  return (
    <section>
      <h3 className="cf-section-title">Imputato su</h3>
      {data.length === 0 && <p className="cf-muted">Nessuna riga di questo progetto.</p>}
      <ul className="cf-shares">
        {data.map((expense) => (
          <li key={expense.id}>
            <strong className="cf-num">{euro(expense.amount)}</strong> {expense.categoryCode} ·{' '}
            {expense.lineDescription} <ExpenseState expense={expense} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function DocumentHistory({ projectId, id }: { projectId: string; id: string }) {
  const { data } = useQuery(documentHistoryQuery(projectId, id));
  return <History entries={data} words={FIELD_WORDS} show={showField} />;
}

interface ActionsProps {
  document: CostDocument;
  projectId: string;
  start: (doing: Doing) => void;
}

/** A share may be charged by any project that sees the document; only the one that received it changes it. */
function useAllowed(
  { state, kind, projectId: owner, remaining, charged }: CostDocument,
  projectId: string,
) {
  const may = useMay();
  const edit = may('expense.edit', projectId) && state === 'recorded';
  return {
    charge: edit && kind !== 'credit_note' && remaining !== '0.00',
    change: edit && owner === projectId,
    cancel: edit && owner === projectId && charged === '0.00',
  };
}

function Actions({ document, projectId, start }: ActionsProps) {
  const allowed = useAllowed(document, projectId);
  const ask = useConfirm();
  const attempt = useAttempt(useMoneyChanged(projectId));
  const cancel = async () => {
    const reason = await ask({
      title: `Annullare ${KINDS[document.kind].toLowerCase()} ${document.number}?`,
      text: 'Resta nella storia e il suo numero torna libero.',
      action: 'Annulla il giustificativo',
      danger: true,
      reasonLabel: 'Motivo',
    });
    if (reason !== null)
      await attempt(cancelDocument(document, reason), 'Giustificativo annullato.');
  };
  return (
    <div className="cf-buttons">
      {allowed.charge && (
        <Button type="button" color="primary" size="sm" onClick={() => start('charge')}>
          Imputa il resto
        </Button>
      )}
      {allowed.change && (
        <Button type="button" color="primary" outline size="sm" onClick={() => start('edit')}>
          Modifica
        </Button>
      )}
      {allowed.cancel && (
        <Button type="button" color="danger" outline size="sm" onClick={() => void cancel()}>
          Annulla il giustificativo
        </Button>
      )}
    </div>
  );
}
