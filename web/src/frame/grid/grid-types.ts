export interface GridColumn {
  key: string;
  header: string;
  /** In rem. */
  width: number;
  numeric?: boolean;
  /** The name by which the rows can be sorted. */
  sort?: string;
  /** Shown, never written. */
  fixed?: boolean;
  /** Words that are offered while one types. */
  options?: string[];
}

export interface GridRow {
  key: string;
  /** What each cell shows, and what is typed over it. */
  cells: Record<string, string>;
  /** Why it cannot be written: shown with a padlock. */
  locked?: string;
  /** The same for single cells. */
  lockedCells?: Record<string, string>;
  muted?: boolean;
}

export interface CellChange {
  key: string;
  column: string;
  text: string;
}

/** What is wrong, by row and column. */
export type GridErrors = Record<string, Record<string, string>>;

export interface Place {
  row: number;
  column: number;
}

/** Both corners belong to it. */
export interface Range {
  from: Place;
  to: Place;
}

export const rangeOf = (a: Place, b: Place): Range => ({
  from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
  to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
});
