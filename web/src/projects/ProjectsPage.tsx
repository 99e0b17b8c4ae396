import { Button } from 'design-react-kit';
import { Link, useNavigate } from 'react-router';
import { api, dataOf } from '../api/client.js';
import { useMay } from '../api/session.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { Filters, NoRows } from '../frame/Filters.js';
import { day, plural } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { PageHeader } from '../frame/PageHeader.js';
import { DemoMark, StateChip } from '../frame/StateChip.js';
import { usePages } from '../frame/usePages.js';
import { useUrlFilters, useUrlValue } from '../frame/useUrlFilters.js';
import { NewProject } from './NewProject.js';
import { FUNCTIONS, nameOf, STATES } from './words.js';
import type { ProjectRow } from './words.js';

const NAMES = ['cerca', 'stato'] as const;

export default function ProjectsPage() {
  const bar = useUrlFilters(NAMES);
  const { filters } = bar;
  const [panel, setPanel] = useUrlValue('apri');
  const may = useMay();
  const navigate = useNavigate();
  const query = {
    limit: 50,
    ...(filters.cerca && { search: filters.cerca }),
    ...(filters.stato && { state: [filters.stato as ProjectRow['state']] }),
  };
  const { rows, ...paging } = usePages(['projects', 'list', query], (after) =>
    dataOf(
      api.GET('/api/v1/projects', { params: { query: { ...query, ...(after && { after }) } } }),
    ),
  );
  return (
    <div className="cf-page">
      <PageHeader
        title="Progetti"
        state={rows ? stateOf(rows, paging.more !== undefined) : '\u00a0'}
        action={
          <>
            <Link className="btn btn-outline-primary" to="/programmi">
              Programmi e avvisi
            </Link>
            {may('project.create') && (
              <Button type="button" color="primary" onClick={() => setPanel('nuovo')}>
                <Icon name="plus" />
                Nuovo progetto
              </Button>
            )}
          </>
        }
      />
      <Filters
        bar={bar}
        fields={[
          { name: 'cerca', label: 'Cerca' },
          {
            name: 'stato',
            label: 'Stato',
            options: Object.entries(STATES).map(([value, { word }]) => ({ value, label: word })),
          },
        ]}
      />
      <DataTable
        caption="Progetti"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ slug }) => void navigate(`/progetti/${slug}`)}
        isMuted={({ state }) => state === 'archived'}
        empty={
          <NoRows bar={bar} none="Nessun progetto">
            <EmptyState
              icon="folder"
              title="Ancora nessun progetto"
              text="Crea il primo con «Nuovo progetto»."
            />
          </NoRows>
        }
        {...paging}
      />
      {panel === 'nuovo' && <NewProject close={() => setPanel(null)} />}
    </div>
  );
}

function stateOf(rows: ProjectRow[], more: boolean): string {
  const running = rows.filter(({ state }) => state === 'active').length;
  return `${more ? 'Più di ' : ''}${plural(rows.length, 'progetto', 'progetti')}, ${running} in corso`;
}

const COLUMNS: Column<ProjectRow>[] = [
  {
    key: 'title',
    header: 'Progetto',
    phone: 'title',
    cell: (row) => (
      <span title={row.title}>
        {nameOf(row)}
        {row.demonstration && <DemoMark />}
      </span>
    ),
  },
  { key: 'state', header: 'Stato', cell: ({ state }) => <StateChip {...STATES[state]} /> },
  { key: 'starts', header: 'Inizio', cell: ({ starts }) => <When date={starts} /> },
  { key: 'ends', header: 'Fine', cell: ({ ends }) => <When date={ends} /> },
  {
    key: 'lead',
    header: 'Capofila',
    cell: ({ lead }) => lead?.name ?? <span className="cf-unknown">non noto</span>,
  },
  {
    key: 'fund',
    header: 'Fondo',
    cell: ({ fundCode }) => fundCode ?? <span className="cf-unknown">non noto</span>,
  },
  {
    key: 'functions',
    header: 'Che cosa facciamo',
    cell: (row) => <OurFunctions row={row} />,
  },
];

const When = ({ date }: { date: string | null }) =>
  date ? <span className="cf-num">{day(date)}</span> : <span className="cf-unknown">non noto</span>;

function OurFunctions({ row }: { row: ProjectRow }) {
  if (!row.functionsKnown) return <span className="cf-unknown">non noto</span>;
  const words = row.functions.map((name) => FUNCTIONS[name]).join(', ');
  return words ? <span title={words}>{words}</span> : <>niente</>;
}
