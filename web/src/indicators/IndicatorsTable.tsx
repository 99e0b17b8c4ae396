import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { DrillDown, Figure } from '../frame/DrillDown.js';
import type { Drill } from '../frame/DrillDown.js';
import { EmptyState } from '../frame/EmptyState.js';
import { day } from '../frame/format.js';
import { DemoMark } from '../frame/StateChip.js';
import { indicatorRows } from './indicator-queries.js';
import type { Indicator, IndicatorRow } from './indicator-queries.js';
import { reached, shownValue } from './words.js';
import '../reports/reports.css';

const COLUMNS: Column<Indicator>[] = [
  {
    key: 'label',
    header: 'Indicatore',
    phone: 'title',
    cell: ({ label, code }) => `${code} ${label}`,
  },
  { key: 'unit', header: 'Unità', cell: ({ unit }) => unit },
  {
    key: 'value',
    header: 'Raggiunto',
    numeric: true,
    cell: ({ id, label, measure, value }) => (
      <Figure figure={id} label={`${label}: ${shownValue(measure, value)}`}>
        {shownValue(measure, value)}
      </Figure>
    ),
  },
  {
    key: 'target',
    header: 'Atteso',
    numeric: true,
    cell: ({ measure, target }) => shownValue(measure, target),
  },
  { key: 'reached', header: 'Avanzamento', numeric: true, cell: reached },
  {
    key: 'demonstration',
    header: 'Dati',
    phone: 'hide',
    cell: ({ demonstration }) => demonstration && <DemoMark />,
  },
];

interface IndicatorsTableProps {
  projectId: string;
  rows: Indicator[] | undefined;
  onOpen?: (indicator: Indicator) => void;
  error: unknown;
  retry: () => void;
}

export function IndicatorsTable({ projectId, rows, onOpen, error, retry }: IndicatorsTableProps) {
  return (
    <>
      <DataTable
        caption="Indicatori del progetto"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={onOpen}
        error={error}
        retry={retry}
        empty={
          <EmptyState
            title="Nessun indicatore"
            text="Definisci che cosa il progetto ha promesso di contare: la scheda fisica lo mostra."
          />
        }
      />
      {rows && (
        <DrillDown scope={`indicators ${projectId}`} load={(id) => drill(projectId, id, rows)} />
      )}
    </>
  );
}

async function drill(
  projectId: string,
  id: string,
  rows: Indicator[],
): Promise<Drill<IndicatorRow>> {
  const indicator = rows.find((one) => one.id === id);
  const measure = indicator?.measure ?? 'count';
  return {
    title: indicator?.label ?? 'Indicatore',
    rule: 'Attività svolte che contano per l’indicatore, dall’avvio del progetto.',
    columns: [
      {
        key: 'day',
        header: 'Giorno',
        cell: (row) => <span className="cf-num">{day(row.day)}</span>,
      },
      {
        key: 'kind',
        header: 'Che cosa',
        phone: 'title',
        cell: (row) => (
          <>
            {row.kindLabel}
            <small className="cf-second">
              {[row.workItemCode, row.organisation, row.place].filter(Boolean).join(' · ')}
            </small>
          </>
        ),
      },
      {
        key: 'amount',
        header: 'Valore',
        numeric: true,
        cell: (row) => shownValue(measure, row.amount),
      },
    ],
    rows: await indicatorRows(projectId, id),
    rowKey: (row) => row.id,
    sum: shownValue(measure, indicator?.value ?? 0),
  };
}
