import type { Column } from '../frame/DataTable.js';
import { day, decimal, hours } from '../frame/format.js';
import { DemoMark, LockChip } from '../frame/StateChip.js';
import type { ActivityRow } from './activity-queries.js';
import { ActivityState } from './activity-states.js';

/** `minutes`: the total of the whole filter, asked apart. */
export function activityColumns(oneProject: boolean, minutes?: number): Column<ActivityRow>[] {
  const project: Column<ActivityRow> = {
    key: 'project',
    header: 'Progetto',
    cell: ({ projectTitle }) => <span title={projectTitle}>{projectTitle}</span>,
  };
  return [
    { key: 'day', header: 'Giorno', cell: (row) => <span className="cf-num">{day(row.day)}</span> },
    {
      key: 'kind',
      header: 'Tipo',
      phone: 'title',
      cell: ({ kindLabel, demonstration }) => (
        <>
          {kindLabel}
          {demonstration && <DemoMark />}
        </>
      ),
    },
    {
      key: 'hours',
      header: 'Ore',
      numeric: true,
      cell: (row) => sizeOf(row),
      ...(minutes === undefined ? {} : { total: hours(minutes) }),
    },
    { key: 'state', header: 'Stato', cell: (row) => <RowState row={row} /> },
    ...(oneProject ? [] : [project]),
    {
      key: 'workItem',
      header: 'Azione',
      cell: ({ workItemCode, workItemTitle }) => (
        <span title={`${workItemCode} · ${workItemTitle}`}>{workItemTitle}</span>
      ),
    },
    {
      key: 'partner',
      header: 'Partner',
      cell: ({ partnerName }) => partnerName && <span title={partnerName}>{partnerName}</span>,
    },
    { key: 'staff', header: 'Chi', cell: ({ staffNames }) => staffNames.join(', ') },
    {
      key: 'place',
      header: 'Luogo',
      cell: ({ place, targetGroup }) => [place, targetGroup].filter(Boolean).join(' · '),
    },
  ];
}

/** Hours where there are, else what the kind counts. */
export const sizeOf = ({ minutes, quantity }: ActivityRow) =>
  minutes > 0 || quantity === null ? hours(minutes) : `${decimal(String(quantity))} pz`;

const RowState = ({ row }: { row: ActivityRow }) =>
  row.reportNumber !== null ? (
    <LockChip report={`relazione ${row.reportNumber}`} />
  ) : (
    <ActivityState state={row.state} title={row.cancelReason ?? undefined} />
  );
