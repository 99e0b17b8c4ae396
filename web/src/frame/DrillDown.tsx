import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { DataTable } from './DataTable.js';
import type { Column } from './DataTable.js';
import { EmptyState } from './EmptyState.js';
import { count, plural } from './format.js';
import { SidePanel } from './SidePanel.js';
import { useUrlValue } from './useUrlFilters.js';
import { Loading } from './Loading.js';

/** The member of the address that names the open figure. */
export const FIGURE = 'cifra';

interface FigureProps {
  /** Names the figure in the address: the page's `DrillDown` turns it into rows. */
  figure: string;
  children: ReactNode;
  /** What the figure is, for who cannot see where it stands: 'Speso, riga A1.2'. */
  label: string;
  /** Red: a negative amount or one over its limit. */
  alarm?: boolean;
}

/** A figure that opens to the rows that sum to it. It is a link, so it can be shared and prefetched. */
export function Figure({ figure, children, label, alarm }: FigureProps) {
  const { search } = useLocation();
  const params = new URLSearchParams(search);
  params.set(FIGURE, figure);
  return (
    <Link
      className={`cf-figure ${alarm ? 'is-alarm' : ''}`}
      to={{ search: params.toString() }}
      preventScrollReset
      aria-label={`${label}: apri le righe`}
    >
      {children}
    </Link>
  );
}

export interface Drill<Row> {
  title: string;
  /** How the figure is made, in one sentence. */
  rule: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** The sum of the rows as computed by the server, formatted. */
  sum: string;
  /** How many rows there are, by the server: of many only the first are listed. */
  count: number;
  /** The list that holds the same rows, when there is one. */
  listAt?: string;
}

interface DrillDownProps<Row> {
  /** Asks the rows of a figure; the key holds everything needed (`Figure.figure`). */
  load: (figure: string) => Promise<Drill<Row>>;
  /** Distinguishes the figures of different pages in the cache. */
  scope: string;
}

/** Put once on a page with `Figure`s. Esc closes; the open figure is in the address. */
export function DrillDown<Row>({ load, scope }: DrillDownProps<Row>) {
  const [figure, setFigure] = useUrlValue(FIGURE);
  const { data, error, refetch } = useQuery({
    queryKey: ['drill', scope, figure],
    queryFn: () => load(figure ?? ''),
    enabled: figure !== null,
    // The figure may have changed since it was last opened: its rows are always read anew.
    staleTime: 0,
    gcTime: 0,
  });
  if (figure === null) return null;
  const close = () => setFigure(null);
  if (!data) {
    return (
      <SidePanel title="Righe della cifra" onClose={close} wide>
        <Loading {...{ error, refetch }} />
      </SidePanel>
    );
  }
  return (
    <SidePanel
      title={data.title}
      lead={data.rule}
      onClose={close}
      wide
      footer={<Sum drill={data} />}
    >
      <NotAll drill={data} />
      <DataTable
        caption={data.title}
        columns={data.columns}
        rows={data.rows}
        rowKey={data.rowKey}
        empty={NOTHING}
      />
    </SidePanel>
  );
}

const NOTHING = (
  <EmptyState title="Nessuna riga" text="La cifra è zero perché non c’è nulla da sommare." />
);

function NotAll<Row>({ drill: { rows, count: all, listAt } }: { drill: Drill<Row> }) {
  if (rows.length >= all) return null;
  return (
    <p className="cf-help cf-drill-cut">
      Qui le prime {count(rows.length)} di {plural(all, 'riga', 'righe')}: la somma è di tutte
      {listAt ? ', e tutte sono nell’elenco.' : '.'}
    </p>
  );
}

function Sum<Row>({ drill }: { drill: Drill<Row> }) {
  const { sum, listAt } = drill;
  return (
    <p className="cf-drill-sum">
      <span>Somma di {plural(drill.count, 'riga', 'righe')}</span>
      <strong>{sum}</strong>
      {listAt && <Link to={listAt}>Apri nell’elenco</Link>}
    </p>
  );
}
