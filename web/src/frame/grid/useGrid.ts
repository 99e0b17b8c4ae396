import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Sort } from '../SortButton.js';
import { clipboard, keyDown } from './grid-deeds.js';
import type { Act, Core } from './grid-deeds.js';
import { rangeOf } from './grid-types.js';
import type { CellChange, GridColumn, GridErrors, GridRow, Place } from './grid-types.js';

export interface GridProps {
  label: string;
  columns: GridColumn[];
  rows: GridRow[];
  /** Left out: the grid is only read. */
  onEdit?: (changes: CellChange[]) => void;
  onUndo?: () => void;
  onSelect?: (rows: GridRow[]) => void;
  errors?: GridErrors;
  /** Rows in sight. */
  height?: number;
  onNearEnd?: () => void;
  sort?: Sort;
  /** Takes the focus on the first wrong cell, once there is one. */
  focusErrors?: boolean;
}

const START: Place = { row: 0, column: 0 };

/** The cell one is at, the range, what is being typed, and what each key does. */
export function useGrid(props: GridProps) {
  const { columns, rows, height = 14 } = props;
  const [at, setAt] = useState(START);
  const [anchor, setAnchor] = useState(START);
  const [draft, setDraft] = useState<string | null>(null);
  const [released, setReleased] = useState(false);
  const size = { rows: rows.length, columns: columns.length, page: height };

  const go = (place: Place, extend = false) => {
    setAt(place);
    if (!extend) setAnchor(place);
    setReleased(false);
    const { from, to } = rangeOf(place, extend ? anchor : place);
    props.onSelect?.(rows.slice(from.row, to.row + 1));
  };
  const put = (changes: CellChange[]) => props.onEdit?.(allowed(rows, columns, changes));
  const textAt = ({ row, column }: Place): string =>
    rows[row]?.cells[columns[column]?.key ?? ''] ?? '';
  const changeAt = ({ row, column }: Place, text: string): CellChange[] => {
    const [one, of] = [rows[row], columns[column]];
    return one && of ? [{ key: one.key, column: of.key, text }] : [];
  };
  const commit = () => {
    if (draft !== null && draft !== textAt(at)) put(changeAt(at, draft));
    setDraft(null);
  };
  const edit = (text: string) => {
    if (props.onEdit && allowed(rows, columns, changeAt(at, text)).length > 0) setDraft(text);
  };
  const nextError = (back: boolean) => go(errorAfter(at, back, props) ?? at);
  const range = rangeOf(at, anchor);
  const core: Core = { at, range, draft, released, rows, columns, size, props };
  const act: Act = { go, put, commit, edit, nextError, setDraft, setReleased, changeAt, textAt };
  return {
    ...core,
    ...act,
    onKeyDown: (event: KeyboardEvent) => keyDown(event, core, act),
    ...clipboard(core, act),
  };
}

/** A locked row takes nothing, whatever the range. */
function allowed(rows: GridRow[], columns: GridColumn[], changes: CellChange[]): CellChange[] {
  const open = new Map(rows.filter((row) => !row.locked).map((row) => [row.key, row]));
  const fixed = new Set(columns.filter((column) => column.fixed).map(({ key }) => key));
  return changes.filter(
    ({ key, column }) =>
      !fixed.has(column) && open.has(key) && !open.get(key)?.lockedCells?.[column],
  );
}

export const wrongPlaces = (rows: GridRow[], columns: GridColumn[], errors: GridErrors): Place[] =>
  rows.flatMap(({ key }, row) =>
    columns.flatMap((column, index) => (errors[key]?.[column.key] ? [{ row, column: index }] : [])),
  );

function errorAfter(at: Place, back: boolean, { rows, columns, errors = {} }: GridProps) {
  const wrong = wrongPlaces(rows, columns, errors);
  const order = (place: Place) => place.row * columns.length + place.column;
  const here = order(at);
  return back
    ? (wrong.findLast((place) => order(place) < here) ?? wrong.at(-1))
    : (wrong.find((place) => order(place) > here) ?? wrong[0]);
}
