import { useQuery } from '@tanstack/react-query';
import { Card } from '../frame/Card.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState, Failed } from '../frame/EmptyState.js';
import { deliverablesQuery, planQuery } from './project-queries.js';
import { DELIVERABLE_KINDS, languageName } from './words.js';
import type { Deliverable, Project, WorkItem } from './words.js';

/** What the project has made or delivers, kind by kind. */
export default function DeliverablesTab({ project }: { project: Project }) {
  const { data: rows, error, refetch } = useQuery(deliverablesQuery(project.id));
  const { data: items = [] } = useQuery(planQuery(project.id));
  if (error && !rows) return <Failed error={error} retry={() => void refetch()} />;
  if (!rows) return <div className="cf-page-wait" aria-busy="true" />;
  if (rows.length === 0) {
    return <EmptyState icon="file" title="Nessun prodotto" text="Le fonti non ne nominano." />;
  }
  const kinds = Object.keys(DELIVERABLE_KINDS) as Deliverable['kind'][];
  return kinds
    .map((kind) => [kind, rows.filter((row) => row.kind === kind)] as const)
    .filter(([, some]) => some.length > 0)
    .map(([kind, some]) => (
      <Card key={kind} title={`${DELIVERABLE_KINDS[kind][1]} (${some.length})`}>
        <div className="cf-deliverables">
          <DataTable
            caption={DELIVERABLE_KINDS[kind][1]}
            columns={columnsFor(some, items)}
            rows={some}
            rowKey={({ id }) => id}
            empty={null}
          />
        </div>
      </Card>
    ));
}

/** Only the columns that say something for these rows. */
function columnsFor(rows: Deliverable[], items: WorkItem[]): Column<Deliverable>[] {
  const itemOf = ({ workItemId }: Deliverable) => items.find(({ id }) => id === workItemId);
  const columns: (Column<Deliverable> & { holds: (row: Deliverable) => unknown })[] = [
    {
      key: 'title',
      header: 'Titolo',
      phone: 'title',
      cell: (row) => <Title row={row} />,
      holds: () => true,
    },
    {
      key: 'item',
      header: 'Voce del piano',
      cell: (row) => <span title={itemOf(row)?.title}>{itemOf(row)?.title}</span>,
      holds: itemOf,
    },
    { key: 'theme', header: 'Tema', cell: ({ theme }) => theme, holds: ({ theme }) => theme },
    {
      key: 'territory',
      header: 'Territorio',
      cell: ({ territory }) => territory,
      holds: ({ territory }) => territory,
    },
    {
      key: 'language',
      header: 'Lingua',
      cell: ({ language }) => language && languageName(language),
      holds: ({ language }) => language,
    },
    {
      key: 'file',
      header: 'File',
      cell: ({ fileName }) => fileName && <code title={fileName}>{fileName}</code>,
      holds: ({ fileName }) => fileName,
    },
  ];
  return columns.filter(({ holds }) => rows.some(holds));
}

function Title({ row: { title, url } }: { row: Deliverable }) {
  return url ? (
    <a href={url} target="_blank" rel="noreferrer" title={url}>
      {title}
    </a>
  ) : (
    <span title={title}>{title}</span>
  );
}
