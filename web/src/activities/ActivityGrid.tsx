import { Button } from 'design-react-kit';
import { useMemo, useState } from 'react';
import { api, dataOf } from '../api/client.js';
import { useMay } from '../api/session.js';
import { EmptyState } from '../frame/EmptyState.js';
import { NoRows } from '../frame/Filters.js';
import { hours, plural } from '../frame/format.js';
import { Grid } from '../frame/grid/Grid.js';
import type { GridRow } from '../frame/grid/grid-types.js';
import { useEdits } from '../frame/grid/useEdits.js';
import { usePages } from '../frame/usePages.js';
import { useToday } from '../frame/today.js';
import type { ActivityRow } from './activity-queries.js';
import { BulkBar } from './BulkBar.js';
import { changedBodies, errorsByRow } from './grid-changes.js';
import { gridColumns, TYPED } from './typed-columns.js';
import { useColumns } from './useColumns.js';
import { cellsOf, type TypedChoices } from './typed-rows.js';
import type { useActivityFilters } from './useActivityFilters.js';
import { useSaveRows } from './useSaveRows.js';
import { optionsOf, useTypedChoices } from './useTypedChoices.js';

interface ActivityGridProps {
  bar: ReturnType<typeof useActivityFilters>;
  totals: { activities: number; minutes: number } | undefined;
}

/** The activities of the filter as a sheet: what is typed is kept until it is saved, all of it at once. */
export default function ActivityGrid({ bar, totals }: ActivityGridProps) {
  const { query } = bar;
  const order = bar.ahead ? ('oldest' as const) : ('newest' as const);
  const { rows, more } = usePages(['activities', 'list', query, order, 'grid'], (after) =>
    dataOf(
      api.GET('/api/v1/activities', {
        params: { query: { ...query, order, limit: 200, ...(after && { after }) } },
      }),
    ),
  );
  const choices = useTypedChoices(bar.project?.id ?? '');
  if (!rows) return <div className="cf-card cf-chart-wait" aria-busy="true" />;
  if (rows.length === 0)
    return (
      <NoRows bar={bar} none="Nessuna attività">
        <EmptyState
          title="Ancora nessuna attività"
          text="Incolla un blocco da Excel, o premi N per registrare la prima."
        />
      </NoRows>
    );
  return (
    <Sheet
      rows={rows}
      choices={choices}
      projectId={bar.project?.id ?? null}
      onNearEnd={more && !more.loading ? more.load : undefined}
      totals={totals}
    />
  );
}

interface SheetProps {
  rows: ActivityRow[];
  choices: TypedChoices;
  /** Null: over all projects, where names would be of several; the sheet is then only read. */
  projectId: string | null;
  onNearEnd: (() => void) | undefined;
  totals: { activities: number; minutes: number } | undefined;
}

function Sheet({ rows, choices, projectId, onNearEnd, totals }: SheetProps) {
  const may = useMay();
  const today = useToday();
  const writes = projectId !== null && may('activity.log', projectId);
  const sheet = useMemo(() => rows.map((row) => gridRow(row, choices)), [rows, choices]);
  const edits = useEdits(sheet);
  const [chosen, setChosen] = useState<string[]>([]);
  const changes = useMemo(
    () => changedBodies(rows, edits, choices, today),
    [rows, edits, choices, today],
  );
  const save = useSaveRows(projectId ?? '', edits.clear);
  const errors = useMemo(() => errorsByRow(changes, save.refused), [changes, save.refused]);
  const [shown] = useColumns();
  const columns = useMemo(
    () =>
      gridColumns(
        TYPED.filter((key) => shown.includes(key)),
        optionsOf(choices),
      ),
    [choices, shown],
  );
  const selected = rows.filter(({ id }) => chosen.includes(id));
  return (
    <>
      <div className="cf-grid-bar">
        <p role="status">{sumWords(selected, totals)}</p>
        {writes && selected.length > 1 && edits.touched.size === 0 && (
          <BulkBar rows={selected} choices={choices} projectId={projectId} save={save} />
        )}
        <SaveBar
          count={edits.touched.size}
          blocked={Object.keys(errors).length > 0 || save.isPending}
          drop={edits.clear}
          save={() => save.mutate({ rows: changes.flatMap(({ body }) => body ?? []) })}
        />
      </div>
      <Grid
        label="Attività"
        columns={columns}
        rows={edits.rows}
        onEdit={writes ? edits.apply : undefined}
        onUndo={edits.undo}
        onSelect={(all) => setChosen(all.map(({ key }) => key))}
        errors={errors}
        height={15}
        onNearEnd={onNearEnd}
      />
      {!writes && projectId === null && (
        <p className="cf-help">Per scrivere nella griglia scegli un progetto in alto.</p>
      )}
    </>
  );
}

interface SaveBarProps {
  count: number;
  blocked: boolean;
  drop: () => void;
  save: () => void;
}

function SaveBar({ count, blocked, drop, save }: SaveBarProps) {
  if (count === 0) return null;
  return (
    <div className="cf-buttons">
      <Button type="button" color="primary" outline size="sm" onClick={drop}>
        Lascia perdere
      </Button>
      <Button type="button" color="primary" size="sm" disabled={blocked} onClick={save}>
        Salva {plural(count, 'modifica', 'modifiche')}
      </Button>
    </div>
  );
}

function gridRow(row: ActivityRow, choices: TypedChoices): GridRow {
  const locked =
    row.reportNumber !== null
      ? `È nella relazione ${row.reportNumber}: si corregge con Rettifica`
      : row.state === 'cancelled'
        ? `Annullata: ${row.cancelReason ?? ''}`
        : undefined;
  return { key: row.id, cells: cellsOf(row, choices), locked, muted: row.state === 'cancelled' };
}

function sumWords(
  selected: ActivityRow[],
  totals: { activities: number; minutes: number } | undefined,
): string {
  if (selected.length > 1) {
    const counted = selected.filter(({ state }) => state !== 'cancelled');
    const minutes = counted.reduce((sum, row) => sum + row.minutes, 0);
    return `Selezione: ${plural(counted.length, 'attività', 'attività')}, ${hours(minutes)} ore`;
  }
  return totals
    ? `Totale: ${plural(totals.activities, 'attività', 'attività')}, ${hours(totals.minutes)} ore`
    : '\u00a0';
}
