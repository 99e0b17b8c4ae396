import './calendar.css';
import { api, dataOf } from '../api/client.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { count, instant, weekday } from '../frame/format.js';
import { PageHeader } from '../frame/PageHeader.js';
import { useProjectContext } from '../frame/project-context.js';
import { DemoMark, StateChip } from '../frame/StateChip.js';
import { usePages } from '../frame/usePages.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { CalendarTabs } from './CalendarTabs.js';
import { MeetingPanel } from './MeetingPanel.js';
import type { MeetingRow } from './meeting-queries.js';

/** The meetings of a project: called, held, with what came of them. */
export default function MeetingsPage() {
  const { project, projects } = useProjectContext();
  const [open, setOpen] = useUrlValue('incontro');
  const of = project ?? (projects.length === 1 ? projects[0] : null);
  return (
    <div className="cf-page">
      <PageHeader
        title="Incontri"
        state="Convocazioni, presenze, verbali e decisioni. Un incontro nuovo si mette in calendario."
      />
      <CalendarTabs />
      {of ? (
        <List projectId={of.id} open={setOpen} at={open} />
      ) : (
        <EmptyState
          icon="folder"
          title="Di quale progetto?"
          text="Scegli in alto il progetto di cui vuoi vedere gli incontri."
        />
      )}
      {of && open && <MeetingPanel projectId={of.id} id={open} close={() => setOpen(null)} />}
    </div>
  );
}

interface ListProps {
  projectId: string;
  at: string | null;
  open: (id: string) => void;
}

function List({ projectId, at, open }: ListProps) {
  const { rows, ...paging } = usePages(['meetings', 'list', projectId], (after) =>
    dataOf(
      api.GET('/api/v1/projects/{projectId}/meetings', {
        params: { path: { projectId }, query: { limit: 50, ...(after && { after }) } },
      }),
    ),
  );
  return (
    <DataTable
      caption="Incontri"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ id }) => id}
      openKey={at}
      onOpen={({ id }) => open(id)}
      isMuted={({ state }) => state === 'cancelled'}
      empty={
        <EmptyState
          icon="calendar"
          title="Ancora nessun incontro"
          text="Dal Calendario, con «Nuovo incontro», dagli un titolo: qui ne seguirai convocazione e verbale."
        />
      }
      {...paging}
    />
  );
}

function Convocation({ state, convenedAt, moved, calledOffAt }: MeetingRow) {
  if (state === 'cancelled') return <StateChip word="annullato" icon="ban" tone="muted" />;
  if (!convenedAt || calledOffAt)
    return <StateChip word="da convocare" icon="mail" tone="neutral" />;
  if (moved)
    return <StateChip word="cambiato dopo la convocazione" icon="warning-circle" tone="warn" />;
  return <StateChip word="convocato" icon="check-circle" tone="good" title={instant(convenedAt)} />;
}

const COLUMNS: Column<MeetingRow>[] = [
  {
    key: 'title',
    header: 'Incontro',
    phone: 'title',
    cell: ({ title, demonstration }) => (
      <>
        {title} {demonstration && <DemoMark />}
      </>
    ),
  },
  {
    key: 'day',
    header: 'Quando',
    cell: ({ day, startTime, endTime }) =>
      `${weekday(day, true)}${startTime ? `, ${startTime}–${endTime}` : ''}`,
  },
  { key: 'place', header: 'Dove', cell: ({ place }) => place ?? '' },
  { key: 'convened', header: 'Convocazione', cell: (row) => <Convocation {...row} /> },
  { key: 'guests', header: 'Invitati', numeric: true, cell: ({ guests }) => count(guests) },
  { key: 'minutes', header: 'Verbale', cell: ({ hasMinutes }) => (hasMinutes ? 'sì' : 'no') },
  {
    key: 'decisions',
    header: 'Decisioni',
    numeric: true,
    cell: ({ decisions }) => count(decisions),
  },
  {
    key: 'tasks',
    header: 'Compiti aperti',
    numeric: true,
    cell: ({ openTasks }) => count(openTasks),
  },
];
