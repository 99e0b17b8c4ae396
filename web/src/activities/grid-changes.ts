import type { GridErrors, GridRow } from '../frame/grid/grid-types.js';
import { bodyBefore } from './activity-values.js';
import type { ActivityRow } from './activity-queries.js';
import type { BatchRow } from './activity-batch.js';
import { TYPED, type Typed } from './typed-columns.js';
import { cellOfError, cellsOf, readRow, type ReadRow, type TypedChoices } from './typed-rows.js';
import type { ChoicesOf } from './useTypedChoices.js';
import type { FieldError } from '../api/problem.js';

export interface RowChange {
  key: string;
  /** Null while a cell is wrong. */
  body: BatchRow | null;
  errors: ReadRow['errors'];
}

/** What the API calls the contents of each cell. */
const FIELDS: Record<Typed, readonly (keyof BatchRow)[]> = {
  day: ['day'],
  kind: ['kind'],
  duration: ['minutes'],
  startTime: ['startTime'],
  endTime: ['endTime'],
  quantity: ['quantity'],
  workItem: ['workItemId'],
  partner: ['participationId'],
  staff: ['staffIds'],
  place: ['place'],
  bodies: ['organisationIds'],
  participants: ['participants'],
  women: ['women'],
  men: ['men'],
  language: ['language'],
  territory: ['territoryId'],
  group: ['targetGroup'],
  note: ['note'],
};

/** The rows that were typed over, as they shall be: what was not touched stays as it was, whatever its name. */
export function changedBodies(
  rows: ActivityRow[],
  { rows: edited, touched }: { rows: GridRow[]; touched: Set<string> },
  choicesOf: ChoicesOf,
  today: string,
): RowChange[] {
  const before = new Map(rows.map((row) => [row.id, row]));
  return edited
    .filter(({ key }) => touched.has(key))
    .flatMap(({ key, cells }) => {
      const row = before.get(key);
      return row ? [changeOf(row, cells, choicesOf(row.projectId), today)] : [];
    });
}

export function changeOf(
  row: ActivityRow,
  cells: Record<string, string>,
  choices: TypedChoices,
  today: string,
): RowChange {
  const { read, errors } = readRow(cells, choices, today);
  const cellsBefore = cellsOf(row, choices);
  const typed = TYPED.filter((key) => (cells[key] ?? '') !== (cellsBefore[key] ?? ''));
  const wrong = Object.fromEntries(
    typed.flatMap((key) => (errors[key] ? [[key, errors[key]]] : [])),
  );
  const { id, version, projectId } = row;
  const body: BatchRow = { ...bodyBefore(row), id, version, projectId };
  for (const key of typed) Object.assign(body, picked(read, FIELDS[key]));
  // Times on one day say how long it lasts: what was typed decides which of the two goes.
  const timed = typed.includes('startTime') || typed.includes('endTime');
  if (timed && !typed.includes('duration')) delete body.minutes;
  if (typed.includes('duration') && !timed) Object.assign(body, { startTime: null, endTime: null });
  return {
    key: row.id,
    body: Object.keys(wrong).length === 0 ? body : null,
    errors: wrong,
  };
}

const picked = (from: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));

/** What cannot be read in each row. */
export const errorsByRow = (changes: readonly RowChange[]): GridErrors =>
  Object.fromEntries(
    changes.flatMap(({ key, errors }) =>
      Object.keys(errors).length > 0 ? [[key, errors as Record<string, string>]] : [],
    ),
  );

/** What the server refused, at the cells of the rows that were sent. */
export function refusedCells(sent: readonly string[], refused: readonly FieldError[]): GridErrors {
  const all: GridErrors = {};
  for (const { path, message } of refused) {
    const cell = cellOfError(path);
    const key = cell && sent[cell.row];
    if (cell && key) all[key] = { ...all[key], [cell.column]: message };
  }
  return all;
}
