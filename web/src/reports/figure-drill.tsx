import type { Column } from '../frame/DataTable.js';
import type { Drill } from '../frame/DrillDown.js';
import { day } from '../frame/format.js';
import { StateChip } from '../frame/StateChip.js';
import { figureRows } from './report-queries.js';
import type { FigureRow, FigureRows, Place } from './report-queries.js';
import './reports.css';
import { figureText, rowText, UNITS } from './words.js';

const columnsOf = (unit: FigureRows['unit'], frozen: boolean): Column<FigureRow>[] => [
  { key: 'day', header: 'Giorno', cell: (row) => <span className="cf-num">{day(row.day)}</span> },
  {
    key: 'label',
    header: 'Che cosa',
    phone: 'title',
    cell: (row) => (
      <>
        {row.label} {row.late && <Late />}
        <small className="cf-second">{row.detail}</small>
      </>
    ),
  },
  {
    key: 'amount',
    header: 'Valore',
    unit: UNITS[unit],
    numeric: true,
    cell: (row) => rowText(unit, row.amount),
  },
  ...(frozen
    ? [
        {
          key: 'version',
          header: 'Versione',
          numeric: true,
          cell: (row: FigureRow) => row.version,
        },
      ]
    : []),
];

const Late = () => (
  <StateChip
    word="tardiva"
    icon="clock"
    tone="warn"
    title="Registrata dopo l’invio del suo trimestre"
  />
);

/** The rows of a figure of the sheet: live ones of a draft, frozen ones of what was sent. */
export async function drillFigure(place: Place, key: string): Promise<Drill<FigureRow>> {
  const figure = await figureRows(place, key);
  return {
    title: figure.label,
    rule: figure.frozen
      ? 'Le righe com’erano all’invio, con la loro versione di allora.'
      : 'Le righe registrate oggi che fanno questa cifra.',
    columns: columnsOf(figure.unit, figure.frozen),
    rows: figure.items,
    rowKey: ({ table, id }) => `${table} ${id}`,
    sum: figureText(figure.unit, figure.value),
    count: figure.count,
  };
}
