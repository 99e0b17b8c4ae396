import type { Measure, PivotHead, PivotView } from './pivot.dto.js';
import type { Counted } from './pivot.queries.js';

const CELL = 0;
const OF_ROW = 1;
const OF_COLUMN = 2;

/** Puts the counts into a table; rows and columns stand by label, months in their order, what is not said last. */
export function pivotTable(measure: Measure, counted: readonly Counted[]): PivotView {
  const at = (level: number) => counted.filter((one) => one.level === level);
  const rows = at(OF_ROW).toSorted(by(({ rowKey, rowLabel }) => [rowKey, rowLabel]));
  const columns = at(OF_COLUMN).toSorted(by((one) => [one.columnKey, one.columnLabel]));
  const rowOf = new Map(rows.map(({ rowKey }, place) => [rowKey, place]));
  const columnOf = new Map(columns.map(({ columnKey }, place) => [columnKey, place]));
  return {
    measure,
    rows: rows.map(({ rowKey, rowLabel }) => headOf(rowKey, rowLabel)),
    columns: columns.map(({ columnKey, columnLabel }) => headOf(columnKey, columnLabel)),
    cells: at(CELL).map(({ rowKey, columnKey, value }) => ({
      row: rowOf.get(rowKey) ?? 0,
      column: columnOf.get(columnKey) ?? 0,
      value,
    })),
    rowTotals: rows.map(({ value }) => value),
    columnTotals: columns.map(({ value }) => value),
    total: counted.find(({ level }) => level === OF_ROW + OF_COLUMN)?.value ?? 0,
  };
}

const headOf = (key: string | null, label: string): PivotHead => ({
  key,
  label: key === null ? 'Non indicato' : label,
});

const by =
  (of: (counted: Counted) => [string | null, string]) =>
  (a: Counted, b: Counted): number => {
    const [[aKey, aLabel], [bKey, bLabel]] = [of(a), of(b)];
    if ((aKey === null) !== (bKey === null)) return aKey === null ? 1 : -1;
    return aLabel.localeCompare(bLabel, 'it');
  };
