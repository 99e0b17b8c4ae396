import { hours } from '../frame/format.js';
import { addDays, parseDuration } from '../frame/parse.js';
import type { GridErrors, GridRow } from '../frame/grid/grid-types.js';
import type { BatchBody, BatchRow } from './activity-batch.js';
import type { ActivityRow } from './activity-queries.js';
import { bodyBefore } from './activity-values.js';
import type { ActivityBody } from './activity-writes.js';

/** What one sort of work is called. */
export interface SortNames {
  kind: string;
  project: string;
  workItem: string;
  who: string;
}

/** Work of one sort: what stays the same from one day to the next. */
export interface WeekRow {
  key: string;
  projectId: string;
  names: SortNames;
  /** What a new one takes over: the newest of them, or what was said when the row was added. */
  body: ActivityBody;
  byDay: Map<string, ActivityRow[]>;
}

export const WEEKS_BEFORE = 4;
const MOST_ROWS = 60;

export const daysOf = (monday: string): string[] =>
  Array.from({ length: 7 }, (_, index) => addDays(monday, index));

const sortOf = (body: ActivityBody): string =>
  JSON.stringify([
    body.kind,
    body.workItemId,
    body.participationId,
    body.staffIds?.toSorted(),
    body.organisationIds?.toSorted(),
    body.place,
    body.language,
    body.territoryId,
    body.targetGroup,
    body.courseId,
    body.contractLineId,
  ]);

const namesOf = (row: ActivityRow): SortNames => ({
  kind: row.kindLabel,
  project: row.projectTitle,
  workItem: row.workItemTitle,
  who: row.staffNames.join(', ') || row.partnerName || row.organisationNames.join(', '),
});

export const newRow = (projectId: string, body: ActivityBody, names: SortNames): WeekRow => ({
  key: sortOf(body),
  projectId,
  names,
  body,
  byDay: new Map(),
});

/** One row for each sort of work of this week and the weeks before it, the newest first, below those that were added by hand. */
export function weekRows(
  activities: readonly ActivityRow[],
  monday: string,
  added: readonly WeekRow[] = [],
): WeekRow[] {
  const rows = new Map<string, WeekRow>();
  const live = activities.filter(({ state, endsOn }) => state !== 'cancelled' && endsOn === null);
  for (const activity of live.toSorted((a, b) => (a.day < b.day ? 1 : -1))) {
    const body = bodyBefore(activity);
    const key = sortOf(body);
    const row = rows.get(key) ?? newRow(activity.projectId, body, namesOf(activity));
    row.byDay.set(activity.day, [...(row.byDay.get(activity.day) ?? []), activity]);
    rows.set(key, row);
  }
  const all = [...rows.values()];
  // Whatever the week itself has is shown and summed: only what is proposed from before is cut.
  const here = all.filter(({ byDay }) => [...byDay.keys()].some((day) => day >= monday)).length;
  const known = all.slice(0, Math.max(MOST_ROWS, here));
  return [...added.filter(({ key }) => !known.some((row) => row.key === key)), ...known];
}

const minutesOf = (activities: readonly ActivityRow[] = []): number =>
  activities.reduce((sum, { minutes }) => sum + minutes, 0);

const shown = (minutes: number): string => (minutes > 0 ? hours(minutes) : '');

/** `writes`: whether one may write in the row's project. */
export function gridRow(
  { key, names, body, byDay }: WeekRow,
  days: readonly string[],
  writes: boolean,
): GridRow {
  const lockedCells: Record<string, string> = {};
  const cells: Record<string, string> = {
    what: names.kind,
    project: names.project,
    where: [names.who, body.place, names.workItem].filter(Boolean).join(' · '),
  };
  for (const day of days) {
    const there = byDay.get(day) ?? [];
    cells[day] = shown(minutesOf(there));
    const why = whyLocked(there);
    if (why) lockedCells[day] = why;
  }
  const locked = writes ? undefined : 'In questo progetto puoi soltanto leggere';
  return { key, cells, lockedCells, locked };
}

function whyLocked(there: readonly ActivityRow[]): string | null {
  if (there.length > 1) return `Sono ${there.length} attività: modificale dal registro`;
  const number = there[0]?.reportNumber ?? null;
  return number === null ? null : `È nella relazione ${number}: si corregge con Rettifica`;
}

