import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { lazy, Suspense } from 'react';
import { api, dataOf } from '../api/client.js';
import { useMay } from '../api/session.js';
import { DataTable, RowAction } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { NoRows } from '../frame/Filters.js';
import { hours, plural, weekday } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { KeyHint, PageHeader } from '../frame/PageHeader.js';
import { usePages } from '../frame/usePages.js';
import { useToday } from '../frame/today.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Switcher } from '../frame/Switcher.js';
import { Loading } from '../frame/Loading.js';
import { ActivityDetail, useOpenActivity } from './ActivityDetail.js';
import { ActivityFilters } from './ActivityFilters.js';
import { ActivityTabs } from './ActivityTabs.js';
import { activityColumns, remindedColumn } from './activity-columns.js';
import { ColumnChooser } from './ColumnChooser.js';
import { asksPlanned, exportAddress, totalsQuery } from './activity-queries.js';
import type { ActivityQuery, ActivityRow } from './activity-queries.js';
import { RemindBar } from './RemindBar.js';
import { SavedViews } from './SavedViews.js';
import { useActivityActions } from './useActivityActions.js';
import { useActivityFilters } from './useActivityFilters.js';
import { offerOf, useColumns } from './useColumns.js';
import { isDue, useRegister } from './useRegister.js';
import { useViewName } from './useViewName.js';
import { usePaste } from './usePaste.js';

const HoursChart = lazy(() => import('./HoursChart.js'));
const PastePanel = lazy(async () => ({ default: (await import('./PastePanel.js')).PastePanel }));
const ActivityGrid = lazy(() => import('./ActivityGrid.js'));

export default function ActivitiesPage() {
  const bar = useActivityFilters();
  const [view] = useUrlValue('vista');
  const may = useMay();
  const { data: totals } = useQuery(totalsQuery(bar.query));
  const suggested = useViewName(bar);
  const views = VIEWS.filter(({ at }) => at !== 'ore' || may('hours.view'));
  const paste = usePaste(may('activity.log'));
  const columns = view !== 'ore' && (
    <ColumnChooser
      offer={offerOf(view === 'griglia' ? 'grid' : 'list', bar.project !== null)}
      always={view === 'griglia' ? undefined : 'kind'}
    />
  );
  return (
    <div className="cf-page">
      <PageHeader
        title="Attività"
        state={stateWords(totals, asksPlanned(bar.query))}
        action={
          <>
            <SavedViews
              page="activities"
              projectId={bar.project?.id ?? null}
              suggested={suggested}
            />
            <Downloads query={bar.query} />
            {may('activity.log') && (
              <Button type="button" color="primary" outline onClick={paste.open}>
                <Icon name="copy" />
                Incolla da Excel
              </Button>
            )}
            {may('activity.log') && <LogButton />}
          </>
        }
      />
      <div className="cf-tabs-line">
        <ActivityTabs />
        <Switcher label="Vista" views={views} at={viewOf(view, bar.ahead)} />
      </div>
      <ActivityFilters bar={bar} end={columns} />
      <View bar={bar} totals={totals} />
      <ActivityDetail />
      {paste.text !== null && (
        <Suspense fallback={null}>
          <PastePanel text={paste.text} close={paste.close} />
        </Suspense>
      )}
    </div>
  );
}

function stateWords(totals: ViewProps['totals'], planned: boolean): string {
  if (!totals) return '\u00a0';
  const words = planned
    ? (['in programma', 'in programma'] as const)
    : (['svolta', 'svolte'] as const);
  return `${plural(totals.activities, `attività ${words[0]}`, `attività ${words[1]}`)}, ${hours(totals.minutes)} ore`;
}

interface ViewProps {
  bar: ReturnType<typeof useActivityFilters>;
  totals: { activities: number; minutes: number } | undefined;
}

function View({ bar, totals }: ViewProps) {
  const [view] = useUrlValue('vista');
  if (view !== 'griglia' && view !== 'ore')
    return <List query={bar.query} minutes={totals?.minutes} bar={bar} />;
  return (
    <Suspense fallback={<Loading card />}>
      {view === 'griglia' ? (
        <ActivityGrid bar={bar} totals={totals} />
      ) : (
        <HoursChart query={bar.query} partial={bar.ignoredByHours} />
      )}
    </Suspense>
  );
}

