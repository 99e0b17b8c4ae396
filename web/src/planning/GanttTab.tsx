import './gantt.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, dataOf } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { Card } from '../frame/Card.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { count, day, hours, period } from '../frame/format.js';
import { useToday } from '../frame/today.js';
import { Loading } from '../frame/Loading.js';
import { scaleOf, stretch } from './gantt-scale.js';
import type { Scale } from './gantt-scale.js';

type Item = Schemas['GanttItem'];

const ganttQuery = (projectId: string) => ({
  queryKey: ['activities', 'gantt', projectId],
  queryFn: () =>
    dataOf(api.GET('/api/v1/projects/{projectId}/gantt', { params: { path: { projectId } } })),
});

/** The work plan over time: planned, as approved, as done; the same as a table. */
export default function GanttTab({ project }: { project: { id: string; slug: string } }) {
  const { data, error, refetch } = useQuery(ganttQuery(project.id));
  if (!data) return <Loading {...{ error, refetch }} />;
  const { items, baselineNumber, baselineApprovedOn } = data;
  if (items.length === 0) {
    return (
      <EmptyState
        icon="calendar"
        title="Il piano di lavoro è vuoto"
        text={<Link to={`/progetti/${project.slug}/piano`}>Aggiungi azioni o fasi al piano</Link>}
      />
    );
  }
  const lead =
    baselineNumber === null
      ? 'Nessuna versione del piano è approvata: gli scostamenti si vedranno dopo.'
      : `A confronto con la versione ${baselineNumber}, approvata il ${day(baselineApprovedOn)}.`;
  return (
    <>
      <Card title="Cronoprogramma" lead={lead}>
        <Chart items={items} />
      </Card>
      <DataTable
        caption="Dati del cronoprogramma"
        columns={COLUMNS}
        rows={items}
        rowKey={({ id }) => id}
        empty={null}
      />
    </>
  );
}

const deviation = (days: number | null): string => {
  if (days === null) return '—';
  if (days === 0) return 'nessuno';
  return days > 0 ? `+${count(days)}` : `−${count(-days)}`;
};

const COLUMNS: Column<Item>[] = [
  { key: 'title', header: 'Voce', phone: 'title', cell: ({ code, title }) => `${code} ${title}` },
  { key: 'plan', header: 'In piano', cell: ({ starts, ends }) => period(starts, ends) },
  {
    key: 'baseline',
    header: 'Approvato',
    cell: ({ baselineStarts, baselineEnds }) =>
      baselineStarts || baselineEnds ? period(baselineStarts, baselineEnds) : '—',
  },
  {
    key: 'start',
    header: 'Scostamento inizio',
    unit: 'giorni',
    numeric: true,
    cell: ({ startDeviation }) => deviation(startDeviation),
  },
  {
    key: 'end',
    header: 'Scostamento fine',
    unit: 'giorni',
    numeric: true,
    cell: ({ endDeviation }) => deviation(endDeviation),
  },
  {
    key: 'done',
    header: 'Svolto',
    cell: ({ firstDone, lastDone }) => (firstDone ? period(firstDone, lastDone) : 'nulla'),
  },
  {
    key: 'activities',
    header: 'Attività svolte',
    numeric: true,
    cell: ({ activities }) => count(activities),
  },
  { key: 'hours', header: 'Ore', numeric: true, cell: ({ minutes }) => hours(minutes) },
  {
    key: 'planned',
    header: 'In programma',
    numeric: true,
    cell: ({ planned }) => count(planned),
  },
  {
    key: 'overrun',
    header: 'Oltre la fine',
    unit: 'giorni',
    numeric: true,
    cell: ({ overrun }) => deviation(overrun),
  },
];

function Chart({ items }: { items: Item[] }) {
  const today = useToday();
  const scale = scaleOf(
    [...items.flatMap((one) => [one.starts, one.baselineStarts, one.firstDone]), today],
    [...items.flatMap((one) => [one.ends, one.baselineEnds, one.lastDone]), today],
  );
  if (!scale) return null;
  const now = stretch(scale, today, today).left;
  return (
    <>
      <div
        className="cf-gantt"
        role="img"
        aria-label="Per ogni voce il periodo in piano, quello approvato e quello del lavoro svolto; i dati sono nella tabella sotto."
      >
        <div className="cf-gantt-years">
          {scale.years.map((year) => (
            <span key={year}>{year}</span>
          ))}
        </div>
        {items.map((item) => (
          <Line key={item.id} item={item} scale={scale} />
        ))}
        <i
          className="cf-gantt-today"
          style={{ left: `calc(var(--names) + (100% - var(--names)) * ${now / 100})` }}
        />
      </div>
      <ul className="cf-legend">
        <li className="cf-gantt-key is-plan">in piano</li>
        <li className="cf-gantt-key is-baseline">approvato</li>
        <li className="cf-gantt-key is-done">svolto</li>
        <li className="cf-gantt-key is-today">oggi</li>
      </ul>
    </>
  );
}

function Line({ item, scale }: { item: Item; scale: Scale }) {
  const bar = (name: string, start: string | null, end: string | null) => {
    if (!start && !end) return null;
    const { left, width } = stretch(scale, start, end);
    return (
      <i className={`cf-gantt-bar ${name}`} style={{ left: `${left}%`, width: `${width}%` }} />
    );
  };
  return (
    <div className="cf-gantt-line">
      <span className={item.parentId ? 'is-under' : undefined} title={item.title}>
        <b>{item.code}</b> {item.title}
      </span>
      <div>
        {bar('is-baseline', item.baselineStarts, item.baselineEnds)}
        {bar('is-plan', item.starts, item.ends)}
        {bar('is-done', item.firstDone, item.lastDone)}
      </div>
    </div>
  );
}
