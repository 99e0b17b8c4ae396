import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useMemo, useState } from 'react';
import { api, dataOf } from '../api/client.js';
import { everyPage, firstRows } from '../api/everyPage.js';
import { useMay, useMe } from '../api/session.js';
import { EmptyState } from '../frame/EmptyState.js';
import { day as dayWords, plural, weekday } from '../frame/format.js';
import { Grid } from '../frame/grid/Grid.js';
import type { GridColumn, GridErrors } from '../frame/grid/grid-types.js';
import { useEdits } from '../frame/grid/useEdits.js';
import '../frame/grid/grid.css';
import { Icon } from '../frame/Icon.js';
import { KeyHint, PageHeader } from '../frame/PageHeader.js';
import { addDays, parseDay } from '../frame/parse.js';
import { useProjectContext } from '../frame/project-context.js';
import { useToday } from '../frame/today.js';
import { useKey } from '../frame/useKey.js';
import { useUnsaved } from '../frame/useUnsaved.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Loading } from '../frame/Loading.js';
import { mondayOf } from '../planning/calendar-days.js';
import { ActivityTabs } from './ActivityTabs.js';
import type { ActivityRow } from './activity-queries.js';
import { NewWeekRow } from './NewWeekRow.js';
import { merged } from './paste-writes.js';
import { useSaveRows } from './useSaveRows.js';
import {
  copiedFromLastWeek,
  daysOf,
  gridRow,
  weekChanges,
  type WeekRow,
  weekRows,
  WEEKS_BEFORE,
  withTotals,
} from './week-rows.js';

/** The hours of a week in one sheet: a row for each sort of work of the last weeks, of one project or of all. */
export default function WeekPage() {
  const today = useToday();
  const [asked, setAsked] = useUrlValue('settimana');
  const monday = mondayOf(parseDay(asked ?? '', today) ?? today);
  const { project, projects } = useProjectContext();
  const title = project?.title ?? (projects.length > 1 ? 'tutti i miei progetti' : '');
  return (
    <div className="cf-page">
      <PageHeader
        title="Settimana"
        state={[`${weekday(monday)} – ${weekday(addDays(monday, 6), true)}`, title]
          .filter(Boolean)
          .join(', ')}
        action={<Weeks monday={monday} today={today} set={setAsked} />}
      />
      <ActivityTabs />
      <Week key={`${project?.id} ${monday}`} projectId={project?.id ?? null} monday={monday} />
    </div>
  );
}

function Week({ projectId, monday }: Pick<WeekSheetProps, 'projectId' | 'monday'>) {
  const { data, error, refetch } = useWeek(projectId, monday);
  if (data) return <WeekSheet {...{ projectId, monday, data }} />;
  return <Loading {...{ error, refetch }} card />;
}

/** One's own work when one is somebody who does it, else that of the project or of all of them: all of two weeks, to be shown and copied; of those before as much as proposes rows. */
function useWeek(projectId: string | null, monday: string) {
  const { personId } = useMe().user;
  const page = (from: number, to: number) => (after: string | undefined) =>
    dataOf(
      api.GET('/api/v1/activities', {
        params: {
          query: {
            from: addDays(monday, from),
            to: addDays(monday, to),
            limit: 200,
            ...(projectId && { projectId: [projectId] }),
            ...(personId && { personId: [personId] }),
            ...(after && { after }),
          },
        },
      }),
    );
  return useQuery({
    queryKey: ['activities', 'week', projectId, monday, personId],
    queryFn: async () => {
      const [needed, before] = await Promise.all([
        everyPage(page(-7, 6)),
        firstRows(page(-7 * WEEKS_BEFORE, -8)),
      ]);
      return [...needed, ...before.items];
    },
  });
}

interface WeeksProps {
  monday: string;
  today: string;
  set: (monday: string) => void;
}

const Weeks = ({ monday, today, set }: WeeksProps) => (
  <>
    <button type="button" className="cf-icon-button" onClick={() => set(addDays(monday, -7))}>
      <Icon name="chevron-left" label="Settimana precedente" />
    </button>
    <Button type="button" color="primary" outline onClick={() => set(mondayOf(today))}>
      Questa settimana
    </Button>
    <button type="button" className="cf-icon-button" onClick={() => set(addDays(monday, 7))}>
      <Icon name="chevron-right" label="Settimana successiva" />
    </button>
  </>
);

/** Another week or project is another sheet. */
const SHEET = ['settimana', 'progetto'];

interface WeekSheetProps {
  /** Null: all of one's projects. */
  projectId: string | null;
  monday: string;
  data: ActivityRow[];
}

