import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { sentenceOf } from '../api/problem.js';
import { useActivitiesChanged } from '../activities/activity-writes.js';
import { weekday } from '../frame/format.js';
import { useToast } from '../frame/toast.js';
import { addDays } from '../frame/parse.js';
import { minuteOf, timeOf } from './calendar-days.js';
import { inTheWayQuery, moveActivity } from './calendar-queries.js';
import type { CalendarItem, Scope } from './calendar-queries.js';
import { titleOf } from './event-words.js';

const SHORTEST = 15;

export interface Moving {
  item: CalendarItem;
  days: number;
  minutes: number;
  /** By how many minutes it ends later; fewer than none when it is cut short. */
  longer: number;
}

export interface Target {
  day: string;
  startTime: string | null;
  endTime: string | null;
}

/** Where it goes; times stay together and inside their day, and it lasts a quarter of an hour at least. */
export function targetOf({ item, days, minutes, longer }: Moving): Target {
  const day = addDays(item.day, days);
  if (!item.startTime || !item.endTime) return { day, startTime: null, endTime: null };
  const [start, end] = [minuteOf(item.startTime), minuteOf(item.endTime)];
  const by = Math.max(-start, Math.min(minutes, 24 * 60 - 1 - end));
  const until = Math.max(start + by + SHORTEST, Math.min(end + by + longer, 24 * 60 - 1));
  return { day, startTime: timeOf(start + by), endTime: timeOf(until) };
}

/** Whether its hours change; at the ends of the day, and at its shortest, they cannot. */
const isTimed = (moving: Moving): boolean => {
  const { startTime, endTime } = targetOf(moving);
  const { item } = moving;
  return startTime !== null && (startTime !== item.startTime || endTime !== item.endTime);
};

/** Whether only its end is moved. */
export const isPulled = ({ days, minutes, longer }: Moving): boolean =>
  longer !== 0 && days === 0 && minutes === 0;

/** The move as the server is asked about it, and told. */
function moveOf(moving: Moving, scope: Scope) {
  const { startTime, endTime } = targetOf(moving);
  const times = startTime && endTime && isTimed(moving) ? { startTime, endTime } : {};
  return { scope, days: moving.days, ...times };
}

/** What would be in the way of it, of those that follow, or of all. */
export const whatMeets = (moving: Moving, scope: Scope) =>
  inTheWayQuery(moving.item, moveOf(moving, scope));

/** Saves a move and offers the way back. */
function useSave() {
  const changed = useActivitiesChanged();
  const toast = useToast();
  return useCallback(
    async (what: Moving, scope: Scope) => {
      const { item, days } = what;
      const saved = await moveActivity(item, moveOf(what, scope));
      // What follows became a series of its own: all of that one goes back.
      const undo = async () => {
        const times = item.startTime && item.endTime && isTimed(what);
        await moveActivity(saved.activity, {
          scope: scope === 'this' ? 'this' : 'all',
          days: -days,
          ...(times ? { startTime: item.startTime!, endTime: item.endTime! } : {}),
        });
        await changed();
      };
      const more = saved.changed > 1 ? ` e altri ${saved.changed - 1} della serie` : '';
      toast({
        text: `«${titleOf(item)}»${more}: ora ${weekday(saved.activity.day)}${untilWords(what)}.`,
        undo,
      });
      await changed();
    },
    [changed, toast],
  );
}

const untilWords = (what: Moving): string => {
  const { startTime, endTime } = targetOf(what);
  return what.longer === 0 ? '' : `, ${startTime}–${endTime}`;
};

/** Says why it did not work, and asks again how things stand. */
function useFailed() {
  const changed = useActivitiesChanged();
  const toast = useToast();
  return async (error: unknown) => {
    toast({ text: sentenceOf(error), tone: 'bad' });
    await changed();
  };
}

const shifted =
  (days: number, minutes: number, longer = 0) =>
  (now: Moving | null) =>
    now && {
      ...now,
      days: now.days + days,
      minutes: now.minutes + minutes,
      longer: now.longer + longer,
    };

/** One activity on its way to another time, by keys or by hand: conflicts first, then saved, with a way back. */
export function useMove(byHours: boolean) {
  const [carried, setCarried] = useState<string | null>(null);
  const [moving, setMoving] = useState<Moving | null>(null);
  const [asking, setAsking] = useState<Moving | null>(null);
  const client = useQueryClient();
  const failed = useFailed();
  const save = useSave();

  /** Asks only when there is something to decide. */
  const settle = async (what: Moving) => {
    setMoving(null);
    if (what.days === 0 && !isTimed(what)) return;
    if (what.item.seriesId) return setAsking(what);
    try {
      const met = await client.fetchQuery(whatMeets(what, 'this'));
      if (met.some(({ conflicts }) => conflicts.length > 0)) setAsking(what);
      else await save(what, 'this');
    } catch (error) {
      await failed(error);
    }
  };

  useCarry(moving !== null, byHours, {
    shift: (...by) => setMoving(shifted(...by)),
    leave: () => moving && void settle(moving),
    stop: () => setMoving(null),
  });

  return {
    moving,
    /** The activity that was taken up last: it keeps the focus. */
    carried,
    begin: (item: CalendarItem) => {
      setCarried(item.id);
      setMoving({ item, days: 0, minutes: 0, longer: 0 });
    },
    /** Its end goes by so many minutes from where it was taken up. */
    stretch: (longer: number) => setMoving((now) => now && { ...now, longer }),
    settle,
    asking,
    answer: () => setAsking(null),
    save,
  };
}

export type Mover = ReturnType<typeof useMove>;

const HALF_HOUR = 30;
export const QUARTER = 15;

interface Carry {
  shift: (days: number, minutes: number, longer?: number) => void;
  leave: () => void;
  stop: () => void;
}

/** Arrows carry by days, and by half hours where there are hours, else by weeks; with Shift the end alone goes. */
function useCarry(on: boolean, byHours: boolean, { shift, leave, stop }: Carry): void {
  useKeys(on, {
    ArrowLeft: () => shift(-1, 0),
    ArrowRight: () => shift(1, 0),
    ArrowUp: () => (byHours ? shift(0, -HALF_HOUR) : shift(-7, 0)),
    ArrowDown: () => (byHours ? shift(0, HALF_HOUR) : shift(7, 0)),
    'Shift+ArrowUp': () => byHours && shift(0, 0, -QUARTER),
    'Shift+ArrowDown': () => byHours && shift(0, 0, QUARTER),
    Enter: leave,
    Escape: stop,
  });
}

/** While something is carried the arrows belong to it, wherever the focus went when it was drawn anew. */
function useKeys(on: boolean, acts: Record<string, () => unknown>): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      const act = latest.current[event.shiftKey ? `Shift+${event.key}` : event.key];
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, [on]);
}
