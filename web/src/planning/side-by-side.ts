import type { CalendarItem } from './calendar-queries.js';

type Timed = Pick<CalendarItem, 'id' | 'startTime' | 'endTime'>;

export interface Lane {
  at: number;
  /** How many stand side by side where this one stands. */
  of: number;
}

/** Those that found no room beside the others, from the first's start to the last's end ('HH:MM'). */
export interface Rest {
  ids: string[];
  startTime: string;
  endTime: string;
  lane: Lane;
}

export interface SideBySide {
  /** Where each activity stands that has room. */
  lanes: Map<string, Lane>;
  rests: Rest[];
}

/**
 * Activities that meet stand side by side, those that meet nobody have the whole width; of more than `most` the last
 * lane stands for all that are left. `items` are in the order of their start.
 */
export function sideBySide(items: Timed[], most: number): SideBySide {
  const lanes = new Map<string, Lane>();
  const rests = meetings(items).flatMap(({ members, width }) => {
    const of = Math.min(width, most);
    const left = members.filter(({ at }) => width > most && at >= most - 1);
    for (const { item, at } of members) lanes.set(item.id, { at, of });
    for (const { item } of left) lanes.delete(item.id);
    return left.length > 0 ? [restOf(left, { at: most - 1, of })] : [];
  });
  return { lanes, rests };
}

interface Member {
  item: Timed;
  at: number;
}

/** The groups of activities that meet, directly or through others, each with the lane that it takes first. */
function meetings(items: Timed[]): { members: Member[]; width: number }[] {
  const groups: { members: Member[]; width: number }[] = [];
  let ends: string[] = [];
  for (const item of items) {
    const start = item.startTime ?? '';
    if (ends.every((end) => end <= start)) {
      ends = [];
      groups.push({ members: [], width: 0 });
    }
    const free = ends.findIndex((end) => end <= start);
    const at = free === -1 ? ends.length : free;
    ends[at] = item.endTime ?? '';
    const group = groups.at(-1)!;
    group.members.push({ item, at });
    group.width = ends.length;
  }
  return groups;
}

const restOf = (left: Member[], lane: Lane): Rest => ({
  ids: left.map(({ item }) => item.id),
  startTime: left[0]?.item.startTime ?? '',
  endTime: left.reduce(
    (last, { item }) => ((item.endTime ?? '') > last ? item.endTime! : last),
    '',
  ),
  lane,
});
