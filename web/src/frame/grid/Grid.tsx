import { memo, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties, RefObject } from 'react';
import { ariaSort, SortButton } from '../SortButton.js';
import './grid.css';
import { Line, ROW } from './GridLine.js';
import type { GridColumn } from './grid-types.js';
import { useGrid, wrongPlaces } from './useGrid.js';
import type { GridProps } from './useGrid.js';

const SPARE = 6;
const MOST_OPTIONS = 400;

/**
 * A sheet that is written like a spreadsheet: arrows, Enter, Tab, typing over, copy and paste of blocks, Ctrl+D, Ctrl+Z,
 * F8 to the next wrong cell. Only the rows in sight are drawn. The grid keeps the focus; Esc and then Tab leave it.
 */
export function Grid(props: GridProps) {
  const { label, columns, rows, height = 14, errors = {} } = props;
  const grid = useGrid(props);
  // Rows out of the way are not drawn again: what they call is always the newest.
  const live = useRef(grid);
  useLayoutEffect(() => {
    live.current = grid;
  });
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const { first, count } = useSight(box, grid.at.row, props);
  useFocusOnErrors(box, props, grid.nextError);
  useBackToGrid(box, grid.draft);
  const template = {
    gridTemplateColumns: `3.25rem ${columns.map((c) => `${c.width}rem`).join(' ')}`,
  };
  const shown = rows.slice(first, first + count);
  const lookedAt = grid.at.row >= first && grid.at.row < first + count;
  return (
    <div className="cf-grid-box">
      <div
        ref={box}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        aria-activedescendant={lookedAt ? `${id}-${grid.at.row}-${grid.at.column}` : undefined}
        tabIndex={0}
        className="cf-grid"
        style={{ maxHeight: (height + 1) * ROW + 2 }}
        onKeyDown={grid.onKeyDown}
        onCopy={grid.onCopy}
        onCut={grid.onCut}
        onPaste={grid.onPaste}
      >
        <Head columns={columns} sort={props.sort} style={template} />
        <div role="rowgroup" className="cf-grid-body" style={{ height: rows.length * ROW }}>
          {shown.map((row, place) => {
            const index = first + place;
            const here = index === grid.at.row;
            const { from, to } = grid.range;
            const inside = index >= from.row && index <= to.row;
            return (
              <Line
                key={row.key}
                id={id}
                row={row}
                index={index}
                columns={columns}
                style={template}
                active={here ? grid.at.column : -1}
                from={inside ? from.column : -1}
                to={inside ? to.column : -2}
                draft={here ? grid.draft : null}
                errors={errors[row.key]}
                setDraft={grid.setDraft}
                commit={grid.commit}
                press={(column, extend) => {
                  live.current.commit();
                  live.current.go({ row: index, column }, extend);
                }}
                open={() => live.current.edit(live.current.textAt(live.current.at))}
              />
            );
          })}
        </div>
      </div>
      {columns.map(
        ({ key, options }) =>
          options && <Options key={key} id={`${id}-${key}`} options={options} />,
      )}
      <Note grid={grid} errors={errors} columns={columns} />
    </div>
  );
}

interface HeadProps {
  columns: GridColumn[];
  sort: GridProps['sort'];
  style: CSSProperties;
}

const Head = ({ columns, sort, style }: HeadProps) => (
  <div role="row" aria-rowindex={1} className="cf-grid-head" style={style}>
    <span role="columnheader">N.</span>
    {columns.map(({ key, header, numeric, sort: name }) => (
      <span
        key={key}
        role="columnheader"
        className={numeric ? 'is-numeric' : undefined}
        aria-sort={sort && name ? ariaSort(sort.value, name) : undefined}
      >
        {sort && name ? (
          <SortButton name={name} sort={sort}>
            {header}
          </SortButton>
        ) : (
          header
        )}
      </span>
    ))}
  </div>
);

/** Which rows are in sight; the cell one is at is brought there. */
function useSight(
  box: RefObject<HTMLDivElement | null>,
  row: number,
  { rows, height = 14, onNearEnd }: GridProps,
) {
  const [top, setTop] = useState(0);
  useEffect(() => {
    const element = box.current;
    const listen = () => element && setTop(element.scrollTop);
    element?.addEventListener('scroll', listen, { passive: true });
    return () => element?.removeEventListener('scroll', listen);
  }, [box]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const sight = element.clientHeight - 2 * ROW;
    if (row * ROW < element.scrollTop) element.scrollTo({ top: row * ROW });
    else if (row * ROW > element.scrollTop + sight) element.scrollTo({ top: row * ROW - sight });
  }, [box, row]);
  const first = Math.max(0, Math.floor(top / ROW) - SPARE);
  const near = rows.length > 0 && top / ROW + height + 2 * SPARE > rows.length;
  useEffect(() => {
    if (near) onNearEnd?.();
  }, [near, onNearEnd]);
  return { first, count: height + 2 * SPARE };
}

function useFocusOnErrors(
  box: RefObject<HTMLDivElement | null>,
  { rows, columns, errors = {}, focusErrors }: GridProps,
  nextError: (back: boolean) => void,
): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current || !focusErrors || rows.length === 0) return;
    done.current = true;
    box.current?.focus();
    const [first] = wrongPlaces(rows, columns, errors);
    if (first && (first.row > 0 || first.column > 0)) nextError(false);
  });
}

/** When a cell is no longer typed in, the grid has the focus again. */
function useBackToGrid(box: RefObject<HTMLDivElement | null>, draft: string | null): void {
  const typing = draft !== null;
  const before = useRef(false);
  useLayoutEffect(() => {
    if (before.current && !typing) box.current?.focus({ preventScroll: true });
    before.current = typing;
  }, [box, typing]);
}

const Options = memo(({ id, options }: { id: string; options: string[] }) => (
  <datalist id={id}>
    {options.slice(0, MOST_OPTIONS).map((option) => (
      <option key={option} value={option} />
    ))}
  </datalist>
));

interface NoteProps {
  grid: ReturnType<typeof useGrid>;
  errors: NonNullable<GridProps['errors']>;
  columns: GridColumn[];
}

/** Says what is wrong with the cell one is at: row, column, reason. */
function Note({ grid, errors, columns }: NoteProps) {
  const row = grid.rows[grid.at.row];
  const column = columns[grid.at.column];
  const wrong = row && column && errors[row.key]?.[column.key];
  return (
    <p className={`cf-grid-note ${wrong ? 'is-bad' : ''}`} role="status">
      {wrong
        ? `Riga ${grid.at.row + 1}, ${column.header}: ${wrong}`
        : 'Scrivi sopra una cella o premi Invio; Ctrl+D ripete in basso, Ctrl+Z torna indietro; Esc e poi Tab per uscire.'}
    </p>
  );
}
