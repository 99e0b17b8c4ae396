import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { Filters, NoRows } from '../frame/Filters.js';
import { amount, day } from '../frame/format.js';
import { StateChip } from '../frame/StateChip.js';
import { usePages } from '../frame/usePages.js';
import { useUrlFilters, useUrlValue } from '../frame/useUrlFilters.js';
import { options } from '../frame/choices.js';
import '../budget/budget.css';
import { DocumentDetail } from './DocumentDetail.js';
import { documentsPage } from './spending-queries.js';
import type { CostDocument, DocumentFilter, DocumentKind } from './spending-queries.js';
import { KINDS } from './words.js';

const NAMES = ['tipo', 'resto', 'testo'] as const;

const COLUMNS: Column<CostDocument>[] = [
  {
    key: 'day',
    header: 'Data',
    cell: (row) => <span className="cf-num">{day(row.issuedOn)}</span>,
  },
  {
    key: 'issuer',
    header: 'Emittente',
    phone: 'title',
    cell: (row) => (
      <>
        {row.issuerName}
        <small className="cf-second">{`${KINDS[row.kind]} ${row.number}`}</small>
      </>
    ),
  },
  { key: 'partner', header: 'Ricevuto da', cell: ({ participationName }) => participationName },
  { key: 'total', header: 'Totale', unit: '€', numeric: true, cell: (row) => amount(row.total) },
  {
    key: 'eligible',
    header: 'Ammissibile',
    unit: '€',
    numeric: true,
    cell: (row) => amount(row.eligibleTotal),
  },
  {
    key: 'charged',
    header: 'Imputato',
    unit: '€',
    numeric: true,
    cell: (row) => amount(row.charged),
  },
  {
    key: 'remaining',
    header: 'Resta',
    unit: '€',
    numeric: true,
    cell: (row) => amount(row.remaining),
  },
  { key: 'state', header: 'Segni', cell: (row) => <DocumentMarks document={row} /> },
];

function DocumentMarks({ document }: { document: CostDocument }) {
  if (document.state === 'cancelled') {
    return (
      <StateChip
        word="annullato"
        icon="ban"
        tone="muted"
        title={document.cancelReason ?? undefined}
      />
    );
  }
  return document.cup === null && document.kind !== 'credit_note' ? (
    <StateChip word="senza CUP" icon="warning-circle" tone="warn" />
  ) : null;
}

/** The cost documents that the project received or charges a share of. */
export default function DocumentsTab({ projectId }: { projectId: string }) {
  const bar = useUrlFilters(NAMES);
  const { filters } = bar;
  const [open, setOpen] = useUrlValue('giustificativo');
  const query: DocumentFilter = {
    ...(filters.tipo && { kind: filters.tipo as DocumentKind }),
    ...(filters.resto && { open: true }),
    ...(filters.testo && { q: filters.testo }),
  };
  const { rows, ...paging } = usePages(['spending', projectId, 'documents', query], (after) =>
    documentsPage(projectId, query, after),
  );
  return (
    <div className="cf-stack">
      <Filters
        bar={bar}
        fields={[
          {
            name: 'tipo',
            label: 'Tipo',
            options: options(KINDS),
          },
          {
            name: 'resto',
            label: 'Da imputare',
            options: [{ value: 'si', label: 'Con un resto' }],
          },
          { name: 'testo', label: 'Emittente o numero' },
        ]}
      />
      <DataTable
        caption="Giustificativi di spesa"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpen(id)}
        openKey={open}
        isMuted={({ state }) => state === 'cancelled'}
        empty={
          <NoRows bar={bar} none="Nessun giustificativo">
            <EmptyState title="Ancora nessun giustificativo" />
          </NoRows>
        }
        {...paging}
      />
      {open && <DocumentDetail projectId={projectId} id={open} close={() => setOpen(null)} />}
    </div>
  );
}
