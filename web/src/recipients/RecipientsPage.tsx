import { Button } from 'design-react-kit';
import type { MyProject } from '../api/session.js';
import { useMay } from '../api/session.js';
import { PeopleTabs } from '../courses/PeopleTabs.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { Filters, NoRows } from '../frame/Filters.js';
import { day } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { KeyHint, PageHeader } from '../frame/PageHeader.js';
import { DemoMark } from '../frame/StateChip.js';
import { useKey } from '../frame/useKey.js';
import { usePages } from '../frame/usePages.js';
import { useUrlFilters, useUrlValue } from '../frame/useUrlFilters.js';
import { OneProject } from '../frame/OneProject.js';
import { recipientsPage } from './recipient-queries.js';
import type { Recipient } from './recipient-queries.js';
import { RecipientPanel } from './RecipientPanel.js';
import { TakeInChargePanel } from './TakeInChargePanel.js';
import { BANDS, citizenshipName, GENDERS, TargetChip, TARGETS } from './words.js';
import '../courses/courses.css';

const ageOf = ({ birthYear, ageBand }: Recipient): string =>
  birthYear === null ? (ageBand ? BANDS[ageBand] : 'non nota') : `nato nel ${birthYear}`;

const COLUMNS: Column<Recipient>[] = [
  {
    key: 'code',
    header: 'Codice',
    phone: 'title',
    cell: ({ code, mergedInto }) => (
      <>
        <span className="cf-code">{code}</span>
        {mergedInto && <small className="cf-second"> ora {mergedInto}</small>}
      </>
    ),
  },
  { key: 'initials', header: 'Iniziali', cell: ({ initials }) => initials },
  { key: 'target', header: 'Stato', cell: ({ target }) => <TargetChip target={target} /> },
  {
    key: 'citizenship',
    header: 'Cittadinanza',
    cell: ({ citizenship }) => citizenshipName(citizenship),
  },
  {
    key: 'gender',
    header: 'Genere',
    cell: ({ gender }) => (gender ? GENDERS[gender] : 'non noto'),
  },
  { key: 'age', header: 'Età', cell: ageOf },
  { key: 'courses', header: 'Corsi', cell: ({ courses }) => courses.join(', ') },
  {
    key: 'notice',
    header: 'Informativa',
    cell: ({ noticeOn }) => (noticeOn ? day(noticeOn) : 'non data'),
  },
  { key: 'demo', header: 'Dati', phone: 'hide', cell: (r) => r.demonstration && <DemoMark /> },
];

const NAMES = ['cerca', 'stato'] as const;
const BY_CODE = 'per-codice';

export default function RecipientsPage() {
  return (
    <OneProject
      permission="recipient.view"
      title="Destinatari"
      tabs={<PeopleTabs />}
      choose="Corsi e destinatari sono di un progetto"
    >
      {(project) => <Recipients project={project} />}
    </OneProject>
  );
}

function Recipients({ project }: { project: MyProject }) {
  const may = useMay();
  const edits = may('recipient.edit', project.id);
  const bar = useUrlFilters(NAMES);
  const [open, setOpen] = useUrlValue('persona');
  const query = {
    ...(bar.filters.cerca && { text: bar.filters.cerca }),
    ...(bar.filters.stato && { target: bar.filters.stato as Recipient['target'] }),
  };
  const { rows, ...paging } = usePages(['recipients', project.id, 'list', query], (after) =>
    recipientsPage(project.id, { ...query, ...(after && { after }) }),
  );
  useKey('d', () => edits && setOpen('nuova'));
  return (
    <div className="cf-page">
      <PageHeader
        title="Destinatari"
        state="Persone come codici: chi sono sta in un archivio a parte, e ogni lettura lascia traccia."
        action={
          edits && (
            <div className="cf-bar">
              <Button type="button" color="primary" outline onClick={() => setOpen(BY_CODE)}>
                Prendi in carico per codice
              </Button>
              <Button type="button" color="primary" onClick={() => setOpen('nuova')}>
                <Icon name="plus" />
                Nuova persona <KeyHint>D</KeyHint>
              </Button>
            </div>
          )
        }
      />
      <PeopleTabs />
      <Filters
        bar={bar}
        fields={[
          { name: 'cerca', label: 'Codice o iniziali' },
          {
            name: 'stato',
            label: 'Stato',
            options: Object.entries(TARGETS).map(([value, { word }]) => ({ value, label: word })),
          },
        ]}
      />
      <DataTable
        caption="Destinatari del progetto"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpen(id)}
        openKey={open}
        isMuted={({ mergedInto }) => mergedInto !== null}
        {...paging}
        empty={
          <NoRows bar={bar} none="Nessuna persona">
            <EmptyState
              icon="user"
              title="Nessuna persona in carico"
              text="Iscrivi le persone a un corso, oppure aggiungile qui con un codice nuovo."
            />
          </NoRows>
        }
      />
      {open === BY_CODE && <TakeInChargePanel projectId={project.id} close={() => setOpen(null)} />}
      {open && open !== BY_CODE && (
        <RecipientPanel key={open} projectId={project.id} id={open} close={() => setOpen(null)} />
      )}
    </div>
  );
}
