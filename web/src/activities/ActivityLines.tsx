import type { ReactNode } from 'react';
import { day } from '../frame/format.js';
import { DemoMark } from '../frame/StateChip.js';
import { useOpenActivity } from './ActivityDetail.js';
import { sizeOf } from './activity-columns.js';
import type { ActivityRow } from './activity-queries.js';
import { ActivityState } from './activity-states.js';

interface ActivityLinesProps {
  rows: ActivityRow[];
  /** The rows are of different days: each says its own. */
  dated?: boolean;
  /** A button beside the row: what can be done with it at once. */
  action?: (row: ActivityRow) => ReactNode;
}

/** A few activities in two lines each; every one opens. */
export function ActivityLines({ rows, dated, action }: ActivityLinesProps) {
  const { set } = useOpenActivity();
  return (
    <ul className="cf-lines">
      {rows.map((row) => (
        <li key={row.id} className={row.state === 'cancelled' ? 'is-muted' : undefined}>
          <button type="button" onClick={() => set(row)}>
            <span className="cf-lines-main">
              <span>
                <strong>{row.kindLabel}</strong>
                {row.demonstration && <DemoMark />}
              </span>
              <small>{wordsOf(row, dated)}</small>
            </span>
            {!dated && row.state !== 'done' && <ActivityState state={row.state} />}
            <span className="cf-num">{sizeOf(row)}</span>
          </button>
          {action?.(row)}
        </li>
      ))}
    </ul>
  );
}

const wordsOf = (row: ActivityRow, dated = false): string =>
  [dated && day(row.day), row.startTime, row.partnerName, row.place, row.staffNames.join(', ')]
    .filter(Boolean)
    .join(' · ') || row.workItemTitle;
