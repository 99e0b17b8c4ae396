import './calendar.css';
import { Button } from 'design-react-kit';
import { api, dataOf } from '../api/client.js';
import { useMay } from '../api/session.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { Filters, NoRows } from '../frame/Filters.js';
import { weekday } from '../frame/format.js';
import { PageHeader } from '../frame/PageHeader.js';
import { useProjectContext } from '../frame/project-context.js';
import { StateChip } from '../frame/StateChip.js';
import { useToday } from '../frame/today.js';
import { usePages } from '../frame/usePages.js';
import { useUrlFilters } from '../frame/useUrlFilters.js';
import { useAttempt } from '../frame/useAttempt.js';
import { CalendarTabs } from './CalendarTabs.js';
import { changeTask, useMeetingsChanged } from './meeting-queries.js';
import type { TaskRow } from './meeting-queries.js';

const STATES = [
  { value: 'open', label: 'aperti' },
  { value: 'done', label: 'svolti' },
  { value: 'dropped', label: 'lasciati' },
];
type State = TaskRow['state'];
const NAMES = ['stato'] as const;

/** What meetings left to do: whose, by when. */
export default function TasksPage() {
  const { project } = useProjectContext();
  const bar = useUrlFilters(NAMES);
  const may = useMay();
  const changed = useMeetingsChanged();
  const attempt = useAttempt(changed);
  const state = (bar.filters.stato || 'open') as State;
  const { rows, ...paging } = usePages(['meetings', 'tasks', project?.id, state], (after) =>
    dataOf(
      api.GET('/api/v1/tasks', {
        params: {
          query: {
            state: [state],
            ...(project && { projectId: [project.id] }),
            ...(after && { after }),
          },
        },
      }),
    ),
  );
  const become = (task: TaskRow, to: State) =>
    attempt(changeTask(task, { state: to }), (saved) => ({
      text: to === 'done' ? 'Compito svolto.' : 'Compito riaperto.',
      undo: () => changeTask(saved, { state: task.state }).then(changed),
    }));
  return (
    <div className="cf-page">
      <PageHeader
        title="Compiti"
        state="Le decisioni degli incontri che qualcuno svolge entro un giorno."
      />
      <CalendarTabs />
      <Filters
        bar={bar}
        fields={[{ name: 'stato', label: 'Stato', all: 'aperti', options: STATES.slice(1) }]}
      />
      <DataTable
        caption="Compiti"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ id }) => id}
        actions={(task) =>
          may('activity.log', task.projectId) && (
            <Button
              type="button"
              color="primary"
              outline
              size="sm"
              onClick={() => void become(task, task.state === 'open' ? 'done' : 'open')}
            >
              {task.state === 'open' ? 'Svolto' : 'Riapri'}
            </Button>
          )
        }
        empty={
          <NoRows bar={bar} none="Nessun compito">
            <EmptyState
              icon="check-circle"
              title="Nessun compito aperto"
              text="Nascono dalle decisioni di un incontro, quando hanno qualcuno che se ne occupa e un giorno."
            />
          </NoRows>
        }
        {...paging}
      />
    </div>
  );
}

const WORDS = {
  open: { word: 'aperto', icon: 'clock', tone: 'info' },
  done: { word: 'svolto', icon: 'check-circle', tone: 'good' },
  dropped: { word: 'lasciato', icon: 'ban', tone: 'muted' },
} as const;

/** Late is said in a word, not in a colour alone. */
export function TaskState({ task }: { task: Pick<TaskRow, 'state' | 'dueDay'> }) {
  const today = useToday();
  if (task.state === 'open' && task.dueDay < today)
    return <StateChip word="scaduto" icon="warning-circle" tone="bad" />;
  return <StateChip {...WORDS[task.state]} />;
}

const COLUMNS: Column<TaskRow>[] = [
  { key: 'text', header: 'Compito', phone: 'title', cell: ({ text }) => text },
  { key: 'who', header: 'Chi', cell: ({ personName }) => personName },
  { key: 'due', header: 'Entro', cell: ({ dueDay }) => weekday(dueDay, true) },
  { key: 'state', header: 'Stato', cell: (task) => <TaskState task={task} /> },
  { key: 'meeting', header: 'Incontro', cell: ({ meetingTitle }) => meetingTitle },
  { key: 'project', header: 'Progetto', cell: ({ projectName }) => projectName },
];