/** The rows with their sums, and the sums of the days below. */
export function withTotals(rows: readonly GridRow[], days: readonly string[]): GridRow[] {
  const minutes = (text: string | undefined) => parseDuration(text ?? '') ?? 0;
  const summed = rows.map((row) => ({
    ...row,
    cells: {
      ...row.cells,
      total: shown(days.reduce((sum, day) => sum + minutes(row.cells[day]), 0)),
    },
  }));
  const ofDay = (day: string) => rows.reduce((sum, { cells }) => sum + minutes(cells[day]), 0);
  const all = days.reduce((sum, day) => sum + ofDay(day), 0);
  const cells = Object.fromEntries(days.map((day) => [day, shown(ofDay(day))]));
  const total = { what: 'Totale', where: '', ...cells, total: shown(all) };
  return [...summed, { key: 'total', locked: 'Somma della settimana', cells: total }];
}

/** What last week had, for each day of this week that has nothing yet. */
export const copiedFromLastWeek = (
  rows: readonly WeekRow[],
  grid: readonly GridRow[],
  days: readonly string[],
) =>
  rows.flatMap(({ key, byDay }) => {
    const line = grid.find((row) => row.key === key);
    if (!line || line.locked) return [];
    return days.flatMap((day) => {
      const minutes = minutesOf(byDay.get(addDays(day, -7)));
      return minutes > 0 && !line.cells[day] ? [{ key, column: day, text: hours(minutes) }] : [];
    });
  });

interface WeekChanges {
  body: BatchBody & Required<Pick<BatchBody, 'rows' | 'cancel'>>;
  /** Which cell each row of the batch comes from, in its order. */
  places: { key: string; day: string }[];
  errors: GridErrors;
}

/** What is to be logged, changed and cancelled so that the week is as it was typed. */
export function weekChanges(
  rows: readonly WeekRow[],
  grid: readonly GridRow[],
  days: readonly string[],
): WeekChanges {
  const changes: WeekChanges = { body: { rows: [], cancel: [] }, places: [], errors: {} };
  for (const row of rows) {
    const cells = grid.find(({ key }) => key === row.key)?.cells ?? {};
    for (const day of days) changeDay(row, day, cells[day] ?? '', changes);
  }
  if (changes.body.cancel.length > 0) changes.body.reason = 'Tolta dalla settimana';
  return changes;
}

function changeDay(row: WeekRow, day: string, text: string, changes: WeekChanges): void {
  const there = row.byDay.get(day) ?? [];
  const minutes = minutesTyped(text);
  if (minutes === null) return refuse(row, day, text, changes);
  const [one] = there;
  if (minutes === minutesOf(there) || there.length > 1) return;
  const { rows, cancel } = changes.body;
  if (one && minutes === 0) {
    const { id, version, projectId } = one;
    return void cancel.push({ id, version, projectId });
  }
  rows.push(one ? lasting(one, minutes) : newOn(row, day, minutes));
  changes.places.push({ key: row.key, day });
}

/** An empty cell is no hours. */
const minutesTyped = (text: string): number | null =>
  text.trim() === '' ? 0 : parseDuration(text);

function refuse({ key }: WeekRow, day: string, text: string, { errors }: WeekChanges): void {
  const wrong = `«${text}» non è una durata: scrivi 1,5 oppure 1:30 oppure 90m`;
  errors[key] = { ...errors[key], [day]: wrong };
}

/** Times that no longer fit the hours are left out. */
const lasting = (activity: ActivityRow, minutes: number): BatchRow => ({
  ...bodyBefore(activity),
  ...(activity.startTime === null ? {} : { startTime: null, endTime: null }),
  minutes,
  id: activity.id,
  version: activity.version,
  projectId: activity.projectId,
});

/** As the one of last week that lasted as long, with its times; else as the newest of its sort. */
function newOn({ projectId, body: sort, byDay }: WeekRow, day: string, minutes: number): BatchRow {
  const same = byDay.get(addDays(day, -7))?.find((one) => one.minutes === minutes);
  const { overReason: _reason, note: _note, ...body } = same ? bodyBefore(same) : sort;
  const heads = { participants: null, women: null, men: null };
  const times = same ? {} : { startTime: null, endTime: null };
  return { ...body, ...heads, ...times, day, minutes, projectId };
}
