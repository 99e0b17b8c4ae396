import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useNavigate } from 'react-router';
import type { MyProject } from '../api/session.js';
import { useMay } from '../api/session.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { count, hours, plural } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { KeyHint, PageHeader } from '../frame/PageHeader.js';
import { DemoMark } from '../frame/StateChip.js';
import { useKey } from '../frame/useKey.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { OneProject } from '../frame/OneProject.js';
import { ImportLink } from '../imports/ImportLink.js';
import { CoursePanel } from './CoursePanel.js';
import { coursesQuery } from './course-queries.js';
import type { Course } from './course-queries.js';
import { PeopleTabs } from './PeopleTabs.js';
import { CourseState, schoolOf } from './words.js';
import './courses.css';

const COLUMNS: Column<Course>[] = [
  {
    key: 'title',
    header: 'Corso',
    phone: 'title',
    cell: ({ title }) => title,
  },
  { key: 'school', header: 'Scuola', cell: schoolOf },
  { key: 'year', header: 'Anno', cell: ({ schoolYear }) => schoolYear },
  { key: 'state', header: 'Stato', cell: ({ state }) => <CourseState state={state} /> },
  {
    key: 'people',
    header: 'Effettivi',
    numeric: true,
    cell: ({ regulars, seats }) => (seats ? `${regulars} di ${seats}` : count(regulars)),
  },
  { key: 'listeners', header: 'Uditori', numeric: true, cell: ({ listeners }) => count(listeners) },
  {
    key: 'sessions',
    header: 'Incontri svolti',
    numeric: true,
    cell: ({ sessionsDone, sessionsPlanned }) =>
      `${sessionsDone} di ${sessionsDone + sessionsPlanned}`,
  },
  {
    key: 'hours',
    header: 'Ore svolte',
    numeric: true,
    cell: ({ minutesDone, plannedMinutes }) => `${hours(minutesDone)} di ${hours(plannedMinutes)}`,
  },
  {
    key: 'completed',
    header: 'Hanno completato',
    numeric: true,
    cell: ({ completed, thresholdPercent }) =>
      thresholdPercent === null ? 'soglia non configurata' : count(completed),
  },
  { key: 'demo', header: 'Dati', phone: 'hide', cell: (c) => c.demonstration && <DemoMark /> },
];

export default function CoursesPage() {
  return (
    <OneProject
      permission="course.view"
      title="Corsi"
      tabs={<PeopleTabs />}
      choose="Corsi e destinatari sono di un progetto"
    >
      {(project) => <Courses project={project} />}
    </OneProject>
  );
}

function Courses({ project }: { project: MyProject }) {
  const may = useMay();
  const edits = may('course.edit', project.id);
  const navigate = useNavigate();
  const [panel, setPanel] = useUrlValue('corso');
  const { data, error, refetch } = useQuery(coursesQuery(project.id));
  useKey('c', () => edits && setPanel('nuovo'));
  const open = data?.filter(({ state }) => state === 'open').length ?? 0;
  return (
    <div className="cf-page">
      <PageHeader
        title="Corsi"
        state={data ? `${plural(data.length, 'corso', 'corsi')}, ${open} in corso` : '\u00a0'}
        action={
          edits && (
            <>
              <ImportLink target="enrolments" />
              <Button type="button" color="primary" onClick={() => setPanel('nuovo')}>
                <Icon name="plus" />
                Nuovo corso <KeyHint>C</KeyHint>
              </Button>
            </>
          )
        }
      />
      <PeopleTabs />
      <DataTable
        caption="Corsi del progetto"
        columns={COLUMNS}
        rows={data}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/corsi/${project.slug}/${id}`)}
        isMuted={({ state }) => state === 'cancelled'}
        error={error}
        retry={() => void refetch()}
        empty={
          <EmptyState
            icon="calendar"
            title="Nessun corso"
            text="Apri il primo corso: poi iscrivi le persone e metti in calendario gli incontri."
          />
        }
      />
      {edits && panel === 'nuovo' && (
        <CoursePanel projectId={project.id} close={() => setPanel(null)} />
      )}
    </div>
  );
}
