import { memo } from 'react';
import type { CSSProperties } from 'react';
import { Icon } from '../Icon.js';
import type { GridColumn, GridRow } from './grid-types.js';

export const ROW = 36;

export interface LineProps {
  id: string;
  row: GridRow;
  index: number;
  columns: GridColumn[];
  style: CSSProperties;
  /** The column one is at, or −1. */
  active: number;
  from: number;
  to: number;
  draft: string | null;
  errors: Record<string, string> | undefined;
  setDraft: (text: string) => void;
  commit: () => void;
  press: (column: number, extend: boolean) => void;
  open: () => void;
}

/** A row one is not at is drawn again only when it or the range in it has changed. */
const same = (a: LineProps, b: LineProps): boolean =>
  a.active === -1 && SEEN.every((name) => a[name] === b[name]);

const SEEN = ['row', 'index', 'columns', 'active', 'from', 'to', 'draft', 'errors'] as const;

export const Line = memo(function Line(props: LineProps) {
  const { row, index, columns, style } = props;
  const muted = row.muted ? 'is-muted' : '';
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`cf-grid-row ${muted}`}
      style={{ ...style, transform: `translateY(${index * ROW}px)` }}
    >
      <span role="rowheader" className="cf-grid-number" title={row.locked}>
        {row.locked ? <Icon name="locked" label={row.locked} /> : index + 1}
      </span>
      {columns.map((column, place) => (
        <Cell key={column.key} line={props} column={column} place={place} />
      ))}
    </div>
  );
}, same);

interface CellProps {
  line: LineProps;
  column: GridColumn;
  place: number;
}

function Cell({ line, column, place }: CellProps) {
  const { id, index, active, from, to, draft } = line;
  const chosen = place >= from && place <= to;
  const typing = place === active && draft !== null;
  const { text, wrong, title, fixed } = contentOf(line, column);
  return (
    <span
      id={`${id}-${index}-${place}`}
      role="gridcell"
      tabIndex={-1}
      aria-selected={chosen}
      aria-invalid={wrong ? true : undefined}
      title={title}
      className={classesOf({
        'is-numeric': column.numeric,
        'is-active': place === active,
        'is-chosen': chosen,
        'is-wrong': wrong !== undefined,
        'is-fixed': fixed,
      })}
      onMouseDown={(event) => {
        if (typing) return;
        // The grid itself keeps the focus.
        event.preventDefault();
        event.currentTarget.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
        line.press(place, event.shiftKey);
      }}
      onDoubleClick={() => !typing && line.open()}
    >
      {typing ? <Typing line={line} column={column} text={draft} /> : text}
    </span>
  );
}

function contentOf({ row, errors }: LineProps, { key, fixed }: GridColumn) {
  const locked = row.lockedCells?.[key];
  const text = row.cells[key] ?? '';
  const wrong = errors?.[key];
  const title = wrong ?? locked ?? (text.length > 14 ? text : undefined);
  return { text, wrong, title, fixed: fixed ?? locked !== undefined };
}

const classesOf = (classes: Record<string, boolean | undefined>): string | undefined =>
  Object.keys(classes)
    .filter((name) => classes[name])
    .join(' ') || undefined;

const Typing = ({ line, column, text }: { line: LineProps; column: GridColumn; text: string }) => (
  <input
    autoFocus
    aria-label={`${column.header}, riga ${line.index + 1}`}
    value={text}
    list={column.options ? `${line.id}-${column.key}` : undefined}
    onChange={(event) => line.setDraft(event.target.value)}
    onBlur={line.commit}
    autoComplete="off"
  />
);
