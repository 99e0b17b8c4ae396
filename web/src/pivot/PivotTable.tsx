import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { SIDES } from './pivot-queries.js';
import type { Pivot } from './pivot-queries.js';
import { headWords, valueOf } from './pivot-words.js';

interface PivotTableProps {
  pivot: Pivot;
  rows: string;
  columns: string | undefined;
}

interface Line {
  key: string;
  label: string;
  cells: Map<number, number>;
  total: number;
}

/** The counts, with a total for each row and each column. */
export function PivotTable({ pivot, rows, columns }: PivotTableProps) {
  const { measure } = pivot;
  const words = (value: number | undefined) => (value ? valueOf(measure, value) : '');
  const lines: Line[] = pivot.rows.map((head, row) => ({
    key: head.key ?? '',
    label: headWords(rows, head),
    cells: new Map(
      pivot.cells.filter((cell) => cell.row === row).map(({ column, value }) => [column, value]),
    ),
    total: pivot.rowTotals[row] ?? 0,
  }));
  const across = columns ? pivot.columns : [];
  const all: Column<Line>[] = [
    { key: 'head', header: sideLabel(rows), cell: ({ label }) => label, phone: 'title' },
    ...across.map((head, column) => ({
      key: head.key ?? 'none',
      header: headWords(columns, head),
      numeric: true,
      cell: ({ cells }: Line) => words(cells.get(column)),
      total: words(pivot.columnTotals[column]),
    })),
    {
      key: 'total',
      header: 'Totale',
      numeric: true,
      cell: ({ total }) => <strong>{words(total)}</strong>,
      total: words(pivot.total),
    },
  ];
  return (
    <DataTable
      caption="Conteggio"
      columns={all}
      rows={lines}
      rowKey={({ key }) => key}
      totalLabel="Totale"
      empty={null}
    />
  );
}

const sideLabel = (side: string): string =>
  Object.values(SIDES).find(({ value }) => value === side)?.label ?? '';
