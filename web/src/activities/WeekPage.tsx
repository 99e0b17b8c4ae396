import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useMemo } from 'react';
import { api, dataOf } from '../api/client.js';
import { everyPage } from '../api/everyPage.js';
import { useMay, useMe } from '../api/session.js';
import { EmptyState, Failed } from '../frame/EmptyState.js';
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
import { useUrlValue } from '../frame/useUrlFilters.js';
import { ActivityTabs } from './ActivityTabs.js';
import type { ActivityRow } from './activity-queries.js';
import { useSaveRows } from './useSaveRows.js';
import {
  copiedFromLastWeek,
  daysOf,
  gridRow,
  mondayOf,
  weekChanges,
  weekRows,
  WEEKS_BEFORE,
  withTotals,
} from './week-rows.js';

/** The hours of a week in one sheet: a row for each sort of work of the last weeks. */
export default function WeekPage() {
  const today = useToday();
  const [asked, setAsked] = useUrlValue('settimana');
  const monday = mondayOf(parseDay(asked ?? '', today) ?? today);
  const project = useWeekProject();
  const title = project ? `, ${project.title}` : '';
  return (
    <div className="cf-page">
      <PageHeader
        title="Settimana"
        state={`${weekday(monday)} – ${weekday(addDays(monday, 6), true)}${title}`}
        action={<Weeks monday={monday} today={today} set={setAsked} />}
      />
      <ActivityTabs />
      {project ? <Week key={`${project.id} ${monday}`} {...{ project, monday }} /> : <NoProject />}
    </div>
  );
}

type OneWeek = Pick<WeekSheetProps, 'project' | 'monday'>;

function Week({ project, monday }: OneWeek) {
  const { data, error, refetch } = useWeek(project.id, monday);
  if (data) return <WeekSheet {...{ project, monday, data }} />;
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  return <div className="cf-card cf-chart-wait" aria-busy="true" />;
}

const NoProject = () => (
  <EmptyState
    title="Scegli un progetto"
    text="La settimana si compila in un progetto alla volta: sceglilo in alto."
  />
);

/** That of the context, or the only one in which one may log. */
function useWeekProject() {
  const { project, projects } = useProjectContext();
  const mine = projects.filter(({ permissions }) => permissions.includes('activity.log'));
  return project ?? (mine.length > 0 ? mine[0] : projects[0]) ?? null;
}

/** One's own work when one is somebody who does it, else that of the project. */
function useWeek(projectId: string, monday: string) {
  const { personId } = useMe().user;
  return useQuery({
    queryKey: ['activities', 'week', projectId, monday, personId],
    queryFn: () =>
      everyPage((after) =>
        dataOf(
          api.GET('/api/v1/activities', {
            params: {
              query: {
                projectId: [projectId],
                from: addDays(monday, -7 * WEEKS_BEFORE),
                to: addDays(monday, 6),
                limit: 200,
                ...(personId && { personId: [personId] }),
                ...(after && { after }),
              },
            },
          }),
        ),
      ),
    enabled: projectId !== '',
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

interface WeekSheetProps {
  project: { id: string; title: string };
  monday: string;
  data: ActivityRow[];
}

function WeekSheet({ project, monday, data }: WeekSheetProps) {
  const may = useMay();
  const writes = may('activity.log', project.id);
  const days = useMemo(() => daysOf(monday), [monday]);
  const rows = useMemo(() => weekRows(data), [data]);
  const base = useMemo(() => rows.map((row) => gridRow(row, days)), [rows, days]);
  const edits = useEdits(base);
  const changes = useMemo(() => weekChanges(rows, edits.rows, days), [rows, edits.rows, days]);
  const save = useSaveRows(project.id, edits.clear);
  const errors = useMemo(() => withRefusals(changes, save.refused), [changes, save.refused]);
  const columns = useMemo(() => columnsOf(days), [days]);
  const copy = () => edits.apply(copiedFromLastWeek(rows, edits.rows, days));
  useKey('c', () => writes && copy());
  const count = changes.body.rows.length + changes.body.cancel.length;
  if (rows.length === 0)
    return (
      <EmptyState
        title="Nessuna attività nelle ultime settimane"
        text="Registra la prima con N: da quella settimana in poi la riga è già qui."
      />
    );
  return (
    <>
      <div className="cf-grid-bar">
        <p role="status">
          {plural(rows.length, 'riga', 'righe')} dalle ultime settimane
          {count > 0 &&
            `; ${plural(count, 'cella cambiata', 'celle cambiate')}, non ancora salvate`}
        </p>
        {writes && (
          <div className="cf-buttons">
            <Button type="button" color="primary" outline onClick={copy}>
              <Icon name="copy" />
              Copia settimana precedente <KeyHint>C</KeyHint>
            </Button>
            <Button
              type="button"
              color="primary"
              disabled={count === 0 || Object.keys(errors).length > 0 || save.isPending}
              onClick={() => save.mutate(changes.body)}
            >
              Salva la settimana
            </Button>
          </div>
        )}
      </div>
      <Grid
        label="Ore della settimana"
        columns={columns}
        rows={withTotals(edits.rows, days)}
        onEdit={writes ? edits.apply : undefined}
        onUndo={edits.undo}
        errors={errors}
        height={Math.min(15, rows.length + 1)}
      />
    </>
  );
}

const columnsOf = (days: string[]): GridColumn[] => [
  { key: 'what', header: 'Tipo', width: 10, fixed: true },
  { key: 'where', header: 'Chi e dove', width: 13, fixed: true },
  ...days.map((day) => ({ key: day, header: headOf(day), width: 4.3, numeric: true })),
  { key: 'total', header: 'Totale', width: 5, numeric: true, fixed: true },
];

const headOf = (day: string): string => weekday(day).split(' ').slice(0, 2).join(' ');

function withRefusals(
  { errors, places }: ReturnType<typeof weekChanges>,
  refused: readonly { path: string; message: string }[],
): GridErrors {
  const all = { ...errors };
  for (const { path, message } of refused) {
    const place = places[Number(/^rows\.(\d+)/.exec(path)?.[1] ?? -1)];
    if (place)
      all[place.key] = { ...all[place.key], [place.day]: `${dayWords(place.day)}: ${message}` };
  }
  return all;
}
