import { useCallback, useMemo, useState } from 'react';
import type { CellChange, GridRow } from './grid-types.js';

export type Edits = Record<string, Record<string, string>>;
const NONE: Edits = {};

/** Rows with what was typed over them and not saved yet; each change can be taken back, one after the other. */
export function useEdits(rows: GridRow[]) {
  const [history, setHistory] = useState<Edits[]>([NONE]);
  const edits = history.at(-1) ?? NONE;
  const apply = useCallback((changes: CellChange[]) => {
    if (changes.length === 0) return;
    setHistory((all) => [...all.slice(-99), changed(all.at(-1) ?? {}, changes)]);
  }, []);
  const undo = useCallback(() => setHistory(before), []);
  const clear = useCallback(() => setHistory([NONE]), []);
  const saved = useCallback(
    (sent: Edits) => setHistory((all) => [without(all.at(-1) ?? NONE, sent)]),
    [],
  );
  const edited = useMemo(
    () =>
      rows.map((row) => {
        const typed = edits[row.key];
        return typed ? { ...row, cells: { ...row.cells, ...typed } } : row;
      }),
    [rows, edits],
  );
  const touched = useMemo(
    () =>
      rows.filter(({ key, cells }) =>
        Object.entries(edits[key] ?? {}).some(([column, text]) => (cells[column] ?? '') !== text),
      ),
    [rows, edits],
  );
  return {
    rows: edited,
    /** Keys of the rows that differ from what they were. */
    touched: useMemo(() => new Set(touched.map(({ key }) => key)), [touched]),
    /** What is typed over the rows, also over those that are not in sight; another object at each change. */
    typed: edits,
    apply,
    undo,
    clear,
    /** Forgets what was sent and is still as it was sent. */
    saved,
  };
}

const before = (all: Edits[]): Edits[] => (all.length > 1 ? all.slice(0, -1) : all);

function without(edits: Edits, sent: Edits): Edits {
  const rest = Object.entries(edits).map(([key, cells]) => [
    key,
    Object.fromEntries(
      Object.entries(cells).filter(([column, text]) => sent[key]?.[column] !== text),
    ),
  ]);
  return Object.fromEntries(rest.filter(([, cells]) => Object.keys(cells as object).length > 0));
}

function changed(before: Edits, changes: CellChange[]): Edits {
  const after = { ...before };
  for (const { key, column, text } of changes) after[key] = { ...after[key], [column]: text };
  return after;
}