function WeekSheet({ projectId, monday, data }: WeekSheetProps) {
  const may = useMay();
  const writes = projectId === null ? may('activity.log') : may('activity.log', projectId);
  const [added, setAdded] = useState<WeekRow[]>([]);
  const [adding, setAdding] = useState(false);
  const days = useMemo(() => daysOf(monday), [monday]);
  const rows = useMemo(() => weekRows(data, monday, added), [data, monday, added]);
  const base = useBase(rows, days);
  const edits = useEdits(base);
  const changes = useMemo(() => weekChanges(rows, edits.rows, days), [rows, edits.rows, days]);
  const save = useSaveRows(edits);
  useUnsaved(edits.touched.size > 0, SHEET);
  const errors = useMemo(() => merged(changes.errors, save.refused), [changes, save.refused]);
  const columns = useMemo(() => columnsOf(days, projectId !== null), [days, projectId]);
  const copy = () => edits.apply(copiedFromLastWeek(rows, edits.rows, days));
  useKey('c', () => writes && copy());
  const count = changes.body.rows.length + changes.body.cancel.length;
  const blocked = count === 0 || Object.keys(errors).length > 0 || save.isPending;
  return (
    <>
      <div className="cf-grid-bar">
        <p role="status">{stateWords(rows.length, count)}</p>
        {writes && (
          <WeekButtons
            {...{ copy, blocked }}
            add={() => setAdding(true)}
            save={() =>
              save.mutate(changes.body, (refused) => refusedDays(changes.places, refused))
            }
          />
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title="Nessuna attività nelle ultime settimane"
          text="Aggiungi una riga, o registra la prima con N: da quella settimana in poi è già qui."
        />
      ) : (
        <Grid
          label="Ore della settimana"
          columns={columns}
          rows={withTotals(edits.rows, days)}
          onEdit={writes ? edits.apply : undefined}
          onUndo={edits.undo}
          errors={errors}
          height={Math.min(15, rows.length + 1)}
        />
      )}
      {adding && (
        <NewWeekRow
          projectId={projectId}
          add={(row) => setAdded([...added, row])}
          close={() => setAdding(false)}
        />
      )}
    </>
  );
}

function useBase(rows: readonly WeekRow[], days: readonly string[]) {
  const may = useMay();
  return useMemo(
    () => rows.map((row) => gridRow(row, days, may('activity.log', row.projectId))),
    [rows, days, may],
  );
}

const stateWords = (rows: number, count: number): string =>
  `${plural(rows, 'riga', 'righe')} dalle ultime settimane` +
  (count > 0 ? `; ${plural(count, 'cella cambiata', 'celle cambiate')}, non ancora salvate` : '');

interface WeekButtonsProps {
  copy: () => void;
  add: () => void;
  save: () => void;
  blocked: boolean;
}

const WeekButtons = ({ copy, add, save, blocked }: WeekButtonsProps) => (
  <div className="cf-buttons">
    <Button type="button" color="primary" outline onClick={add}>
      <Icon name="plus" />
      Aggiungi riga
    </Button>
    <Button type="button" color="primary" outline onClick={copy}>
      <Icon name="copy" />
      Copia settimana precedente <KeyHint>C</KeyHint>
    </Button>
    <Button type="button" color="primary" disabled={blocked} onClick={save}>
      Salva la settimana
    </Button>
  </div>
);

/** Of one project its name says nothing. */
const columnsOf = (days: string[], oneProject: boolean): GridColumn[] => [
  ...(oneProject ? [] : [{ key: 'project', header: 'Progetto', width: 9, fixed: true }]),
  { key: 'what', header: 'Tipo', width: 10, fixed: true },
  { key: 'where', header: 'Chi e dove', width: 13, fixed: true },
  ...days.map((day) => ({ key: day, header: headOf(day), width: 4.3, numeric: true })),
  { key: 'total', header: 'Totale', width: 5, numeric: true, fixed: true },
];

const headOf = (day: string): string => weekday(day).split(' ').slice(0, 2).join(' ');

/** What the server refused, at the cells that were sent. */
function refusedDays(
  places: readonly { key: string; day: string }[],
  refused: readonly { path: string; message: string }[],
): GridErrors {
  const all: GridErrors = {};
  for (const { path, message } of refused) {
    const place = places[Number(/^rows\.(\d+)/.exec(path)?.[1] ?? -1)];
    if (place)
      all[place.key] = { ...all[place.key], [place.day]: `${dayWords(place.day)}: ${message}` };
  }
  return all;
}
