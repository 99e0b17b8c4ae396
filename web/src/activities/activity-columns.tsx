import type { ReactNode } from 'react';
import type { Column } from '../frame/DataTable.js';
import { day, decimal, hours } from '../frame/format.js';
import { DemoMark, LockChip } from '../frame/StateChip.js';
import { languageName } from '../frame/languages.js';
import type { ActivityRow } from './activity-queries.js';
import { ActivityState } from './activity-states.js';
import { COLUMNS, SORTS } from './typed-columns.js';
import { headOf, type Shown } from './useColumns.js';

/** The columns of the list; what it is always is there, since it opens the row. `minutes`: the total of the whole filter, asked apart. */
export const activityColumns = (shown: readonly Shown[], minutes?: number): Column<ActivityRow>[] =>
  (shown.includes('kind') ? shown : ['kind' as const, ...shown]).map((key) => ({
    key,
    header: headOf(key),
    cell: CELLS[key],
    ...(key === 'kind' && { phone: 'title' as const }),
    ...(key === 'duration' && minutes !== undefined && { total: hours(minutes) }),
    ...(isTyped(key) && { numeric: COLUMNS[key].numeric, sort: SORTS[key] }),
  }));

const isTyped = (key: Shown): key is keyof typeof COLUMNS => Object.hasOwn(COLUMNS, key);

const titled = (text: string | null) => text && <span title={text}>{text}</span>;

const CELLS: Record<Shown, (row: ActivityRow) => ReactNode> = {
  day: (row) => <span className="cf-num">{day(row.day)}</span>,
  kind: ({ kindLabel, demonstration }) => (
    <>
      {kindLabel}
      {demonstration && <DemoMark />}
    </>
  ),
  duration: (row) => sizeOf(row),
  state: (row) => <RowState row={row} />,
  project: ({ projectTitle }) => titled(projectTitle),
  startTime: ({ startTime }) => startTime,
  endTime: ({ endTime }) => endTime,
  quantity: ({ quantity }) => quantity !== null && decimal(String(quantity)),
  workItem: ({ workItemCode, workItemTitle }) => (
    <span title={`${workItemCode} · ${workItemTitle}`}>{workItemTitle}</span>
  ),
  partner: ({ partnerName }) => titled(partnerName),
  staff: ({ staffNames }) => titled(staffNames.join(', ')),
  place: ({ place }) => titled(place),
  bodies: ({ organisationNames }) => titled(organisationNames.join(', ')),
  participants: ({ participants }) => participants,
  women: ({ women }) => women,
  men: ({ men }) => men,
  language: ({ language }) => language && languageName(language),
  territory: ({ territoryName }) => territoryName,
  group: ({ targetGroup }) => titled(targetGroup),
  note: ({ note }) => titled(note),
};

/** When those who owe its evidence were asked for it: beside the rest where rows without evidence are listed. */
export const remindedColumn: Column<ActivityRow> = {
  key: 'reminded',
  header: 'Sollecitata',
  cell: ({ remindedOn }) => remindedOn && <span className="cf-num">{day(remindedOn)}</span>,
};

/** Hours where there are, else what the kind counts. */
export const sizeOf = ({ minutes, quantity }: ActivityRow) =>
  minutes > 0 || quantity === null ? hours(minutes) : `${decimal(String(quantity))} unità`;

const RowState = ({ row }: { row: ActivityRow }) =>
  row.reportNumber !== null ? (
    <LockChip report={`relazione ${row.reportNumber}`} />
  ) : (
    <ActivityState state={row.state} title={row.cancelReason ?? undefined} />
  );
