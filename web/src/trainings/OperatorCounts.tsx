import { DataTable } from '../frame/DataTable.js';
import { DrillDown, Figure } from '../frame/DrillDown.js';
import { count } from '../frame/format.js';
import { drillOperators } from './training-drill.js';
import type { Trainings } from './training-queries.js';

interface CountsProps {
  trainings: Trainings;
  /** When they were read. */
  at: number;
  stale: boolean;
}

/** How many people were trained in each field and in all; each figure opens to its people. */
export function OperatorCounts({ trainings, at, stale }: CountsProps) {
  if (trainings.fields.length === 0) return null;
  return (
    <>
      <DataTable
        caption="Operatori per ambito di formazione"
        columns={[
          { key: 'field', header: 'Ambito', phone: 'title', cell: ({ field }) => field },
          {
            key: 'trainings',
            header: 'Formazioni',
            numeric: true,
            cell: (row) => count(row.trainings),
          },
          {
            key: 'operators',
            header: 'Operatori',
            numeric: true,
            cell: ({ field, operators }) => (
              <Figure figure={`field ${field}`} label={`Operatori, ${field}: ${operators}`}>
                {count(operators)}
              </Figure>
            ),
            total: (
              <Figure figure="all" label={`Operatori formati: ${trainings.operators}`}>
                {count(trainings.operators)}
              </Figure>
            ),
          },
        ]}
        rows={trainings.fields}
        rowKey={({ field }) => field}
        stale={stale}
        totalLabel="Insieme, ciascuno una volta"
        empty={null}
      />
      <p className="cf-help">
        Chi è stato formato in più ambiti sta in più righe: l’insieme lo conta una volta.
      </p>
      <DrillDown
        scope={`trainings ${at}`}
        load={(figure) => Promise.resolve(drillOperators(trainings, figure))}
      />
    </>
  );
}
