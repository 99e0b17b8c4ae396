import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useMay } from '../api/session.js';
import { Card } from '../frame/Card.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { Icon } from '../frame/Icon.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Loading } from '../frame/Loading.js';
import { languageName } from '../frame/languages.js';
import { DeliverablePanel } from './DeliverablePanel.js';
import { deliverablesQuery, planQuery } from './project-queries.js';
import { DELIVERABLE_KINDS, siteName } from './words.js';
import type { Deliverable, Project, WorkItem } from './words.js';

/** What the project has made or delivers, kind by kind. */
export default function DeliverablesTab({ project }: { project: Project }) {
  const { data: rows, error, refetch } = useQuery(deliverablesQuery(project.id));
  const { data: items = [] } = useQuery(planQuery(project.id));
  const [panel, setPanel] = useUrlValue('apri');
  const mayEdit = useMay()('plan.edit', project.id);
  if (!rows) return <Loading {...{ error, refetch }} />;
  const kinds = Object.keys(DELIVERABLE_KINDS) as Deliverable['kind'][];
  return (
    <>
      {mayEdit && (
        <div className="cf-buttons is-end">
          <Button type="button" color="primary" onClick={() => setPanel('nuovo')}>
            <Icon name="plus" />
            Aggiungi prodotto
          </Button>
        </div>
      )}
      {rows.length === 0 && (
        <EmptyState
          icon="file"
          title="Nessun prodotto"
          text="Ricerche, pubblicazioni, eventi, contenuti: qui c’è ciò che il progetto lascia."
        />
      )}
      {kinds
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
        ))}
      {mayEdit && panel === 'nuovo' && (
        <DeliverablePanel projectId={project.id} items={items} close={() => setPanel(null)} />
      )}
    </>
  );
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
    {
      key: 'url',
      header: 'Indirizzo',
      cell: ({ url }) => url && <code title={url}>{siteName(url)}</code>,
      holds: ({ url }) => url,
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
