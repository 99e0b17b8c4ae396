import { Button } from 'design-react-kit';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Failed } from './EmptyState.js';
import { Icon } from './Icon.js';
import { ariaSort, SortButton } from './SortButton.js';
import type { Sort } from './SortButton.js';

export interface Column<Row> {
  key: string;
  header: string;
  /** Shown small after the header: '€', 'ore'. */
  unit?: string;
  /** Right-aligned tabular figures. */
  numeric?: boolean;
  /** The value of the `sort` parameter, when the server can sort by it. */
  sort?: string;
  cell: (row: Row) => ReactNode;
  /** The foot of the column: a total of the whole filter, not of the rows in sight. */
  total?: ReactNode;
  /** On a phone a row is a card: its title, or left out of it. */
  phone?: 'title' | 'hide';
}

interface DataTableProps<Row> {
  /** Says what the table holds; read aloud, not shown. */
  caption: string;
  columns: Column<Row>[];
  /** Undefined while loading. */
  rows: Row[] | undefined;
  rowKey: (row: Row) => string;
  /** Opens the row: the cell marked `title` (or the first) becomes its button. */
  onOpen?: (row: Row) => void;
  openKey?: string | null;
  /** Small buttons at the end of the row, shown on hover and focus. */
  actions?: (row: Row) => ReactNode;
  /** Dims rows that no longer count, such as cancelled ones. */
  isMuted?: (row: Row) => boolean;
  empty: ReactNode;
  error?: unknown;
  retry?: () => void;
  /** The rows belong to the previous filter while the new ones come. */
  stale?: boolean;
  more?: { load: () => void; loading: boolean };
  sort?: Sort;
  totalLabel?: string;
}

/** The one table of the program. On narrow screens each row becomes a card. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, error, retry, empty, more, stale } = props;
  if (error && !rows) return <Failed error={error} retry={retry} />;
  if (rows?.length === 0) return <>{empty}</>;
  return (
    <div className={`cf-table-box ${stale ? 'is-stale' : ''}`} aria-busy={!rows || stale}>
      <div className="cf-table-scroll" tabIndex={0} role="region" aria-label={caption}>
        <table className="cf-table" role="table">
          <caption>{caption}</caption>
          <Head {...props} />
          <tbody role="rowgroup">
            {rows?.map((row) => <Row key={props.rowKey(row)} row={row} table={props} />) ?? (
              <Skeleton columns={columns.length} />
            )}
          </tbody>
          <Totals {...props} />
        </table>
      </div>
      {more && <More {...more} />}
    </div>
  );
}

const More = ({ load, loading }: { load: () => void; loading: boolean }) => (
  <Button
    type="button"
    color="primary"
    outline
    size="sm"
    className="cf-more"
    onClick={load}
    disabled={loading}
  >
    {loading ? 'Carico…' : 'Mostra altre righe'}
  </Button>
);

function Head<Row>({ columns, actions, sort }: DataTableProps<Row>) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            role="columnheader"
            className={column.numeric ? 'is-numeric' : undefined}
            aria-sort={sort && column.sort ? ariaSort(sort.value, column.sort) : undefined}
          >
            {sort && column.sort ? (
              <SortButton name={column.sort} sort={sort}>
                <HeaderWords column={column} />
              </SortButton>
            ) : (
              <HeaderWords column={column} />
            )}
          </th>
        ))}
        {actions && (
          <th scope="col" role="columnheader" className="cf-actions-head">
            <span className="visually-hidden">Azioni</span>
          </th>
        )}
      </tr>
    </thead>
  );
}

function HeaderWords<Row>({ column }: { column: Column<Row> }) {
  return (
    <>
      {column.header}
      {column.unit && <small className="cf-unit"> {column.unit}</small>}
    </>
  );
}

function Row<Row>({ row, table }: { row: Row; table: DataTableProps<Row> }) {
  const { columns, onOpen, actions, rowKey, openKey, isMuted } = table;
  const titleKey = (columns.find((column) => column.phone === 'title') ?? columns[0])?.key;
  const classes = [isMuted?.(row) && 'is-muted', openKey === rowKey(row) && 'is-open'];
  return (
    <tr role="row" className={classes.filter(Boolean).join(' ') || undefined}>
      {columns.map((column) => (
        <td
          key={column.key}
          role="cell"
          data-label={column.unit ? `${column.header} (${column.unit})` : column.header}
          data-phone={column.key === titleKey ? 'title' : column.phone}
          className={column.numeric ? 'is-numeric' : undefined}
        >
          {onOpen && column.key === titleKey ? (
            <button type="button" className="cf-row-open" onClick={() => onOpen(row)}>
              {column.cell(row)}
            </button>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
      {actions && (
        <td role="cell" className="cf-actions" data-label="">
          <span>{actions(row)}</span>
        </td>
      )}
    </tr>
  );
}

function Totals<Row>({ columns, actions, totalLabel }: DataTableProps<Row>) {
  if (columns.every(({ total }) => total === undefined)) return null;
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        {columns.map((column, index) => (
          <td
            key={column.key}
            role="cell"
            data-label={column.header}
            data-phone={index === 0 ? 'title' : column.total === undefined ? 'hide' : undefined}
            className={column.numeric ? 'is-numeric' : undefined}
          >
            {index === 0 ? (column.total ?? totalLabel ?? 'Totale') : column.total}
          </td>
        ))}
        {actions && <td role="cell" className="cf-actions" data-phone="hide" />}
      </tr>
    </tfoot>
  );
}

const ROWS = [0, 1, 2, 3, 4, 5];

/** Grey bars, only when the wait is long enough to be noticed. */
function Skeleton({ columns }: { columns: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return ROWS.map((row) => (
    <tr key={row} aria-hidden="true" className="cf-skeleton">
      <td colSpan={columns + 1}>{late && <span />}</td>
    </tr>
  ));
}

interface RowActionProps {
  icon: string;
  /** What it does to which row: 'Duplica la mediazione del 19 nov'. */
  label: string;
  onClick: () => void;
}

/** A small button for `actions`. */
export function RowAction({ icon, label, onClick }: RowActionProps) {
  return (
    <button type="button" className="cf-icon-button" title={label} onClick={onClick}>
      <Icon name={icon} label={label} />
    </button>
  );
}
