import { useLayoutEffect, useRef } from 'react';
import type { CSSProperties, DragEvent, KeyboardEvent } from 'react';
import { useOpenActivity } from '../activities/ActivityDetail.js';
import { useMay } from '../api/session.js';
import type { CalendarItem } from './calendar-queries.js';
import { timesOf, titleOf, wholeOf } from './event-words.js';
import { ResizeEdge } from './ResizeEdge.js';
import type { Mover } from './useMove.js';

interface EventBoxProps {
  item: CalendarItem;
  mover: Mover;
  style?: CSSProperties;
  /** Pixels of an hour where hours have a height: there its lower edge can be pulled. */
  hour?: number;
}

export const EVENT = 'cf-event';

/** The activity that a drag carries, and how far down its day the pointer took it. */
export const drag: { item: CalendarItem | null; y: number } = { item: null, y: 0 };

/** How far down the day under it the pointer is, in pixels: the page may scroll while something is carried. */
export function heightIn({ currentTarget, clientY }: DragEvent<HTMLElement>): number {
  const day = currentTarget.closest('[data-day]');
  return clientY - (day?.getBoundingClientRect().top ?? 0);
}

export function EventBox({ item, mover, style, hour }: EventBoxProps) {
  const opened = useOpenActivity();
  const may = useMay();
  const movable = !item.held && item.state !== 'confirmed' && may('activity.log', item.projectId);
  const moving = mover.moving?.item.id === item.id;
  const box = useRef<HTMLButtonElement>(null);
  // What is carried to another day is drawn anew there: the focus goes with it.
  useLayoutEffect(() => {
    if (mover.carried === item.id && document.activeElement === document.body) box.current?.focus();
  });
  return (
    <button
      ref={box}
      type="button"
      className={`${EVENT} is-${item.state} ${moving ? 'is-moving' : ''}`}
      style={style}
      draggable={movable}
      aria-label={`${wholeOf(item)}${movable ? ' (S per spostare)' : ''}`}
      title={wholeOf(item)}
      onClick={() => (moving ? void mover.settle(mover.moving!) : opened.set(item))}
      onKeyDown={(event) => onKey(event, () => movable && !moving && mover.begin(item))}
      onDragStart={(event) => {
        Object.assign(drag, { item, y: heightIn(event) });
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', item.id);
      }}
    >
      <Times item={item} />
      <span className="cf-event-title">{titleOf(item)}</span>
      {item.place && <span className="cf-event-more">{item.place}</span>}
      {movable && hour && <ResizeEdge item={item} mover={mover} hour={hour} />}
    </button>
  );
}

function Times({ item }: { item: CalendarItem }) {
  const { startTime, endTime } = item;
  return (
    <span className="cf-event-time">
      {endTime && startTime}
      <span className="cf-event-until">{startTime && endTime ? `–${endTime}` : timesOf(item)}</span>
    </span>
  );
}

/** Arrows go from one activity to the next, S takes it up. */
function onKey(event: KeyboardEvent<HTMLButtonElement>, take: () => void): void {
  const from = event.currentTarget;
  const acts: Record<string, () => void> = {
    ArrowLeft: () => goTo(from, -1),
    ArrowUp: () => goTo(from, -1),
    ArrowRight: () => goTo(from, 1),
    ArrowDown: () => goTo(from, 1),
    s: take,
  };
  const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

function goTo(from: HTMLElement, by: number): void {
  const all = [...document.querySelectorAll<HTMLElement>(`.${EVENT}`)];
  all[all.indexOf(from) + by]?.focus();
}
