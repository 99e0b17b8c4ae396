import { useRef } from 'react';
import type { PointerEvent } from 'react';
import type { CalendarItem } from './calendar-queries.js';
import { QUARTER } from './useMove.js';
import type { Mover } from './useMove.js';

interface ResizeEdgeProps {
  item: CalendarItem;
  mover: Mover;
  /** Pixels of an hour. */
  hour: number;
}

/** The lower edge of an activity, pulled with the mouse by quarters of an hour; by keys it is Shift and an arrow. */
export function ResizeEdge({ item, mover, hour }: ResizeEdgeProps) {
  const from = useRef<number | null>(null);
  const pulled = useRef(false);
  const longer = ({ clientY }: PointerEvent, start: number): number =>
    Math.round((((clientY - start) / hour) * 60) / QUARTER) * QUARTER;
  return (
    <span
      className="cf-event-edge"
      aria-hidden="true"
      title="Trascina per cambiare l’ora di fine"
      // A draggable of its own that refuses: else the pull would carry the whole activity.
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      // The click that ends a pull; one without opens the activity.
      onClick={(event) => pulled.current && event.stopPropagation()}
      onPointerDown={(event) => {
        // A finger scrolls.
        if (event.button !== 0 || event.pointerType === 'touch' || mover.moving) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = event.clientY;
        pulled.current = false;
        mover.begin(item);
      }}
      onPointerMove={(event) => {
        if (from.current === null) return;
        pulled.current ||= longer(event, from.current) !== 0;
        mover.stretch(longer(event, from.current));
      }}
      onPointerUp={(event) => {
        const { moving } = mover;
        // Esc has put it back meanwhile.
        if (from.current !== null && moving)
          void mover.settle({ ...moving, longer: longer(event, from.current) });
        from.current = null;
      }}
    />
  );
}
