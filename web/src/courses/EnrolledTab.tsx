import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useMay } from '../api/session.js';
import { DataTable, RowAction } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { day, hours } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { KeyHint } from '../frame/PageHeader.js';
import { DemoMark, StateChip } from '../frame/StateChip.js';
import { useKey } from '../frame/useKey.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { enrolmentsQuery } from './course-queries.js';
import type { Course, Enrolment } from './course-queries.js';
import { EnrolmentPanel } from './EnrolmentPanel.js';
import { EnrolPanel } from './EnrolPanel.js';
import { ENROLMENT_STATUSES } from './words.js';

const columns = ({ plannedMinutes }: Course): Column<Enrolment>[] => [
  {
    key: 'code',
    header: 'Codice',
    phone: 'title',
    cell: ({ code, initials }) => (
      <>
        <span className="cf-code">{code}</span>
        <small className="cf-second">{initials}</small>
      </>
    ),
  },
  { key: 'status', header: 'Iscrizione', cell: ({ status }) => ENROLMENT_STATUSES[status] },
  {
    key: 'from',
    header: 'Dal',
    cell: ({ fromDay, toDay }) => (toDay ? `${day(fromDay)} – ${day(toDay)}` : day(fromDay)),
  },
  { key: 'presences', header: 'Presenze', numeric: true, cell: ({ presences }) => presences },
  {
    key: 'hours',
    header: 'Ore seguite',
    numeric: true,
    cell: ({ attendedMinutes }) => `${hours(attendedMinutes)} di ${hours(plannedMinutes)}`,
  },
  {
    key: 'completed',
    header: 'Esito',
    cell: ({ completed }) =>
      completed && <StateChip word="completato" icon="check-circle" tone="good" />,
  },
  { key: 'demo', header: 'Dati', phone: 'hide', cell: (e) => e.demonstration && <DemoMark /> },
];

/** Who follows the course. */
export default function EnrolledTab({ course }: { course: Course }) {
  const may = useMay();
  const edits = may('course.edit', course.projectId);
  const [panel, setPanel] = useUrlValue('iscrivi');
  const { data, error, refetch } = useQuery(enrolmentsQuery(course.projectId, course.id));
  useKey('i', () => edits && setPanel('nuova'));
  const chosen = data?.find(({ id }) => id === panel);
  return (
    <>
      {edits && (
        <div className="cf-bar">
          <Button type="button" color="primary" onClick={() => setPanel('nuova')}>
            <Icon name="plus" />
            Iscrivi una persona <KeyHint>I</KeyHint>
          </Button>
        </div>
      )}
      <DataTable
        caption="Iscritti al corso"
        columns={columns(course)}
        rows={data}
        rowKey={({ id }) => id}
        isMuted={({ status }) => status === 'withdrawn'}
        actions={
          edits
            ? (row) => (
                <RowAction
                  icon="pencil"
                  label={`Cambia l’iscrizione di ${row.code}`}
                  onClick={() => setPanel(row.id)}
                />
              )
            : undefined
        }
        error={error}
        retry={() => void refetch()}
        empty={
          <EmptyState
            icon="user"
            title="Nessun iscritto"
            text="Iscrivi le persone per codice: il loro nome, se serve, sta in un archivio a parte."
          />
        }
      />
      {edits && panel === 'nuova' && <EnrolPanel course={course} close={() => setPanel(null)} />}
      {edits && chosen && (
        <EnrolmentPanel
          key={chosen.id}
          course={course}
          enrolment={chosen}
          close={() => setPanel(null)}
        />
      )}
    </>
  );
}
