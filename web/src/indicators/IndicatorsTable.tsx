import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { DrillDown, Figure, FIGURE } from '../frame/DrillDown.js';
import { EmptyState } from '../frame/EmptyState.js';
import { DemoMark } from '../frame/StateChip.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { drillActivities, drillPeople } from './indicator-drill.js';
import type { Indicator } from './indicator-queries.js';
import { countsPeople, reached, shownValue } from './words.js';
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
  const [figure] = useUrlValue(FIGURE);
  const open = rows?.find(({ id }) => id === figure);
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
      {open && <IndicatorDrill projectId={projectId} indicator={open} />}
    </>
  );
}

function IndicatorDrill({ projectId, indicator }: { projectId: string; indicator: Indicator }) {
  const scope = `indicators ${projectId}`;
  return countsPeople(indicator.measure) ? (
    <DrillDown scope={scope} load={() => drillPeople(projectId, indicator)} />
  ) : (
    <DrillDown scope={scope} load={() => drillActivities(projectId, indicator)} />
  );
}