const viewOf = (view: string | null, ahead: boolean) =>
  view === 'ore' || view === 'griglia' ? view : ahead ? 'prossime' : '';

const FORMATS = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel (XLSX)'],
  ['ods', 'LibreOffice (ODS)'],
] as const;

/** The rows of the filter as a file. */
const Downloads = ({ query }: { query: ActivityQuery }) => (
  <details className="cf-drop">
    <summary className="btn btn-outline-primary">
      <Icon name="download" />
      Scarica
    </summary>
    <ul>
      {FORMATS.map(([format, label]) => (
        <li key={format}>
          <a href={exportAddress(query, format)} download>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </details>
);

function LogButton() {
  const [, setPanel] = useUrlValue('registra');
  return (
    <Button
      type="button"
      color="primary"
      className="cf-not-on-phone"
      onClick={() => setPanel('nuova')}
    >
      <Icon name="plus" />
      Registra attività <KeyHint>N</KeyHint>
    </Button>
  );
}

/** The address of each view; the other filters stay. */
const VIEWS = [
  { at: '', label: 'Elenco', params: { vista: null, periodo: null } },
  { at: 'griglia', label: 'Griglia', params: { vista: 'griglia', periodo: null } },
  { at: 'prossime', label: 'Prossime', params: { vista: null, periodo: 'prossime' } },
  { at: 'ore', label: 'Ore per mese', params: { vista: 'ore', periodo: null } },
];

interface ListProps {
  query: ActivityQuery;
  minutes: number | undefined;
  bar: ReturnType<typeof useActivityFilters>;
}

function List({ query, minutes, bar }: ListProps) {
  const opened = useOpenActivity();
  const { edit, duplicate, cancel } = useActivityActions();
  const register = useRegister();
  const today = useToday();
  const may = useMay();
  const { order, sort } = bar;
  const { shown } = useColumns(offerOf('list', bar.project !== null));
  const { rows, ...paging } = usePages(['activities', 'list', query, order], (after) =>
    dataOf(
      api.GET('/api/v1/activities', {
        params: { query: { ...query, order, limit: 50, ...(after && { after }) } },
      }),
    ),
  );
  const actions = (row: ActivityRow) => {
    if (!may('activity.log', row.projectId)) return null;
    const which = `${row.kindLabel} di ${weekday(row.day)}`;
    const open = row.state !== 'cancelled' && !row.reportId;
    return (
      <>
        {isDue(row, today) && (
          <RowAction icon="check" label={`Registra: ${which}`} onClick={() => void register(row)} />
        )}
        {open && <RowAction icon="pencil" label={`Modifica: ${which}`} onClick={() => edit(row)} />}
        <RowAction icon="copy" label={`Duplica: ${which}`} onClick={() => duplicate(row)} />
        {open && (
          <RowAction icon="ban" label={`Annulla: ${which}`} onClick={() => void cancel(row)} />
        )}
      </>
    );
  };
  const unproved = query.evidence === 'missing';
  const columns = activityColumns(shown, minutes);
  const list = (
    <div className="cf-dense">
      <DataTable
        caption="Attività"
        columns={unproved ? columns.toSpliced(3, 0, remindedColumn) : columns}
        sort={sort}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={opened.set}
        openKey={opened.id}
        actions={may('activity.log') ? actions : undefined}
        isMuted={({ state }) => state === 'cancelled'}
        totalLabel="Totale"
        empty={
          <NoRows bar={bar} none={bar.ahead ? 'Nulla in programma' : 'Nessuna attività'}>
            <EmptyState
              title="Ancora nessuna attività"
              text="Premi N, o il pulsante in alto, per registrare la prima."
            />
          </NoRows>
        }
        {...paging}
      />
    </div>
  );
  if (!unproved) return list;
  return (
    <>
      <RemindBar rows={rows ?? []} />
      {list}
    </>
  );
}
