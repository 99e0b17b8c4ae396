import { useQuery } from '@tanstack/react-query';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { NoRows } from '../frame/Filters.js';
import { Icon } from '../frame/Icon.js';
import { amount, day, euro, plural } from '../frame/format.js';
import { usePages } from '../frame/usePages.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import '../budget/budget.css';
import { ExpenseDetail } from './ExpenseDetail.js';
import { ExpenseFilters } from './ExpenseFilters.js';
import { expensesPage, exportAddress, totalsQuery } from './spending-queries.js';
import type { Expense } from './spending-queries.js';
import { useExpenseFilters } from './useExpenseFilters.js';
import { documentName, ExpenseState } from './words.js';

const columnsOf = (total: string | undefined): Column<Expense>[] => [
  {
    key: 'day',
    header: 'Giorno',
    cell: (row) => <span className="cf-num">{day(row.incurredOn)}</span>,
  },
  {
    key: 'issuer',
    header: 'Giustificativo',
    phone: 'title',
    cell: (row) => (
      <>
        {row.issuerName}
        <small className="cf-second">{documentName(row)}</small>
      </>
    ),
  },
  {
    key: 'line',
    header: 'Riga di budget',
    cell: (row) => (
      <>
        {row.lineDescription}
        <small className="cf-second">
          {[row.categoryCode, row.categoryLabel, row.workItemCode].filter(Boolean).join(' · ')}
        </small>
      </>
    ),
  },
  { key: 'partner', header: 'Partner', cell: ({ participationName }) => participationName },
  {
    key: 'amount',
    header: 'Importo',
    unit: '€',
    numeric: true,
    cell: (row) => amount(row.amount),
    ...(total === undefined ? {} : { total: amount(total) }),
  },
  { key: 'paid', header: 'Pagata', cell: (row) => day(row.paidOn) },
  { key: 'state', header: 'Segni', cell: (row) => <ExpenseState expense={row} /> },
];

/** Every expense of the project, filtered by the address, with what the filter sums to. */
export default function ExpensesTab({ projectId }: { projectId: string }) {
  const bar = useExpenseFilters();
  const [open, setOpen] = useUrlValue('spesa');
  const { data: totals } = useQuery(totalsQuery(projectId, bar.query));
  const { rows, ...paging } = usePages(['spending', projectId, 'expenses', bar.query], (after) =>
    expensesPage(projectId, bar.query, after),
  );
  return (
    <div className="cf-stack">
      <ExpenseFilters bar={bar} projectId={projectId} />
      <div className="cf-sum-and-file">
        <p className="cf-in-force" role="status">
          {totals
            ? `${plural(totals.expenses, 'spesa', 'spese')}, ${euro(totals.amount)}; rendicontabili ${euro(totals.claimable)}, non ancora ${euro(totals.notClaimable)}`
            : '\u00a0'}
        </p>
        <a
          className="btn btn-outline-primary btn-sm"
          href={exportAddress(projectId, bar.query)}
          download
        >
          <Icon name="download" />
          CSV
        </a>
      </div>
      <DataTable
        caption="Spese"
        columns={columnsOf(totals?.amount)}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpen(id)}
        openKey={open}
        isMuted={({ state }) => state === 'cancelled'}
        totalLabel="Totale del filtro"
        empty={
          <NoRows bar={bar} none="Nessuna spesa">
            <EmptyState
              title="Ancora nessuna spesa"
              text="Premi F, o il pulsante in alto, per registrare la prima."
            />
          </NoRows>
        }
        {...paging}
      />
      {open && <ExpenseDetail projectId={projectId} id={open} close={() => setOpen(null)} />}
    </div>
  );
}
