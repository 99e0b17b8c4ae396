import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { workItemsQuery } from '../activities/activity-queries.js';
import type { MyProject } from '../api/session.js';
import { useMay } from '../api/session.js';
import { PeopleTabs } from '../courses/PeopleTabs.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { Filters, NoRows } from '../frame/Filters.js';
import { count, day, hours, period, plural } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { KeyHint, PageHeader } from '../frame/PageHeader.js';
import { DemoMark, StateChip } from '../frame/StateChip.js';
import { useKey } from '../frame/useKey.js';
import { useUrlFilters, useUrlValue } from '../frame/useUrlFilters.js';
import { OneProject } from '../frame/OneProject.js';
import { trainingsFile, trainingsQuery } from './training-queries.js';
import type { Training, TrainingFilter, Trainings } from './training-queries.js';
import { OpenTraining } from './OpenTraining.js';
import { OperatorCounts } from './OperatorCounts.js';
import '../budget/budget.css';

const NAMES = ['dal', 'al', 'azione'] as const;

const COLUMNS: Column<Training>[] = [
  {
    key: 'days',
    header: 'Quando',
    cell: ({ fromDay, toDay }) => (fromDay === toDay ? day(toDay) : period(fromDay, toDay)),
  },
  {
    key: 'field',
    header: 'Ambito',
    phone: 'title',
    cell: ({ field, state }) => (
      <>
        {field} {state === 'cancelled' && <Cancelled />}
      </>
    ),
  },
  { key: 'contents', header: 'Contenuti', cell: ({ contents }) => contents },
  { key: 'item', header: 'Azione', cell: ({ workItemCode }) => workItemCode },
  { key: 'partner', header: 'Svolta da', cell: ({ partnerName }) => partnerName },
  {
    key: 'hours',
    header: 'Ore',
    numeric: true,
    cell: ({ minutes }) => (minutes === null ? '' : hours(minutes)),
  },
  {
    key: 'operators',
    header: 'Operatori',
    numeric: true,
    cell: ({ operators }) => count(operators.length),
  },
  { key: 'demo', header: 'Dati', phone: 'hide', cell: (t) => t.demonstration && <DemoMark /> },
];

const Cancelled = () => <StateChip word="annullata" icon="minus-circle" tone="muted" />;

/** Operators who were trained, as FAMI asks for them: in which field, on what. */
export default function TrainingsPage() {
  return (
    <OneProject
      permission="training.view"
      title="Operatori formati"
      tabs={<PeopleTabs />}
      choose="Corsi e destinatari sono di un progetto"
    >
      {(project) => <TrainingsOf project={project} />}
    </OneProject>
  );
}

function TrainingsOf({ project }: { project: MyProject }) {
  const edits = useMay()('training.edit', project.id);
  const bar = useUrlFilters(NAMES);
  const [open, setOpen] = useUrlValue('formazione');
  const query = queryOf(bar.filters);
  const { data, error, refetch, isPlaceholderData, dataUpdatedAt } = useQuery(
    trainingsQuery(project.id, query),
  );
  const { data: items = [] } = useQuery(workItemsQuery(project.id));
  useKey('f', () => edits && setOpen('nuova'));
  const actions = items.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }));
  return (
    <div className="cf-page">
      <PageHeader
        title="Operatori formati"
        state={data ? sentence(data) : '\u00a0'}
        action={
          edits && (
            <Button type="button" color="primary" onClick={() => setOpen('nuova')}>
              <Icon name="plus" />
              Nuova formazione <KeyHint>F</KeyHint>
            </Button>
          )
        }
      />
      <PeopleTabs />
      <Filters
        bar={bar}
        fields={[
          { name: 'dal', label: 'Concluse dal', day: true },
          { name: 'al', label: 'al', day: true },
          { name: 'azione', label: 'Azione', options: actions },
        ]}
      />
      {data && <OperatorCounts trainings={data} at={dataUpdatedAt} stale={isPlaceholderData} />}
      <CountAndFile trainings={data} file={trainingsFile(project.id, query)} />
      <DataTable
        caption="Formazioni del progetto"
        columns={COLUMNS}
        rows={data?.items}
        rowKey={({ id }) => id}
        onOpen={edits ? ({ id }) => setOpen(id) : undefined}
        openKey={open}
        isMuted={({ state }) => state === 'cancelled'}
        stale={isPlaceholderData}
        error={error}
        retry={() => void refetch()}
        empty={
          <NoRows bar={bar} none="Nessuna formazione">
            {NONE}
          </NoRows>
        }
      />
      {data && edits && (
        <OpenTraining
          projectId={project.id}
          trainings={data}
          id={open}
          close={() => setOpen(null)}
        />
      )}
    </div>
  );
}

const NONE = (
  <EmptyState
    icon="user"
    title="Nessun operatore formato"
    text="Registra una formazione con l’ambito, i contenuti e chi l’ha seguita: uno a uno o incollando l’elenco."
  />
);

const queryOf = ({ dal, al, azione }: Record<(typeof NAMES)[number], string>): TrainingFilter => ({
  ...(dal && { from: dal }),
  ...(al && { to: al }),
  ...(azione && { workItemId: [azione] }),
});

function CountAndFile({ trainings, file }: { trainings: Trainings | undefined; file: string }) {
  return (
    <div className="cf-sum-and-file">
      <p className="cf-in-force" role="status">
        {trainings ? plural(trainings.items.length, 'formazione', 'formazioni') : '\u00a0'}
      </p>
      <a className="btn btn-outline-primary btn-sm" href={file} download>
        <Icon name="download" />
        CSV per operatore
      </a>
    </div>
  );
}

const sentence = ({ operators, presences }: Trainings): string =>
  `${plural(operators, 'operatore', 'operatori')}, contati una volta sola; ${plural(presences, 'partecipazione', 'partecipazioni')}`;
