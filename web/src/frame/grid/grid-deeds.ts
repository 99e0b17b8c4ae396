import type { ClipboardEvent, KeyboardEvent } from 'react';
import { formatBlock, parseBlock } from './block.js';
import { nextPlace, placeAfter } from './grid-keys.js';
import type { CellChange, GridColumn, GridRow, Place, Range } from './grid-types.js';
import type { GridProps } from './useGrid.js';

/** The grid as it stands. */
export interface Core {
  at: Place;
  range: Range;
  /** What is being typed over the cell one is at. */
  draft: string | null;
  /** Esc was pressed: the next Tab leaves the grid. */
  released: boolean;
  rows: GridRow[];
  columns: GridColumn[];
  size: { rows: number; columns: number; page: number };
  props: GridProps;
}

/** What can be done with it. */
export interface Act {
  go: (place: Place, extend?: boolean) => void;
  put: (changes: CellChange[]) => void;
  commit: () => void;
  edit: (text: string) => void;
  nextError: (back: boolean) => void;
  setDraft: (text: string | null) => void;
  setReleased: (released: boolean) => void;
  changeAt: (place: Place, text: string) => CellChange[];
  textAt: (place: Place) => string;
}

/** Every cell of the range with what shall stand in it. */
const filled = (
  { rows, columns }: Pick<Core, 'rows' | 'columns'>,
  { from, to }: Range,
  text: (row: number, column: string) => string,
): CellChange[] =>
  rows
    .slice(from.row, to.row + 1)
    .flatMap(({ key }, down) =>
      columns
        .slice(from.column, to.column + 1)
        .map((column) => ({ key, column: column.key, text: text(from.row + down, column.key) })),
    );

function whileTyping(event: KeyboardEvent, core: Core, act: Act): void {
  const { key, shiftKey } = event;
  if (key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    act.setDraft(null);
  } else if (key === 'Enter' || key === 'Tab') {
    event.preventDefault();
    act.commit();
    const down = placeAfter(shiftKey ? 'ArrowUp' : 'ArrowDown', false, core.at, core.size);
    const next = key === 'Enter' ? down : nextPlace(core.at, shiftKey, core.size);
    if (next) act.go(next);
  }
}

export function keyDown(event: KeyboardEvent, core: Core, act: Act): void {
  if (core.draft !== null) return whileTyping(event, core, act);
  const { key, shiftKey, altKey } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  const place = placeAfter(key, ctrl, core.at, core.size);
  if (place) {
    event.preventDefault();
    return act.go(place, shiftKey);
  }
  if (key === 'Tab') return leaveOrMove(event, core, act);
  const known = ctrl ? CHORDS[key.toLowerCase()] : PLAIN[key];
  if (known) {
    event.preventDefault();
    return known(core, act, shiftKey);
  }
  if (key.length === 1 && !ctrl && !altKey) {
    event.preventDefault();
    act.edit(key);
  }
}

/** Tab walks the cells; after Esc, or past the last one, it leaves the grid. */
function leaveOrMove(event: KeyboardEvent, core: Core, act: Act): void {
  const next = core.released ? null : nextPlace(core.at, event.shiftKey, core.size);
  if (!next) return;
  event.preventDefault();
  act.go(next);
}

type Deed = (core: Core, act: Act, shift: boolean) => void;

const PLAIN: Record<string, Deed> = {
  Enter: ({ at }, act) => act.edit(act.textAt(at)),
  F2: ({ at }, act) => act.edit(act.textAt(at)),
  F8: (_, act, shift) => act.nextError(shift),
  Escape: (_, act) => act.setReleased(true),
  Delete: (core, act) => act.put(filled(core, core.range, () => '')),
  Backspace: (core, act) => act.put(filled(core, core.range, () => '')),
};

const CHORDS: Record<string, Deed> = {
  z: ({ props }) => props.onUndo?.(),
  d: (core, act) => act.put(filled(core, core.range, (_, column) => topOf(core, column))),
  a: ({ size }, act) => {
    act.go({ row: 0, column: 0 });
    act.go({ row: size.rows - 1, column: size.columns - 1 }, true);
  },
};

const topOf = ({ rows, range }: Core, column: string): string =>
  rows[range.from.row]?.cells[column] ?? '';

export function clipboard(core: Core, act: Act) {
  const copied = () =>
    formatBlock(
      core.rows
        .slice(core.range.from.row, core.range.to.row + 1)
        .map(({ cells }) =>
          core.columns
            .slice(core.range.from.column, core.range.to.column + 1)
            .map(({ key }) => cells[key] ?? ''),
        ),
    );
  const copy = (event: ClipboardEvent) => {
    if (core.draft !== null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copied());
  };
  return {
    onCopy: copy,
    onCut: (event: ClipboardEvent) => {
      copy(event);
      if (core.draft === null) act.put(filled(core, core.range, () => ''));
    },
    onPaste: (event: ClipboardEvent) => {
      if (core.draft !== null || !core.props.onEdit) return;
      event.preventDefault();
      event.stopPropagation();
      const block = parseBlock(event.clipboardData.getData('text/plain'));
      const { row, column } = core.range.from;
      act.put(
        block.flatMap((cells, down) =>
          cells.flatMap((text, right) =>
            act.changeAt({ row: row + down, column: column + right }, text),
          ),
        ),
      );
    },
  };
}
