import { hours } from '../frame/format.js';
import { addDays, parseDuration } from '../frame/parse.js';
import type { GridErrors, GridRow } from '../frame/grid/grid-types.js';
import type { BatchBody } from './activity-batch.js';
import type { ActivityRow } from './activity-queries.js';
import { bodyBefore } from './activity-values.js';

/** Work of one sort: what stays the same from one day to the next. */
export interface WeekRow {
  key: string;
  /** The newest of them: what a new one takes over. */
  sample: ActivityRow;
  byDay: Map<string, ActivityRow[]>;
}

export const WEEKS_BEFORE = 4;
const MOST_ROWS = 60;

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

export const daysOf = (monday: string): string[] =>
  Array.from({ length: 7 }, (_, index) => addDays(monday, index));

const sortOf = (row: ActivityRow): string =>
  JSON.stringify([
    row.kind,
    row.workItemId,
    row.participationId,
    row.staffIds.toSorted(),
    row.organisationIds.toSorted(),
    row.place,
    row.language,
    row.territoryId,
    row.targetGroup,
    row.courseId,
    row.contractLineId,
  ]);

/** One row for each sort of work of this week and the weeks before it, the newest first. */
export function weekRows(activities: readonly ActivityRow[]): WeekRow[] {
  const rows = new Map<string, WeekRow>();
  const live = activities.filter(({ state, endsOn }) => state !== 'cancelled' && endsOn === null);
  for (const activity of live.toSorted((a, b) => (a.day < b.day ? 1 : -1))) {
    const key = sortOf(activity);
    const row = rows.get(key) ?? { key, sample: activity, byDay: new Map<string, ActivityRow[]>() };
    row.byDay.set(activity.day, [...(row.byDay.get(activity.day) ?? []), activity]);
    rows.set(key, row);
  }
  return [...rows.values()].slice(0, MOST_ROWS);
}

const minutesOf = (activities: readonly ActivityRow[] = []): number =>
  activities.reduce((sum, { minutes }) => sum + minutes, 0);

const shown = (minutes: number): string => (minutes > 0 ? hours(minutes) : '');

export function gridRow({ key, sample, byDay }: WeekRow, days: readonly string[]): GridRow {
  const who =
    sample.staffNames.join(', ') || sample.partnerName || sample.organisationNames.join(', ');
  const lockedCells: Record<string, string> = {};
  const cells: Record<string, string> = {
    what: sample.kindLabel,
    where: [who, sample.place, sample.workItemTitle].filter(Boolean).join(' · '),
  };
  for (const day of days) {
    const there = byDay.get(day) ?? [];
    cells[day] = shown(minutesOf(there));
    const why = whyLocked(there);
    if (why) lockedCells[day] = why;
  }
  return { key, cells, lockedCells };
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
    const cells = grid.find((row) => row.key === key)?.cells ?? {};
    return days.flatMap((day) => {
      const minutes = minutesOf(byDay.get(addDays(day, -7)));
      return minutes > 0 && !cells[day] ? [{ key, column: day, text: hours(minutes) }] : [];
    });
  });

interface WeekChanges {
  body: BatchBody & Required<Pick<BatchBody, 'rows' | 'cancel'>>;
  /** Which cell each row of the batch comes from, in its order. */
  places: { key: string; day: string }[];
  errors: GridErrors;
}

type BatchRow = NonNullable<BatchBody['rows']>[number];

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
  if (one && minutes === 0) return void cancel.push({ id: one.id, version: one.version });
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
});

/** As the one of last week that lasted as long, with its times; else as the newest of its sort. */
function newOn({ sample, byDay }: WeekRow, day: string, minutes: number): BatchRow {
  const same = byDay.get(addDays(day, -7))?.find((one) => one.minutes === minutes);
  const { overReason: _reason, note: _note, ...body } = bodyBefore(same ?? sample);
  const heads = { participants: null, women: null, men: null };
  const times = same ? {} : { startTime: null, endTime: null };
  return { ...body, ...heads, ...times, day, minutes };
}
