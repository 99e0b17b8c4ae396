import { Button } from 'design-react-kit';
import { useMemo, useState } from 'react';
import { api, dataOf } from '../api/client.js';
import { useMay } from '../api/session.js';
import { EmptyState } from '../frame/EmptyState.js';
import { NoRows } from '../frame/Filters.js';
import { hours, plural } from '../frame/format.js';
import { Grid } from '../frame/grid/Grid.js';
import type { GridColumn, GridRow } from '../frame/grid/grid-types.js';
import { useEdits } from '../frame/grid/useEdits.js';
import { usePages } from '../frame/usePages.js';
import { useUnsaved } from '../frame/useUnsaved.js';
import { useToday } from '../frame/today.js';
import { Loading } from '../frame/Loading.js';
import type { ActivityRow } from './activity-queries.js';
import { BulkBar } from './BulkBar.js';
import { changedBodies, errorsByRow, refusedCells } from './grid-changes.js';
import { merged } from './paste-writes.js';
import { gridColumns, TYPED } from './typed-columns.js';
import { offerOf, type Shown, useColumns } from './useColumns.js';
import { cellsOf, type TypedChoices } from './typed-rows.js';
import { FILTERS, type useActivityFilters } from './useActivityFilters.js';
import { useSaveRows } from './useSaveRows.js';
import { optionsOf, useChoicesOf } from './useTypedChoices.js';

interface ActivityGridProps {
  bar: ReturnType<typeof useActivityFilters>;
  totals: { activities: number; minutes: number } | undefined;
}

/** The activities of the filter as a sheet: what is typed is kept until it is saved, all of it at once. */
export default function ActivityGrid({ bar, totals }: ActivityGridProps) {
  const { query, order } = bar;
  const { rows, more } = usePages(['activities', 'list', query, order, 'grid'], (after) =>
    dataOf(
      api.GET('/api/v1/activities', {
        params: { query: { ...query, order, limit: 200, ...(after && { after }) } },
      }),
    ),
  );
  if (!rows) return <Loading card />;
  if (rows.length === 0)
    return (
      <NoRows bar={bar} none="Nessuna attività">
        <EmptyState
          title="Ancora nessuna attività"
          text="Incolla un blocco da Excel, o premi N per registrare la prima."
        />
      </NoRows>
    );
  const onNearEnd = more && !more.loading ? more.load : undefined;
  return <Sheet {...{ rows, bar, totals, onNearEnd }} />;
}

interface SheetProps extends ActivityGridProps {
  rows: ActivityRow[];
  onNearEnd: (() => void) | undefined;
}

function Sheet({ rows, bar, totals, onNearEnd }: SheetProps) {
  const today = useToday();
  const writable = useWritable(rows);
  const choicesOf = useChoicesOf(writable);
  const sheet = useMemo(
    () => rows.map((row) => gridRow(row, choicesOf(row.projectId), writable)),
    [rows, choicesOf, writable],
  );
  const edits = useEdits(sheet);
  const [chosen, setChosen] = useState<string[]>([]);
  const changes = useMemo(
    () => changedBodies(rows, edits, choicesOf, today),
    [rows, edits, choicesOf, today],
  );
  const save = useSaveRows(edits);
  useUnsaved(edits.touched.size > 0, SHEET);
  const errors = useMemo(() => merged(errorsByRow(changes), save.refused), [changes, save.refused]);
  const { shown } = useColumns(offerOf('grid', bar.project !== null));
  const offered = useMemo(() => {
    const [first = NOWHERE, ...others] = writable;
    return optionsOf(choicesOf(first), others.map(choicesOf));
  }, [choicesOf, writable]);
  const columns = useMemo(() => shownColumns(shown, offered), [shown, offered]);
  const selected = rows.filter(({ id }) => chosen.includes(id));
  const untouched = edits.touched.size === 0;
  return (
    <>
      <div className="cf-grid-bar">
        <p role="status">{sumWords(selected, totals)}</p>
        {selected.length > 1 &&
          untouched &&
          selected.every(({ projectId }) => writable.includes(projectId)) && (
            <BulkBar rows={selected} {...{ choicesOf, offered, save }} />
          )}
        <SaveBar
          count={edits.touched.size}
          blocked={Object.keys(errors).length > 0 || save.isPending}
          drop={edits.clear}
          save={() =>
            save.mutate({ rows: changes.flatMap(({ body }) => body ?? []) }, (refused) =>
              refusedCells(
                changes.map(({ key }) => key),
                refused,
              ),
            )
          }
        />
      </div>
      <Grid
        label="Attività"
        columns={columns}
        rows={edits.rows}
        onEdit={writable.length > 0 ? edits.apply : undefined}
        onUndo={edits.undo}
        onSelect={(all) => setChosen(all.map(({ key }) => key))}
        errors={errors}
        height={15}
        onNearEnd={onNearEnd}
        // Other rows would come in the place of those that were typed over.
        sort={untouched ? bar.sort : undefined}
      />
    </>
  );
}

const NOWHERE = '';
/** Under other filters other rows are in sight. */
const SHEET = [...FILTERS, 'periodo', 'progetto', 'vista'];

/** The projects of the rows in which the caller may write. */
function useWritable(rows: readonly ActivityRow[]): string[] {
  const may = useMay();
  const ids = [...new Set(rows.map(({ projectId }) => projectId))];
  const known = ids.filter((id) => may('activity.log', id)).join(' ');
  return useMemo(() => known.split(' ').filter(Boolean), [known]);
}

const shownColumns = (shown: readonly Shown[], offered: ReturnType<typeof optionsOf>) => [
  ...(shown.includes('project') ? [PROJECT] : []),
  ...gridColumns(
    TYPED.filter((key) => shown.includes(key)),
    offered,
  ),
];

const PROJECT: GridColumn = { key: 'project', header: 'Progetto', width: 12, fixed: true };

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

function gridRow(row: ActivityRow, choices: TypedChoices, writable: readonly string[]): GridRow {
  const cells = { ...cellsOf(row, choices), project: row.projectTitle };
  return {
    key: row.id,
    cells,
    locked: whyLocked(row, writable),
    muted: row.state === 'cancelled',
  };
}

function whyLocked(
  { projectId, reportNumber, state, cancelReason }: ActivityRow,
  writable: readonly string[],
): string | undefined {
  if (!writable.includes(projectId)) return 'In questo progetto puoi soltanto leggere';
  if (reportNumber !== null) return `È nella relazione ${reportNumber}: si corregge con Rettifica`;
  return state === 'cancelled' ? `Annullata: ${cancelReason ?? ''}` : undefined;
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
