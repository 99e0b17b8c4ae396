import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { ActivityLink } from '../activities/ActivityLink.js';
import { Facts } from '../frame/Card.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { day, euro } from '../frame/format.js';
import { parseDay, parseMoney } from '../frame/parse.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToday } from '../frame/today.js';
import { DayField, MoneyField } from '../frame/typedFields.js';
import { matchInvoice } from './contract-queries.js';
import type { Contract, InvoiceComparison, InvoiceRow } from './contract-queries.js';
import { amountIn } from './words.js';

interface Values {
  amount: string;
  from: string;
  to: string;
}

interface InvoicePanelProps {
  contract: Contract;
  close: () => void;
}

/** What an invoice asks for, against what the bodies confirmed. */
export function InvoicePanel({ contract, close }: InvoicePanelProps) {
  const today = useToday();
  const [found, setFound] = useState<InvoiceComparison | null>(null);
  const form = useForm<Values>({ defaultValues: { amount: '', ...lastMonth(today) } });
  const compare = async ({ amount, from, to }: Values) =>
    setFound(
      await matchInvoice(contract, {
        amount: parseMoney(amount) ?? amount,
        from: parseDay(from, today) ?? from,
        to: parseDay(to, today) ?? to,
      }),
    );
  return (
    <SidePanel title="Confronta una fattura" lead={contract.title} onClose={close} wide>
      <Form
        form={form}
        drafted
        onSubmit={compare}
        label="Fattura"
        footer={<SubmitButton>Confronta</SubmitButton>}
      >
        <MoneyField name="amount" label="Imponibile" size="third" help="Senza IVA" required />
        <DayField name="from" label="Attività dal" size="third" required />
        <DayField name="to" label="Al" size="third" required />
      </Form>
      {found && <Found found={found} projectId={contract.projectId} />}
    </SidePanel>
  );
}

/** The month before today's, as it is typed. */
function lastMonth(today: string) {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const typed = (date: Date) => date.toISOString().slice(0, 10).split('-').reverse().join('/');
  return {
    from: typed(new Date(Date.UTC(year, month - 2, 1))),
    to: typed(new Date(Date.UTC(year, month - 1, 0))),
  };
}

function Found({ found, projectId }: { found: InvoiceComparison; projectId: string }) {
  const { amount, expected, difference, unexplained, items } = found;
  return (
    <section className="cf-stack" aria-label="Confronto">
      <p role="status">
        <strong>{sentenceOf(found)}</strong>
      </p>
      <Facts
        rows={[
          { term: 'In fattura', value: euro(amount) },
          { term: 'Attività confermate', value: euro(expected) },
          { term: 'Differenza', value: euro(difference) },
          { term: 'Senza spiegazione', value: euro(unexplained) },
        ]}
      />
      <DataTable
        caption="Attività del periodo"
        columns={COLUMNS}
        rows={items.map((row) => ({ ...row, projectId }))}
        rowKey={({ activityId }) => activityId}
        isMuted={({ state }) => state === 'done'}
        empty={<EmptyState title="Nessuna attività in questi giorni" />}
      />
    </section>
  );
}

function sentenceOf({ difference, unexplained }: InvoiceComparison): string {
  if (difference === '0.00') return 'La fattura corrisponde alle ore confermate.';
  return unexplained === '0.00'
    ? 'La differenza si spiega con le attività segnate qui sotto.'
    : 'Nessuna spiegazione semplice dà questa cifra: chiedi il dettaglio a chi ha emesso la fattura.';
}

const REASONS: Record<NonNullable<InvoiceRow['reason']>, string> = {
  not_confirmed: 'in fattura, ma non ancora confermata',
  no_rounding: 'a tempo effettivo, senza minimo e scatto',
  no_wasted_trip: 'uscita a vuoto non fatturata',
  missing: 'confermata, ma non in fattura',
  twice: 'in fattura due volte',
};

type Row = InvoiceRow & { projectId: string };

const COLUMNS: Column<Row>[] = [
  { key: 'day', header: 'Giorno', cell: (row) => <span className="cf-num">{day(row.day)}</span> },
  {
    key: 'what',
    header: 'Che cosa',
    phone: 'title',
    cell: ({ kindLabel, body, people, activityId: id, projectId }) => (
      <ActivityLink {...{ projectId, id }}>
        <span title={[kindLabel, body, people].filter(Boolean).join(', ')}>
          {[body, people].filter(Boolean).join(', ') || kindLabel}
        </span>
      </ActivityLink>
    ),
  },
  {
    key: 'state',
    header: 'Stato',
    cell: ({ state }) => (state === 'confirmed' ? 'confermata' : 'svolta'),
  },
  {
    key: 'billable',
    header: 'Fatturabile',
    numeric: true,
    cell: (row) => amountIn(row.unit, row.billable),
  },
  { key: 'cost', header: 'Costo', numeric: true, cell: (row) => euro(row.cost) },
  {
    key: 'why',
    header: 'Differenza',
    cell: ({ reason, explains }) => reason && `${euro(explains ?? '0')}: ${REASONS[reason]}`,
  },
];
