import { formatDay } from '../../kernel/dates.js';
import type { FrozenFigureRow, SnapshotContent } from '../snapshot.js';

/** What the files are rendered from: the snapshot and nothing else, so that rendering twice gives the same bytes. */
export interface Printable extends SnapshotContent {
  rows: FrozenFigureRow[];
  sha256: string;
  sentAt: Date;
}

export const subtitle = ({ sheet }: SnapshotContent): string =>
  [
    `Scheda n. ${sheet.number}`,
    sheet.corrects === null ? null : `rettifica della n. ${sheet.corrects}`,
    `dal ${formatDay(sheet.from)} al ${formatDay(sheet.to)}`,
  ]
    .filter((part) => part !== null)
    .join(' · ');

/** "scheda-3-2019-04-01-2019-06-30.pdf" */
export const fileName = ({ sheet }: SnapshotContent, format: string): string =>
  `scheda-${sheet.number}-${sheet.from}-${sheet.to}.${format}`;

export const demonstrationNote = 'Contiene dati dimostrativi.';
