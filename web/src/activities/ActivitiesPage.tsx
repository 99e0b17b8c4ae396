import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { lazy, Suspense } from 'react';
import { Link, useLocation } from 'react-router';
import { api, dataOf } from '../api/client.js';
import { useMay } from '../api/session.js';
import { DataTable, RowAction } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { hours, plural, weekday } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { KeyHint, PageHeader } from '../frame/PageHeader.js';
import { usePages } from '../frame/usePages.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { ActivityDetail, useOpenActivity } from './ActivityDetail.js';
import { ActivityFilters } from './ActivityFilters.js';
import { activityColumns } from './activity-columns.js';
import { exportAddress, totalsQuery } from './activity-queries.js';
import type { ActivityQuery, ActivityRow } from './activity-queries.js';
import { useActivityActions } from './useActivityActions.js';
import { useActivityFilters } from './useActivityFilters.js';

const HoursChart = lazy(() => import('./HoursChart.js'));

export default function ActivitiesPage() {
  const bar = useActivityFilters();
  const [view] = useUrlValue('vista');
  const may = useMay();
  const { data: totals } = useQuery(totalsQuery(bar.query));
  const state = totals
    ? `${plural(totals.activities, 'attività svolta', 'attività svolte')}, ${hours(totals.minutes)} ore`
    : '\u00a0';
  return (
    <div className="cf-page">
      <PageHeader
        title="Attività"
        state={state}
        action={
          <>
            {may('hours.view') && <ViewSwitch view={view} />}
            <a className="btn btn-outline-primary" href={exportAddress(bar.query)} download>
              <Icon name="download" />
              CSV
            </a>
            {may('activity.log') && <LogButton />}
          </>
        }
      />
      <ActivityFilters bar={bar} />
      {view === 'ore' ? (
        <Suspense fallback={<div className="cf-card cf-chart-wait" aria-busy="true" />}>
          <HoursChart query={bar.query} partial={bar.ignoredByHours} />
        </Suspense>
      ) : (
        <List
          query={bar.query}
          minutes={totals?.minutes}
          oneProject={bar.project !== null}
          filtered={bar.active > 0}
          clear={bar.clear}
        />
      )}
      <ActivityDetail />
    </div>
  );
}

function LogButton() {
  const [, setPanel] = useUrlValue('registra');
  return (
    <Button type="button" color="primary" onClick={() => setPanel('nuova')}>
      <Icon name="plus" />
      Registra attività <KeyHint>N</KeyHint>
    </Button>
  );
}

function ViewSwitch({ view }: { view: string | null }) {
  const { search } = useLocation();
  const to = (value: string | null) => {
    const params = new URLSearchParams(search);
    if (value) params.set('vista', value);
    else params.delete('vista');
    return { search: params.toString() };
  };
  return (
    <nav className="cf-switcher" aria-label="Vista">
      <Link to={to(null)} aria-current={view !== 'ore'} replace>
        Elenco
      </Link>
      <Link to={to('ore')} aria-current={view === 'ore'} replace>
        Ore per mese
      </Link>
    </nav>
  );
}

interface ListProps {
  query: ActivityQuery;
  minutes: number | undefined;
  oneProject: boolean;
  filtered: boolean;
  clear: () => void;
}

function List({ query, minutes, oneProject, filtered, clear }: ListProps) {
  const opened = useOpenActivity();
  const { edit, duplicate, cancel } = useActivityActions();
  const may = useMay();
  const { rows, ...paging } = usePages(['activities', 'list', query], (after) =>
    dataOf(
      api.GET('/api/v1/activities', {
        params: { query: { ...query, limit: 50, ...(after && { after }) } },
      }),
    ),
  );
  const actions = (row: ActivityRow) => {
    if (!may('activity.log', row.projectId)) return null;
    const which = `${row.kindLabel} di ${weekday(row.day)}`;
    const open = row.state !== 'cancelled' && !row.reportId;
    return (
      <>
        {open && <RowAction icon="pencil" label={`Modifica: ${which}`} onClick={() => edit(row)} />}
        <RowAction icon="copy" label={`Duplica: ${which}`} onClick={() => duplicate(row)} />
        {open && (
          <RowAction icon="ban" label={`Annulla: ${which}`} onClick={() => void cancel(row)} />
        )}
      </>
    );
  };
  return (
    <DataTable
      caption="Attività"
      columns={activityColumns(oneProject, minutes)}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={opened.set}
      openKey={opened.id}
      actions={may('activity.log') ? actions : undefined}
      isMuted={({ state }) => state === 'cancelled'}
      totalLabel="Totale"
      empty={
        filtered ? (
          <EmptyState
            icon="search"
            title="Nessuna attività con questi filtri"
            action={
              <Button type="button" color="primary" outline onClick={clear}>
                Azzera filtri
              </Button>
            }
          />
        ) : (
          <EmptyState
            title="Ancora nessuna attività"
            text="Premi N, o il pulsante in alto, per registrare la prima."
          />
        )
      }
      {...paging}
    />
  );
}
